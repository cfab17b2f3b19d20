using NodaTime;

namespace Dateline.Reports;

/// <summary>What arrived: the text of one report, and what came with it.</summary>
/// <param name="Input">What the caller named: a path, <c>-</c>, or the <c>id</c> of a JSON line.</param>
/// <param name="Text">The text as decoded. Holds no unpaired surrogates: <see cref="WellFormed"/> replaced them by U+FFFD.</param>
public sealed record Report(string Input, string Text)
{
    /// <summary>The id that the caller gave; null lets <see cref="ReportId"/> make one.</summary>
    public string? Id { get; init; }

    /// <summary>The headline, when it came apart from the text; null leaves it to the reader to find one.</summary>
    public string? Title { get; init; }

    /// <summary>Where the report was published, such as a URL.</summary>
    public string? Address { get; init; }

    /// <summary>Who published it, such as "TASS".</summary>
    public string? Outlet { get; init; }

    /// <summary>Publication day, when the caller or the metadata gave one.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>Clock time of publication, in the time of the place that the report is written for; null when only the day is known.</summary>
    public LocalTime? PublishedClock { get; init; }

    /// <summary>Where <see cref="Published"/> comes from.</summary>
    public PublishedFrom? PublishedFrom { get; init; }

    /// <summary>Whether <see cref="Text"/> is all body: no headline is looked for in it. True when a title came apart from the text.</summary>
    public bool TextIsBody => Title is not null;

    /// <summary>Replaces each unpaired surrogate by U+FFFD, so that every span of the text can be written as UTF-8. Lengths stay the same.</summary>
    public static string WellFormed(string text)
    {
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            clean = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            i++;
        }

        if (clean) return text;
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (!char.IsSurrogate(characters[i])) continue;
            if (char.IsHighSurrogate(characters[i]) && i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1])) i++;
            else characters[i] = '\uFFFD';
        }

        return new string(characters);
    }
}

/// <summary>How the publication day became known.</summary>
public enum PublishedFrom
{
    /// <summary>The text itself says it.</summary>
    Text,

    /// <summary>The page's or line's metadata.</summary>
    Metadata,

    /// <summary>The <c>--published</c> option.</summary>
    Option,

    /// <summary>The feed that listed the report.</summary>
    Feed,
}
