using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Incidents;

/// <summary>Words by which a report moves between incidents, or sums up many of them (data/en/lexicons/narration.yaml).</summary>
internal sealed class NarrationLexicon
{
    /// <summary>How many tokens into its sentence "…, 1,500 miles away, …" may still open it.</summary>
    private const int Opening = 8;

    private readonly IReadOnlyList<string[]> _elsewhere;
    private readonly HashSet<string> _wars;
    private readonly HashSet<string> _periods;

    private NarrationLexicon(KnowledgeNode file)
    {
        _elsewhere = [.. file.TextsOf("elsewhere").Select(phrase => phrase.Split(' '))];
        _wars = file.TextsOf("wars").ToHashSet(StringComparer.Ordinal);
        _periods = file.TextsOf("periods").ToHashSet(StringComparer.Ordinal);
    }

    /// <exception cref="DataException">The file is missing or broken.</exception>
    public static NarrationLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/narration.yaml"));

    /// <summary>"a war", "the conflict": what goes on for years.</summary>
    public bool IsWar(string lemma) => _wars.Contains(lemma);

    /// <summary>"since", "began", "years": tells a period where a war stands beside it.</summary>
    public bool IsPeriod(string lower) => _periods.Contains(lower);

    /// <summary>Whether a sentence opens by going elsewhere: "Elsewhere, …", "In a separate incident …", "Hours later and 1,500 miles away, …".</summary>
    public bool GoesElsewhere(Document document, TokenRange sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        for (var token = sentence.First; token < Math.Min(sentence.End, sentence.First + Opening); token++)
        {
            foreach (var phrase in _elsewhere)
            {
                // A phrase of the list opens the sentence; a distance may stand behind "hours later and".
                if ((token == sentence.First || phrase[^1] == "away") && StandsAt(document, phrase, token, sentence.End)) return true;
            }
        }

        return false;
    }

    private static bool StandsAt(Document document, string[] phrase, int token, int end)
    {
        if (token + phrase.Length > end) return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!string.Equals(document.Lowers[token + i], phrase[i], StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
