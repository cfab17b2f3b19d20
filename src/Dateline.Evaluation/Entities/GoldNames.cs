using Dateline.Language;
using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Entities;

/// <summary>One annotated name. <paramref name="Span"/> counts into the document's text.</summary>
public readonly record struct GoldName(TextSpan Span, NameKind Kind);

/// <summary>A text with its annotated names.</summary>
/// <param name="Id">The corpus' own id of the text, or one made of its place in the file.</param>
/// <param name="Genre">Genre or source, as the corpus says; empty where it says none.</param>
/// <param name="Text">The text; where the corpus gives tokens, these joined by spaces.</param>
/// <param name="Tokens">The corpus' tokens; null where it gives running text.</param>
/// <param name="Sentences">The corpus' sentences; null where it gives running text.</param>
/// <param name="Names">The names, in text order, without overlap.</param>
public sealed record GoldNames(
    string Id, string Genre, string Text, IReadOnlyList<TextSpan>? Tokens, IReadOnlyList<TokenRange>? Sentences, IReadOnlyList<GoldName> Names)
{
    /// <summary>The text with the corpus' tokens; nothing else is filled.</summary>
    /// <exception cref="InvalidOperationException">The corpus gives running text.</exception>
    public Document Untagged() => JoinedTokens.Document(Id, Text, Tokens ?? throw new InvalidOperationException("the corpus gives no tokens"), Sentences!);
}
