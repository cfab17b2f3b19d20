using Dateline.Language;

namespace Dateline.Mentions.Places;

/// <summary>A name found in a text and what it may mean, while the finder works on it.</summary>
internal sealed class PlaceName
{
    /// <summary>First piece of the name itself.</summary>
    internal required int First { get; init; }

    /// <summary>Just past its last piece.</summary>
    internal required int End { get; set; }

    /// <summary>Whether a full stop of its own follows that no piece holds: "Ill." where the tokeniser took it for the sentence's.</summary>
    internal bool HasDot { get; init; }

    /// <summary>The name folded: what is the same name in one article means the same place.</summary>
    internal required string Key { get; init; }

    /// <summary>The places it may mean, likeliest first; containment and wording narrow them.</summary>
    internal required IReadOnlyList<GazetteerEntry> Candidates { get; set; }

    internal string By { get; set; } = "places/gazetteer";

    /// <summary>How sure it is that these words name a place here; see <see cref="PlaceEvidence"/>.</summary>
    internal double Support { get; set; }

    internal bool IsDemonym { get; init; }

    /// <summary>Part of a service's or an institution's name: "Columbus Police Department". It names no scene.</summary>
    internal bool IsEmbedded { get; set; }

    internal bool IsModifier { get; set; }

    internal PlaceRelation Relation { get; set; }

    /// <summary>Whether words before it say so; else <see cref="Relation"/> is only the default.</summary>
    internal bool HasRelation { get; set; }

    /// <summary>The kind that the wording says: "Rostov region" → Admin1; null when it says none.</summary>
    internal PlaceKind? Worded { get; set; }

    /// <summary>Whether the text calls it a neighbourhood: then it lies in the article's town, whatever else has the name.</summary>
    internal bool IsQuarter { get; set; }

    /// <summary>The quarter of the article's town that it is; others take their place from <see cref="Chosen"/>.</summary>
    internal Place? Quarter { get; set; }

    /// <summary>The name that the text says contains it: "Portland, Ore."; null when none.</summary>
    internal PlaceName? Container { get; set; }

    /// <summary>Whether the text spells out where it lies, so that its other candidates are ruled out.</summary>
    internal bool IsContained { get; set; }

    /// <summary>Names beside it in a list: "Ontario, Manitoba and Alberta".</summary>
    internal List<PlaceName> InListWith { get; } = [];

    internal GazetteerEntry? Chosen { get; set; }

    internal GazetteerEntry Best => Chosen ?? Candidates[0];

    internal TokenRange Pieces => new(First, End);
}
