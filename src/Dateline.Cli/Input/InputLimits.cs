namespace Dateline.Cli.Input;

/// <summary>How much of one input is read. What lies beyond is told in a note, never dropped in silence.</summary>
internal static class InputLimits
{
    /// <summary>UTF-16 code units of one report that are analysed; the longest news reports stay below a tenth of it.</summary>
    public const int AnalysedCharacters = 1_000_000;

    /// <summary>Bytes that can hold that many characters in any encoding that is read, and a byte order mark.</summary>
    public const int TextBytes = (AnalysedCharacters * 4) + 4;

    /// <summary>Longest line of JSON Lines and largest JSON file, in bytes; longer ones are refused.</summary>
    public const int JsonBytes = 256 * 1024 * 1024;

    /// <summary>Folders within folders that are followed.</summary>
    public const int FolderDepth = 64;
}
