using Dateline.Language;
using Dateline.Mentions.Names;

namespace Dateline.Mentions.Places;

/// <summary>What the tagger of names says of a document's words: one of the clues of <see cref="PlaceEvidence"/>. Empty where no tagger ran.</summary>
internal sealed class TaggedNames
{
    private readonly TaggedName?[] _at;

    internal TaggedNames(Document document, byte[]? labels)
    {
        IsEmpty = labels is null;
        _at = new TaggedName?[document.TokenCount];
        if (labels is null) return;
        for (var first = 0; first < labels.Length; first++)
        {
            var end = NameLabels.EndOf(labels, first);
            if (end == first) continue;
            _at.AsSpan(first, end - first).Fill(new TaggedName(new TokenRange(first, end), NameLabels.KindOf(labels[first])));
            first = end - 1;
        }
    }

    /// <summary>Whether no tagger ran: then nothing is known, which is not the same as no name.</summary>
    internal bool IsEmpty { get; }

    /// <summary>The name that covers a token; null when none does.</summary>
    internal TaggedName? At(int token) => _at[token];

    /// <summary>Names of places, left to right.</summary>
    internal IEnumerable<TaggedName> Places()
    {
        for (var token = 0; token < _at.Length; token++)
        {
            if (_at[token] is not { } name) continue;
            if (name.Kind == NameKind.Place) yield return name;
            token = name.Tokens.End - 1;
        }
    }
}

/// <summary>A name as tagged. The tagger does not tell facilities from other places.</summary>
internal sealed record TaggedName(TokenRange Tokens, NameKind Kind);
