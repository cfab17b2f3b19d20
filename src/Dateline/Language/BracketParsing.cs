using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Dateline.Language;

/// <summary>Parses sentences with short brackets as if the brackets were not there: "the Islamic State (IS) hostage-takers".</summary>
/// <remarks>
/// An acronym, a unit or a party in brackets stands in the middle of a noun phrase, and a parser trained on other text breaks the
/// phrase there. The bracketed words are hung on the word before them as an apposition afterwards. Safe to share; scratch is kept and lent out.
/// </remarks>
/// <param name="parse">The parser.</param>
internal sealed class BracketParsing(Action<Document> parse)
{
    /// <summary>Longer brackets are parsed with their sentence, in tokens between the marks.</summary>
    private const int Longest = 3;

    private readonly ConcurrentBag<Scratch> _spare = [];

    /// <summary>Parses a document; sentences without short brackets go to the parser as they are.</summary>
    public void Parse(Document document)
    {
        parse(document);
        if (!_spare.TryTake(out var scratch)) scratch = new Scratch();
        FindHidden(document, scratch.Hidden);
        if (scratch.Hidden.Count > 0) Reparse(document, scratch);
        scratch.Clear();
        _spare.Add(scratch);
    }

    private static void FindHidden(Document document, List<TokenRange> hidden)
    {
        for (var open = 1; open < document.TokenCount; open++)
        {
            if (Mark(document, open) is not ('(' or '[')) continue;
            var sentence = document.SentenceRanges[document.SentenceOf[open]];
            for (var close = open + 2; close <= Math.Min(open + 1 + Longest, sentence.Last); close++)
            {
                if (Mark(document, close) is not (')' or ']')) continue;
                if (open > sentence.First) hidden.Add(new TokenRange(open, close + 1));
                break;
            }
        }
    }

    /// <summary>Parses all sentences with brackets once more, as one document of what they are without.</summary>
    private void Reparse(Document document, Scratch scratch)
    {
        var (hidden, kept, buffers) = (scratch.Hidden, scratch.Kept, scratch.Buffers);
        buffers.End();
        var last = -1;
        foreach (var range in hidden)
        {
            var index = document.SentenceOf[range.First];
            if (index == last) continue;
            last = index;
            var (sentence, first) = (document.SentenceRanges[index], kept.Count);
            for (var token = sentence.First; token < sentence.End; token++)
            {
                if (!IsHidden(hidden, token)) kept.Add(token);
            }

            buffers.Sentences.Add(new TokenRange(first, kept.Count));
        }

        foreach (var token in kept) buffers.Tokens.Add(document.Spans[token]);
        var shorter = buffers.Make(document.Article);
        for (var i = 0; i < kept.Count; i++)
        {
            (shorter.Upos[i], shorter.Xpos[i], shorter.Lemmas[i]) = (document.Upos[kept[i]], document.Xpos[kept[i]], document.Lemmas[kept[i]]);
        }

        parse(shorter);
        for (var i = 0; i < kept.Count; i++)
        {
            document.Heads[kept[i]] = shorter.Heads[i] < 0 ? -1 : kept[shorter.Heads[i]];
            document.Relations[kept[i]] = shorter.Relations[i];
        }

        foreach (var range in hidden) Hang(document, range);
        // A bracket behind a bracket hangs on the word before both.
        foreach (var range in hidden)
        {
            ref var head = ref document.Heads[range.First + 1];
            while (RangeOf(hidden, head) is { } other && other != range) head = other.First - 1;
        }
    }

    /// <summary>Hangs what a bracket holds on the word before it.</summary>
    private static void Hang(Document document, TokenRange bracket)
    {
        var word = bracket.First + 1;
        for (var token = bracket.First; token < bracket.End; token++)
        {
            document.Heads[token] = token == word ? bracket.First - 1 : word;
            document.Relations[token] = token == word ? Relation.Appos : Mark(document, token) is '(' or ')' or '[' or ']' ? Relation.Punct : Relation.Flat;
        }
    }

    private static bool IsHidden(List<TokenRange> hidden, int token) => RangeOf(hidden, token) is not null;

    /// <summary>The first bracket that holds a token; brackets are in order of their beginnings and may share tokens.</summary>
    private static TokenRange? RangeOf(List<TokenRange> hidden, int token)
    {
        var ranges = CollectionsMarshal.AsSpan(hidden);
        // No bracket is longer than three words and its marks, so that only those that begin there can hold the token.
        int low = 0, high = ranges.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].First + Longest + 2 > token) high = middle;
            else low = middle + 1;
        }

        for (; low < ranges.Length && ranges[low].First <= token; low++)
        {
            if (ranges[low].Contains(token)) return ranges[low];
        }

        return null;
    }

    private static char Mark(Document document, int token) => document.Spans[token].Length == 1 ? document.Text[document.Spans[token].Start] : '\0';

    /// <summary>What a document needs while it is parsed.</summary>
    private sealed class Scratch
    {
        public List<TokenRange> Hidden { get; } = [];

        /// <summary>The tokens that are parsed once more.</summary>
        public List<int> Kept { get; } = [];

        public DocumentBuffers Buffers { get; } = new();

        public void Clear()
        {
            Hidden.Clear();
            Kept.Clear();
            Buffers.End();
        }
    }
}
