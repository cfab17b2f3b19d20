using Dateline.Resources;

namespace Dateline.Cli;

/// <summary>Finds the word that a mistyped one on the command line was meant to be.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean "card"?</c> for "crad", "car" or "cards"; a full stop when nothing is near.</summary>
    public static string For(string word, params ReadOnlySpan<string> known)
    {
        var best = "";
        var bestDistance = int.MaxValue;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance < bestDistance) (best, bestDistance) = (candidate, distance);
        }

        return bestDistance <= Math.Max(1, best.Length / 3) ? $"; did you mean \"{best}\"?" : ".";
    }

    /// <summary>Letters swapped, or the end left off, count as one slip: they are the commonest ones at a keyboard.</summary>
    private static int Distance(string word, string candidate)
    {
        if (word.Length >= 3 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return 1;
        var distance = Nearest.Distance(word.ToLowerInvariant(), candidate);
        return distance == 2 && word.Length == candidate.Length && word.ToLowerInvariant().Order().SequenceEqual(candidate.Order()) ? 1 : distance;
    }
}
