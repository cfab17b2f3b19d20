namespace Dateline.Mentions.Places;

/// <summary>The place names of an article by where they stand, so that a neighbourhood is looked up without walking them all.</summary>
internal sealed class KnownNames
{
    /// <summary>How many pieces around a facility its container is looked for: about two sentences.</summary>
    internal const int Reach = 60;

    private readonly PlaceName?[] _at;

    internal KnownNames(PlaceText text, List<PlaceName> names)
    {
        _at = new PlaceName?[text.Count + 1];
        foreach (var name in names) _at.AsSpan(name.First, name.End - name.First).Fill(name);
    }

    /// <summary>The name that covers a piece; null when none does.</summary>
    internal PlaceName? At(int piece) => piece >= 0 && piece < _at.Length ? _at[piece] : null;

    /// <summary>The first name that lies wholly within the pieces.</summary>
    internal PlaceName? Within(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (At(i) is { } name && name.First >= first && name.End <= end) return name;
        }

        return null;
    }

    /// <summary>Whether any name covers one of the pieces.</summary>
    internal bool Covers(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (At(i) is not null) return true;
        }

        return false;
    }

    /// <summary>Names in a range of pieces, left to right.</summary>
    internal IEnumerable<PlaceName> Between(int first, int end)
    {
        for (var i = Math.Max(0, first); i < Math.Min(end, _at.Length); i++)
        {
            if (_at[i] is not { } name) continue;
            yield return name;
            i = name.End - 1;
        }
    }
}
