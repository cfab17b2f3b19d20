namespace Dateline.Language;

/// <summary>Rights words that are one slip away from a known one: "recieve" to receive, "administartion" to administration, "sooooo" to so.</summary>
/// <remarks>
/// <para>Only for lemmas: the text stays as it is. A word is righted when the corpora of the <see cref="Truecaser"/> do not have it and one slip of the
/// likeliest kind leads to exactly one word that they have; the first and last letters are taken to be right, so that an ending is never invented or lost.</para>
/// <para>A word costs some hundred look-ups, but only once: the lemmatiser remembers it.</para>
/// </remarks>
internal sealed class Spelling(Truecaser truecaser, LemmaTables tables)
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int Shortest = 4;

    /// <summary>From this length on a letter may be missing, too many or wrong; in shorter words two may have changed places.</summary>
    private const int Long = 6;

    private static readonly string[] Suffixes = ["ing", "ings", "ed", "er", "ers", "or", "ors", "able", "ably", "ness", "less", "ly", "ish", "ist", "ists", "ism", "y", "s", "es"];

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Whether the corpora have the word in small letters.</summary>
    public bool Knows(ReadOnlySpan<char> word) => truecaser.Known(word) == WordCase.Small;

    /// <summary>A stem with or without its last e, whichever the corpora have; as it is when they have neither or both.</summary>
    public string Stem(string stem)
    {
        if (Knows(stem)) return stem;
        var other = stem.EndsWith('e') ? stem[..^1] : stem + "e";
        return Knows(other) ? other : stem;
    }

    /// <summary>The word that was meant; null when it is not clear or the word is right.</summary>
    /// <param name="word">In small letters.</param>
    public string? Right(string word)
    {
        if (word.Length is < Shortest or >= LemmaTables.MaxWord || word.AsSpan().ContainsAnyExceptInRange('a', 'z')) return null;
        if (Shortened(word) is { } plain) return plain;
        if (truecaser.Known(word) is not null || tables.IsRare(word) || IsFormed(word)) return null;
        Span<char> room = stackalloc char[LemmaTables.MaxWord];
        var swapped = Swapped(word, room[..word.Length]);
        if (swapped.Count > 0 || word.Length < Long) return swapped.Only;
        var longer = WithLetter(word, room[..(word.Length + 1)]);
        if (longer.Count > 0) return longer.Only;
        var shorter = WithoutLetter(word, room[..(word.Length - 1)]);
        return shorter.Count > 0 ? shorter.Only : WithVowel(word, room[..word.Length]).Only;
    }

    /// <summary>"bottling", "contactable", "cruncher": formed from a word that the corpora have.</summary>
    private bool IsFormed(string word)
    {
        foreach (var suffix in Suffixes)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal) || word.Length < suffix.Length + 3) continue;
            var stem = word.AsSpan(0, word.Length - suffix.Length);
            if (Knows(stem) || Knows(string.Concat(stem, "e")) || (stem[^1] == stem[^2] && Knows(stem[..^1]))) return true;
        }

        return false;
    }

    /// <summary>
    /// "sooooo", "prettty": three or more of a letter in a row are two or one; null when there are none. A drawn-out last vowel is one
    /// ("sooo" is so, not "soo"), all others are two where that is a word.
    /// </summary>
    private string? Shortened(string word)
    {
        var (twice, once) = (Cut(word, 2), Cut(word, 1));
        if (twice.Length == word.Length) return null;
        var isDrawnOut = word[^1] == word[^3] && (IsVowel(word[^1]) || word[^1] == 'y');
        if (isDrawnOut && Knows(once)) return once;
        return Knows(twice) || !Knows(once) ? twice : once;
    }

    /// <summary>The word with runs of three or more letters cut to some.</summary>
    private static string Cut(string word, int most)
    {
        Span<char> cut = stackalloc char[word.Length];
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var run = 1;
            while (i + run < word.Length && word[i + run] == word[i]) run++;
            for (var kept = 0; kept < (run > 2 ? most : run); kept++) cut[length++] = word[i];
            i += run;
        }

        return new string(cut[..length]);
    }

    private Found Swapped(string word, Span<char> other)
    {
        var found = default(Found);
        word.CopyTo(other);
        for (var i = 1; i + 2 < word.Length; i++)
        {
            (other[i], other[i + 1]) = (word[i + 1], word[i]);
            if (word[i] != word[i + 1]) found.Try(other, this);
            (other[i], other[i + 1]) = (word[i], word[i + 1]);
        }

        return found;
    }

    private Found WithLetter(string word, Span<char> other)
    {
        var found = default(Found);
        for (var i = 1; i < word.Length; i++)
        {
            word.AsSpan(0, i).CopyTo(other);
            word.AsSpan(i).CopyTo(other[(i + 1)..]);
            foreach (var letter in Letters)
            {
                other[i] = letter;
                // "adress" is "address" by either d.
                if (letter != word[i - 1]) found.Try(other, this);
            }
        }

        return found;
    }

    private Found WithoutLetter(string word, Span<char> other)
    {
        var found = default(Found);
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (word[i] == word[i - 1]) continue;
            word.AsSpan(0, i).CopyTo(other);
            word.AsSpan(i + 1).CopyTo(other[i..]);
            found.Try(other, this);
        }

        return found;
    }

    /// <summary>"seperate": the wrong vowel is the commonest wrong letter.</summary>
    private Found WithVowel(string word, Span<char> other)
    {
        var found = default(Found);
        word.CopyTo(other);
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (!IsVowel(word[i])) continue;
            foreach (var vowel in "aeiou")
            {
                if (vowel == word[i]) continue;
                other[i] = vowel;
                found.Try(other, this);
            }

            other[i] = word[i];
        }

        return found;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>How many known words were met, and the first.</summary>
    private struct Found
    {
        private string? _first;

        public int Count { get; private set; }

        /// <summary>The one known word; null when there are none or several.</summary>
        public readonly string? Only => Count == 1 ? _first : null;

        public void Try(ReadOnlySpan<char> word, Spelling spelling)
        {
            if (!spelling.Knows(word)) return;
            _first ??= word.ToString();
            Count++;
        }
    }
}
