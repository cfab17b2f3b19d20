using Dateline.Resources;

namespace Dateline.Reading;

/// <summary>The words of <c>en/lexicons/datelines.yaml</c>: what stands in date lines, bylines and the heads of wire stories.</summary>
internal sealed class HeadWords
{
    public const string File = "en/lexicons/datelines.yaml";

    public HeadWords(KnowledgeNode file)
    {
        file.AllowKeys("published", "updated", "date-line-words", "agencies", "agency-words", "not-places", "place-particles", "byline-particles", "lead-ins", "outlet-words");
        Published = [.. file.TextsOf("published").Select(LineWords.Of)];
        Updated = [.. file.TextsOf("updated").Select(LineWords.Of)];
        DateLine = Lower(file, "date-line-words");
        Agencies = new HashSet<string>(file.TextsOf("agencies"), StringComparer.OrdinalIgnoreCase);
        NotPlaces = Lower(file, "not-places");
        PlaceParticles = Lower(file, "place-particles");
        BylineParticles = Lower(file, "byline-particles");
        Outlets = new HashSet<string>(file.TextsOf("outlet-words"), StringComparer.OrdinalIgnoreCase);
        LeadIns = [.. file.TextsOf("lead-ins").OrderByDescending(text => text.Length).ThenBy(text => text, StringComparer.Ordinal)];
    }

    /// <summary>Labels of a publication day, as words: "posted on".</summary>
    public string[][] Published { get; }

    /// <summary>Labels of a later change: "last updated".</summary>
    public string[][] Updated { get; }

    /// <summary>Words that a line of nothing but a day may hold.</summary>
    public HashSet<string> DateLine { get; }

    public HashSet<string> Agencies { get; }

    /// <summary>Words of outlets' names, in any case: "Times", "TV".</summary>
    public HashSet<string> Outlets { get; }

    /// <summary>Words that stand before a colon or dash and are no place: "UPDATE".</summary>
    public HashSet<string> NotPlaces { get; }

    public HashSet<string> PlaceParticles { get; }

    public HashSet<string> BylineParticles { get; }

    /// <summary>What can stand before a dateline: "PRESS RELEASE -"; longest first.</summary>
    public string[] LeadIns { get; }

    private static HashSet<string> Lower(KnowledgeNode file, string key) => new(file.TextsOf(key).Select(text => text.ToLowerInvariant()), StringComparer.Ordinal);
}
