namespace Dateline.Mentions;

/// <summary>Spells a phrase the way the tokeniser splits it, so that <see cref="PhraseTable{T}"/> can meet it token by token.</summary>
internal static class PhraseWording
{
    /// <summary>The phrase as tokens apart by spaces; one with an apostrophe comes in straight and in curly quotes.</summary>
    public static IEnumerable<string> Of(string phrase)
    {
        var spaced = phrase
            .Replace("’", "'", StringComparison.Ordinal)
            .Replace("'s ", " 's ", StringComparison.Ordinal)
            .Replace("s' ", "s ' ", StringComparison.Ordinal)
            .Replace("&", " & ", StringComparison.Ordinal);
        if (spaced.EndsWith("'s", StringComparison.Ordinal)) spaced = spaced[..^2] + " 's";
        yield return spaced;
        if (spaced.Contains('\'', StringComparison.Ordinal)) yield return spaced.Replace('\'', '’');
    }
}
