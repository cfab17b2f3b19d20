using System.Globalization;
using Dateline.Evaluation.Entities;
using Dateline.Language;
using Dateline.Mentions.Names;

namespace Dateline.Evaluation.Training;

/// <summary>Makes texts to learn from of texts with annotated names.</summary>
/// <remarks>
/// Corpora differ on nationalities and peoples: GUM leaves them unmarked, wikigold calls them miscellaneous. So each word of the lists of
/// demonyms and peoples that stands outside a name, or is all of one that is no person's or body's, is taught as a group.
/// </remarks>
public sealed class NameTexts(Action<Document> tag, NameTable lists, OtherNames others)
{
    /// <summary>How many times each text is retold with other names.</summary>
    public int Retold { get; init; } = 1;

    /// <summary>The texts and, behind them, copies: retold with other names, one in eight in capitals, one in eight with capitals as in headlines.</summary>
    public IReadOnlyList<LabelledText> Of(IReadOnlyList<GoldNames> texts, Func<GoldNames, Document> analyse, Random random)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(analyse);
        ArgumentNullException.ThrowIfNull(random);
        var all = new List<LabelledText>();
        foreach (var text in texts)
        {
            var document = analyse(text);
            var labels = Labels(document, text.Names);
            all.Add(new LabelledText(document, labels));
            for (var copy = 0; copy < Retold; copy++)
            {
                var (words, sentences, marks) = others.Retell(document, labels, random);
                all.Add(new LabelledText(Tagged(words, sentences), marks));
            }

            var draw = random.Next(8);
            if (draw < 2) all.Add(Copy(document, labels, draw == 0 ? Capitals : Headline));
        }

        return all;
    }

    /// <summary>A label a token; a name whose ends are no ends of tokens is left out.</summary>
    public byte[] Labels(Document document, IReadOnlyList<GoldName> names)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(names);
        var labels = new byte[document.TokenCount];
        foreach (var name in names)
        {
            if (name.Kind is NameKind.Weapon or NameKind.Vehicle) continue;
            var tokens = document.TokensIn(name.Span);
            if (tokens.Count == 0 || document.SpanOf(tokens) != name.Span || document.SentenceOf[tokens.First] != document.SentenceOf[tokens.Last]) continue;
            NameLabels.Mark(labels.AsSpan(tokens.First, tokens.Count), name.Kind);
        }

        MarkGroups(document, labels);
        return labels;
    }

    private void MarkGroups(Document document, byte[] labels)
    {
        for (var i = 0; i < document.TokenCount; i++)
        {
            if (!document[i].IsCapitalised) continue;
            if (labels[i] != NameLabels.Outside && labels[i] != NameLabels.Of(NameKind.Other, NameLabels.Part.Only)) continue;
            var flags = lists[NameHash.Of(document[i].Form)];
            if ((flags & (NameFlags.Demonym | NameFlags.People)) != 0) labels[i] = NameLabels.Of(NameKind.Group, NameLabels.Part.Only);
        }
    }

    private LabelledText Copy(Document document, byte[] labels, Func<string, string> reset)
    {
        var words = new List<string>(document.TokenCount);
        for (var i = 0; i < document.TokenCount; i++)
        {
            var form = document[i].ToString();
            words.Add(reset(form) is var set && set.Length == form.Length ? set : form);
        }

        return new LabelledText(Tagged(words, document.SentenceRanges.ToArray()), labels);
    }

    private Document Tagged(List<string> words, IReadOnlyList<TokenRange> sentences)
    {
        var (text, tokens) = JoinedTokens.Join(words, sentences);
        var copy = JoinedTokens.Document("copy", text, tokens, sentences);
        tag(copy);
        return copy;
    }

    private static string Capitals(string form) => form.ToUpperInvariant();

    /// <summary>"Of", "the" and the like stay small.</summary>
    private static string Headline(string form) =>
        form.Length > 3 && char.IsLower(form[0]) ? char.ToUpper(form[0], CultureInfo.InvariantCulture) + form[1..] : form;
}
