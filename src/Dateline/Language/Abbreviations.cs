using Dateline.Resources;

namespace Dateline.Language;

/// <summary>What may follow an abbreviation, and so whether its full stop can end a sentence.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>A name or number follows: "Gen.", "Mr.".</summary>
    Title,

    /// <summary>Known only before a number: "No. 3".</summary>
    Numbered,

    /// <summary>A month or day: "Dec.".</summary>
    Date,

    /// <summary>A month or day that can be another word, known only before a number or comma: "Sat.".</summary>
    DateBesideNumber,

    /// <summary>A state: "Calif.".</summary>
    Place,

    /// <summary>A state that can be another word, known only after a comma or bracket: "Miss.".</summary>
    PlaceAfterComma,

    /// <summary>After the name of a company or person: "Inc.", "Jr.".</summary>
    Company,

    /// <summary>Anything else: "etc.", "vs.".</summary>
    Other,

    /// <summary>Another word without its stop, known only in the middle of a sentence: "min.".</summary>
    BeforeSmallLetter,
}

/// <summary>The abbreviations of <c>en/lexicons/abbreviations.yaml</c>.</summary>
internal sealed class Abbreviations
{
    public const string File = "en/lexicons/abbreviations.yaml";

    /// <summary>Longest abbreviation, in code units with its inner stops but without the last.</summary>
    public const int MaxLength = 10;

    private static readonly (string Key, AbbreviationKind Kind)[] Sections =
    [
        ("before-small-letters", AbbreviationKind.BeforeSmallLetter),
        ("dates", AbbreviationKind.Date),
        ("places", AbbreviationKind.Place),
        ("companies", AbbreviationKind.Company),
        ("titles", AbbreviationKind.Title),
        ("dates-beside-numbers", AbbreviationKind.DateBesideNumber),
        ("places-after-commas", AbbreviationKind.PlaceAfterComma),
        ("others", AbbreviationKind.Other),
        ("numbered", AbbreviationKind.Numbered),
    ];

    private readonly Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> _kinds;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _starts;

    public Abbreviations(KnowledgeNode file)
    {
        file.AllowKeys([.. Sections.Select(section => section.Key), "sentence-starts"]);
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        foreach (var (key, kind) in Sections)
        {
            foreach (var form in file.TextsOf(key))
            {
                if (form.Length > MaxLength) throw file.Error($"abbreviation \"{form}\" is longer than {MaxLength}");
                kinds.TryAdd(form, kind);
            }
        }

        foreach (var (form, kind) in kinds.ToArray())
        {
            // "NO." and "SAT." in wire copy in capitals keep their conditions; single letters are initials there.
            if (form.Length > 1) kinds.TryAdd(form.ToUpperInvariant(), kind);
        }

        var starts = new HashSet<string>(file.TextsOf("sentence-starts"), StringComparer.Ordinal);
        _kinds = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        _starts = starts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Looks up a form as printed, without its last stop.</summary>
    public bool TryFind(ReadOnlySpan<char> form, out AbbreviationKind kind)
    {
        kind = default;
        return form.Length <= MaxLength && _kinds.TryGetValue(form, out kind);
    }

    /// <summary>Whether a word as printed is one that begins sentences.</summary>
    public bool StartsSentence(ReadOnlySpan<char> word) => word.Length <= 12 && _starts.Contains(word);
}
