namespace Dateline.Mentions.Names;

/// <summary>Labels of tokens: outside, or the beginning, inside, last or only token of a name of a learnt kind.</summary>
/// <remarks>A label is 0 for outside, else 1 + 4 × kind + place. Marking last and only tokens apart (Ratinov and Roth 2009) tells "Bank" from "Bank of China".</remarks>
public static class NameLabels
{
    /// <summary>The kinds that the tagger learns. Facilities are told from places, weapons and vehicles from the rest, by lists.</summary>
    public static IReadOnlyList<NameKind> Kinds { get; } = [NameKind.Person, NameKind.Organisation, NameKind.Place, NameKind.Group, NameKind.Other];

    public const int Outside = 0;

    /// <summary>How many labels there are.</summary>
    public const int Count = 1 + 4 * 5;

    /// <summary>Where in a name a token stands.</summary>
    public enum Part
    {
        Begin,
        Inside,
        Last,
        Only,
    }

    public static byte Of(NameKind kind, Part part)
    {
        var index = kind switch
        {
            NameKind.Person => 0,
            NameKind.Organisation => 1,
            NameKind.Place or NameKind.Facility => 2,
            NameKind.Group => 3,
            _ => 4,
        };
        return (byte)(1 + 4 * index + (int)part);
    }

    public static NameKind KindOf(int label) => Kinds[(label - 1) >> 2];

    public static Part PartOf(int label) => (Part)((label - 1) & 3);

    /// <summary>Whether a name goes on behind this label.</summary>
    public static bool IsOpen(int label) => label > 0 && PartOf(label) is Part.Begin or Part.Inside && label > 0;

    /// <summary>Whether a label may follow another; a name that is open must go on with its own kind, and none goes on that is not open.</summary>
    public static bool Follows(int before, int label)
    {
        var goesOn = label > 0 && PartOf(label) is Part.Inside or Part.Last && label > 0;
        if (!IsOpen(before)) return !goesOn;
        return goesOn && (before - 1) >> 2 == (label - 1) >> 2;
    }

    /// <summary>Writes the labels of one name's tokens.</summary>
    public static void Mark(Span<byte> labels, NameKind kind)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = Of(kind, labels.Length == 1 ? Part.Only : i == 0 ? Part.Begin : i == labels.Length - 1 ? Part.Last : Part.Inside);
        }
    }

    /// <summary>Index just past the name that begins at a token; the token itself when none does.</summary>
    public static int EndOf(ReadOnlySpan<byte> labels, int first)
    {
        if (labels[first] == Outside) return first;
        var end = first + 1;
        while (end < labels.Length && IsOpen(labels[end - 1])) end++;
        return end;
    }

    /// <summary>The nearest label to the annotated one that may follow what was chosen before: what is right after a mistake.</summary>
    public static byte Nearest(int before, byte gold)
    {
        if (Follows(before, gold)) return gold;
        if (!IsOpen(before))
        {
            // The name was annotated as begun already: it begins here.
            return Of(KindOf(gold), PartOf(gold) == Part.Last ? Part.Only : Part.Begin);
        }

        var goesOn = gold > 0 && PartOf(gold) is Part.Inside or Part.Begin && gold > 0;
        return Of(KindOf(before), goesOn && PartOf(gold) == Part.Inside ? Part.Inside : Part.Last);
    }
}
