namespace Dateline.Language;

/// <summary>Hangs what "including" names on the noun before it: in "23 civilians including nine children were killed" the civilians are the subject.</summary>
/// <remarks>Without commas, as much agency copy has it, a greedy parser takes the children for a second subject. No cycle can come of it: a head that hangs below the included noun is left alone.</remarks>
internal static class InclusionRepair
{
    /// <summary>The included noun stands at most this many tokens behind "including".</summary>
    private const int Reach = 6;

    public static void Mend(Document document)
    {
        for (var token = 1; token < document.TokenCount - 1; token++)
        {
            if (document.Lowers[token] is not "including") continue;
            var sentence = document.SentenceRanges[document.SentenceOf[token]];
            var whole = token - 1;
            if (whole > sentence.First && document.Upos[whole] == Upos.PUNCT) whole--;
            if (whole < sentence.First || document.Upos[whole] is not (Upos.NOUN or Upos.PROPN or Upos.NUM)) continue;
            var part = Head(document, token + 1, sentence.End);
            if (part < 0 || document.Heads[part] == whole || IsAbove(document, part, whole) || IsAbove(document, token, whole)) continue;
            if (document.Heads[part] == token || IsAbove(document, token, part)) Rehang(document, sentence, token, part);
            document.Heads[part] = whole;
            document.Relations[part] = Relation.Nmod;
            document.Heads[token] = part;
            document.Relations[token] = Relation.Case;
        }
    }

    /// <summary>The first noun that no noun follows: "nine children", "two police officers".</summary>
    private static int Head(Document document, int first, int end)
    {
        for (var token = first; token < Math.Min(end, first + Reach); token++)
        {
            if (document.Upos[token] is Upos.VERB or Upos.AUX or Upos.PUNCT) return -1;
            var isNoun = document.Upos[token] is Upos.NOUN or Upos.PROPN;
            if (isNoun && (token + 1 >= end || document.Upos[token + 1] is not (Upos.NOUN or Upos.PROPN))) return token;
        }

        return -1;
    }

    private static void Rehang(Document document, TokenRange sentence, int from, int to)
    {
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Heads[token] == from && token != to) document.Heads[token] = to;
        }
    }

    private static bool IsAbove(Document document, int token, int below)
    {
        var steps = 0;
        for (var head = document.Heads[below]; head >= 0 && steps++ < document.TokenCount; head = document.Heads[head])
        {
            if (head == token) return true;
        }

        return false;
    }
}
