namespace Dateline.Resources;

/// <summary>Finds the known word that a mistyped one was meant to be.</summary>
public static class Nearest
{
    /// <summary><c>; did you mean "captor"?</c> when a known word is at most a third of its letters away, else an empty text.</summary>
    public static string Suggestion(string word, params ReadOnlySpan<string> known)
    {
        var best = "";
        var bestDistance = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance < bestDistance) (best, bestDistance) = (candidate, distance);
        }

        return bestDistance <= Math.Max(1, best.Length / 3) ? $"; did you mean \"{best}\"?" : "";
    }

    /// <summary>Levenshtein distance: fewest insertions, deletions and replacements of one character.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
