using Dateline.Language;

namespace Dateline.Mentions.Weapons;

/// <summary>Finds weapons and means of attack, with the words that describe them and without the determiner.</summary>
public sealed class WeaponFinder(WeaponLexicon lexicon) : IMentionFinder
{
    private const string By = "weapons/list";
    private const int CueReach = 6;
    private const int NeighbourReach = 4;

    public string Name => "weapons 1";

    public IReadOnlyList<Layer> Needs { get; } = [Layer.Tokens, Layer.Lemmas];

    public Layer Gives => Layer.Weapons;

    public void Find(Document document, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(mentions);
        var found = Collect(document);
        var free = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var (words, wording) = found[i];
            if (wording.Use is WordingUse.NamesWithCue && !HasCue(document, words, free, i + 1 < found.Count ? found[i + 1].Words.First : int.MaxValue, i + 1 < found.Count ? found[i + 1].Wording : null)) continue;
            var isImplied = wording.Use is WordingUse.Implies or WordingUse.ImpliesAsVerb;
            var code = wording.Code;
            while (!isImplied && i + 1 < found.Count && found[i + 1].Wording.Use is WordingUse.Names && document.SentenceOf[words.First] == document.SentenceOf[found[i + 1].Words.First] && Touches(document, words.End, found[i + 1].Words.First))
            {
                i++;
                code = Sharper(code, found[i].Wording.Code);
                words = new TokenRange(words.First, found[i].Words.End);
            }

            var whole = isImplied ? words : WeaponPhrase.Widen(lexicon, document, words, free);
            mentions.Weapons.Add(new WeaponMention(whole, document.SpanOf(whole), By) { Code = code, IsImplied = isImplied });
            free = whole.End;
        }
    }

    private List<(TokenRange Words, WeaponWording Wording)> Collect(Document document)
    {
        var found = new List<(TokenRange Words, WeaponWording Wording)>();
        foreach (var (phrase, meaning) in lexicon.Names.FindAll(document))
        {
            var (words, wording) = WithoutVerb(document, phrase, meaning);
            if (wording.Use is WordingUse.Never) continue;
            if (words.Count == 1 && document.Upos[words.First] == Upos.VERB)
            {
                if (lexicon.ImpliedBy(document.Lemmas[words.First]) is { } code) found.Add((words, new WeaponWording(code, WordingUse.ImpliesAsVerb)));
            }
            else if (IsMeant(document, words, wording.Use))
            {
                found.Add((words, wording));
            }
        }

        return found;
    }

    /// <summary>"A man armed with a machete attacked worshippers" names the machete and tells of no "machete attack".</summary>
    private (TokenRange Words, WeaponWording Wording) WithoutVerb(Document document, TokenRange words, WeaponWording wording) =>
        words.Count == 2 && document.Upos[words.Last] == Upos.VERB && document.Lemmas[words.Last] == "attack"
            && lexicon.Names.TryFindAt(document, words.First, 1, out var shorter, out var weapon) ? (weapon, shorter) : (words, wording);

    /// <summary>Whether the tags, where there are any, agree: "prices rocketed" names no rocket.</summary>
    private static bool IsMeant(Document document, TokenRange words, WordingUse use)
    {
        var head = words.Last;
        if (document.Xpos[words.First].Length == 0 && document.Upos[head] == Upos.X) return true;
        if (use == WordingUse.ImpliesAsVerb) return document.Upos[words.First] is Upos.VERB or Upos.X || (words.Count > 1 && document.Upos[words.First] is Upos.ADJ);
        if (words.Count > 1) return true;
        if (document.Upos[head] is Upos.VERB or Upos.AUX or Upos.ADV or Upos.ADP) return false;
        return !IsName(document, head);
    }

    /// <summary>A capitalised common word in mid-sentence is part of a name: "Shell", "Grenade Street".</summary>
    private static bool IsName(Document document, int token) =>
        document.Upos[token] == Upos.PROPN && document[token].IsCapitalised && !document.Article.AllCapitals
        && token > document.SentenceRanges[document.SentenceOf[token]].First && !document.Sentence(document.SentenceOf[token]).InTitle
        && char.IsLower(document[token].Form[^1]) && !char.IsUpper(document[token].Form.Length > 1 ? document[token].Form[1] : 'x')
        && string.Equals(document.Lowers[token], document.Lemmas[token], StringComparison.OrdinalIgnoreCase) && NextIsName(document, token);

    private static bool NextIsName(Document document, int token)
    {
        var end = document.SentenceRanges[document.SentenceOf[token]].End;
        return (token + 1 < end && document[token + 1].IsCapitalised) || document[token - 1].IsCapitalised;
    }

    private bool HasCue(Document document, TokenRange words, int free, int next, WeaponWording? nextWording)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[words.First]];
        if (free > sentence.First && words.First - free < NeighbourReach) return true;
        if (nextWording?.Use == WordingUse.Names && next < sentence.End && next - words.End < NeighbourReach) return true;
        for (var token = words.First - 1; token >= sentence.First && token >= words.First - CueReach; token--)
        {
            if (lexicon.Cues.Contains(document.Lowers[token])) return true;
        }

        return false;
    }

    private static bool Touches(Document document, int end, int next) =>
        end == next || (next == end + 1 && document.Lowers[end] is "-" or "‑");

    /// <summary>Of "AK-47 gun" the rifle is kept; otherwise the last noun decides, as in "grenade launcher".</summary>
    private static string Sharper(string first, string last) =>
        first.StartsWith(last + "/", StringComparison.Ordinal) ? first : last;
}
