using System.Globalization;
using Dateline.Language;

namespace Dateline.Evaluation.Training;

/// <summary>How many words got the right tags.</summary>
public readonly record struct TagScore(int Words, int UposRight, int XposRight)
{
    /// <summary>Per cent of words with the right universal tag.</summary>
    public double Upos => 100.0 * UposRight / Math.Max(1, Words);

    /// <summary>Per cent of words with the right Penn tag.</summary>
    public double Xpos => 100.0 * XposRight / Math.Max(1, Words);

    /// <summary>Tags the sentences, with their own tokens, and compares.</summary>
    public static TagScore Of(Tagger tagger, IReadOnlyList<ConlluSentence> gold)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        var document = ConlluSentence.Untagged(gold);
        tagger.Tag(document);
        int at = 0, upos = 0, xpos = 0;
        foreach (var word in gold.SelectMany(sentence => sentence.Words))
        {
            if (document.Upos[at] == word.Upos) upos++;
            if (document.Xpos[at] == word.Xpos) xpos++;
            at++;
        }

        return new TagScore(at, upos, xpos);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"UPOS {Upos:F2}, XPOS {Xpos:F2} on {Words} words");
}
