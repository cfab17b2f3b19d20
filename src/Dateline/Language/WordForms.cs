using System.Runtime.InteropServices;

namespace Dateline.Language;

/// <summary>The words met lately, each made once: a word met again costs one look and no allocation.</summary>
/// <remarks>
/// Shared by all documents and threads, since what is kept is the same whoever asks. Bounded: some 65,000 words of ordinary length, 10 MB at most;
/// half a million words of news have 17,000 forms. Before, every token got a string of its own.
/// </remarks>
internal static class WordForms
{
    /// <summary>Longer words are no words and are made anew each time.</summary>
    public const int Longest = 48;

    private const int Bits = 16;

    private static readonly RecentTable<WordForm> Met = new(Bits);

    /// <summary>The form of a word as printed.</summary>
    public static WordForm Of(ReadOnlySpan<char> form)
    {
        var key = KeyOf(form);
        if (form.Length > Longest) return new WordForm(form, key);
        var first = Met.FirstPlace(key);
        for (var place = first; place < first + RecentTable.Places; place++)
        {
            if (Met[place] is { } known && known.Key == key && form.SequenceEqual(known.Text)) return Met.Found(first, place, known);
        }

        return Met.Keep(first, new WordForm(form, key));
    }

    /// <summary>Hash of the letters as they are, four at a time.</summary>
    internal static uint KeyOf(ReadOnlySpan<char> form)
    {
        var hash = (ulong)form.Length * 0x9E3779B97F4A7C15;
        foreach (var four in MemoryMarshal.Cast<char, ulong>(form)) hash = (ulong.RotateLeft(hash, 23) ^ four) * 0xD6E8FEB86659FD93;
        foreach (var letter in form[(form.Length & ~3)..]) hash = (ulong.RotateLeft(hash, 23) ^ letter) * 0xD6E8FEB86659FD93;
        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
