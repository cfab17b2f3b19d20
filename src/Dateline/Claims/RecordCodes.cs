using System.Collections.Frozen;

namespace Dateline.Claims;

/// <summary>The closed lists of codes that a record may hold. Types, weapons and outcomes come from the codebook and are open here.</summary>
public static class RecordCodes
{
    public static FrozenSet<string> Saliences { get; } = Set("main background");

    public static FrozenSet<string> Stages { get; } = Set("accomplished attempted foiled threatened planned alleged");

    public static FrozenSet<string> Roles { get; } = Set("perpetrator victim target hostage detainee responder claimant mediator other");

    /// <summary>What a participant can be.</summary>
    public static FrozenSet<string> Kinds { get; } =
        Set("person group organisation state-force government facility vehicle property place");

    public static FrozenSet<string> Fates { get; } = Set(
        "killed injured captive freed rescued escaped unharmed arrested charged convicted missing displaced surrendered " +
        "destroyed damaged seized undamaged");

    public static FrozenSet<string> Measures { get; } = Set("killed injured hostages abducted freed arrested missing displaced");

    public static FrozenSet<string> Modalities { get; } = Set("stated confirmed alleged denied speculated");

    public static FrozenSet<string> Stances { get; } = Set("claimed blamed denied");

    public static FrozenSet<string> Relations { get; } = Set("background same-actor retaliation follow-up arrests-for part-of");

    public static FrozenSet<string> PlaceKinds { get; } = Set("facility district city admin2 admin1 region natural country continent");

    public static FrozenSet<string> Precisions { get; } = Set("unknown time day days week month season year decade");

    /// <summary>Fields that stand alone in a claim's path.</summary>
    public static FrozenSet<string> Fields { get; } =
        Set("type stage when where weapons demands responsibility outcome links participants casualties");

    /// <summary>Fields below <c>participants/KEY</c>, besides <c>fates/FATE</c>.</summary>
    public static FrozenSet<string> ParticipantFields { get; } = Set("role count name description actor kind legalStatus");

    /// <summary>Whether a text has the form of an open code: lower-case words with hyphens, at most two levels deep.</summary>
    public static bool IsWellFormed(string code)
    {
        var parts = code.Split('/');
        return parts.Length <= 2 && parts.All(part =>
            part.Length > 0 && part[0] is >= 'a' and <= 'z' && part.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
