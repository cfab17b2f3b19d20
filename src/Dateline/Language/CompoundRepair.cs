namespace Dateline.Language;

/// <summary>Gives hyphenated compounds the one shape that later stages expect: "hostage-takers" hangs on "takers" as a whole.</summary>
/// <remarks>UD cuts hyphenated words into three tokens, and a greedy parser attaches the pieces here and there. Only words joined without spaces are touched, and no cycle can come of it.</remarks>
internal static class CompoundRepair
{
    public static void Mend(Document document)
    {
        for (var hyphen = 1; hyphen + 1 < document.TokenCount; hyphen++)
        {
            if (!IsJoint(document, hyphen)) continue;
            int left = hyphen - 1, right = hyphen + 1;
            if (document.SentenceOf[left] != document.SentenceOf[right] || !IsWord(document, left) || !IsNoun(document, right)) continue;
            if (document.Heads[right] == left || Reaches(document, right, left) || Reaches(document, right, hyphen))
            {
                document.Heads[right] = document.Heads[left];
                document.Relations[right] = document.Relations[left];
            }

            Rehang(document, left, right);
            document.Heads[left] = right;
            document.Relations[left] = Relation.Compound;
            Rehang(document, hyphen, right);
            document.Heads[hyphen] = right;
            document.Relations[hyphen] = Relation.Punct;
        }
    }

    private static bool IsJoint(Document document, int hyphen) =>
        document.Spans[hyphen].Length == 1 && document.Text[document.Spans[hyphen].Start] is '-' or '‑'
        && document.Spans[hyphen - 1].End == document.Spans[hyphen].Start && document.Spans[hyphen].End == document.Spans[hyphen + 1].Start;

    private static bool IsWord(Document document, int token) => document.Upos[token] is Upos.NOUN or Upos.PROPN or Upos.ADJ;

    private static bool IsNoun(Document document, int token) => document.Upos[token] is Upos.NOUN or Upos.PROPN;

    /// <summary>Whether the way up from a token passes another.</summary>
    private static bool Reaches(Document document, int token, int other)
    {
        for (int at = document.Heads[token], steps = 0; at >= 0 && steps < document.TokenCount; at = document.Heads[at], steps++)
        {
            if (at == other) return true;
        }

        return false;
    }

    /// <summary>What hung on a piece hangs on the whole.</summary>
    private static void Rehang(Document document, int from, int to)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[from]];
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Heads[token] == from && token != to) document.Heads[token] = to;
        }
    }
}
