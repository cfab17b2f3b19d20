using Dateline.Resources;

namespace Dateline.Language;

/// <summary>The irregular forms and spelling endings of <c>en/lexicons/lemmas.yaml</c>.</summary>
internal sealed class LemmaTables
{
    /// <summary>Longer words, in code units, are their own lemma.</summary>
    public const int MaxWord = 40;

    private static readonly string[] TableNames =
        ["auxiliaries", "verbs", "nouns", "adjectives", "adverbs", "pronouns", "determiners", "particles", "others", "numbers", "names", "marks", "perfects", "misspelt"];

    private readonly Dictionary<string, Dictionary<string, string>> _irregular = new(StringComparer.Ordinal);

    /// <summary>Ends of stems before -ed and -ing, and whether an e follows; a whole stem is written with ^.</summary>
    private readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _takesE;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _doubled;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _singularS;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _esPlurals;
    private readonly string[] _nationEndings;
    private readonly HashSet<string> _nations;
    private readonly HashSet<string> _rare;

    public LemmaTables(KnowledgeNode file)
    {
        file.AllowKeys([.. TableNames, "with-e", "without-e", "doubled", "singular-s", "es-plurals", "nation-endings", "nations", "rare"]);
        foreach (var name in TableNames)
        {
            var table = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (lemma, forms) in file[name]?.Entries ?? [])
            {
                foreach (var form in forms.Texts) table.TryAdd(form, lemma);
            }

            _irregular.Add(name, table);
        }

        var takesE = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var ending in file.TextsOf("with-e")) takesE[ending] = true;
        foreach (var ending in file.TextsOf("without-e"))
        {
            if (!takesE.TryAdd(ending, false)) throw file.Error($"ending \"{ending}\" stands in with-e and in without-e");
        }

        _takesE = takesE.GetAlternateLookup<ReadOnlySpan<char>>();
        _doubled = new HashSet<string>(file.TextsOf("doubled"), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _singularS = new HashSet<string>(file.TextsOf("singular-s"), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _esPlurals = new HashSet<string>(file.TextsOf("es-plurals"), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _nationEndings = [.. file.TextsOf("nation-endings")];
        _rare = new HashSet<string>(file.TextsOf("rare"), StringComparer.Ordinal);
        _nations = new HashSet<string>(file.TextsOf("nations"), StringComparer.Ordinal);
    }

    /// <summary>The lemma that a table gives for a form; null when it gives none.</summary>
    public string? Irregular(string table, string lower) => _irregular[table].GetValueOrDefault(lower);

    /// <summary>Whether a word is right, though no corpus has it and it is a letter away from another.</summary>
    public bool IsRare(string lower) => _rare.Contains(lower);

    /// <summary>Whether an adjective in lower case is of a nation, people or faith, and so is printed with a capital.</summary>
    public bool IsNation(string lower)
    {
        if (_nations.Contains(lower)) return true;
        foreach (var ending in _nationEndings)
        {
            if (lower.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>"killed" → kill, "fired" → fire, "died" → die, "carried" → carry.</summary>
    public string PastStem(string word)
    {
        if (!word.EndsWith("ed", StringComparison.Ordinal) || word.Length < 4) return word;
        if (word.EndsWith("ied", StringComparison.Ordinal)) return word.Length == 4 ? word[..^1] : word[..^3] + "y";
        if (word.EndsWith("eed", StringComparison.Ordinal)) return Ending(word.AsSpan(0, word.Length - 1)) is false ? word : word[..^1];
        return Stem(word.AsSpan(0, word.Length - 2));
    }

    /// <summary>"killing" → kill, "firing" → fire, "dying" → die.</summary>
    public string IngStem(string word)
    {
        if (word.EndsWith("in'", StringComparison.Ordinal)) word = word[..^1] + "g";
        if (!word.EndsWith("ing", StringComparison.Ordinal) || word.Length < 5) return word;
        if (word.EndsWith("ying", StringComparison.Ordinal)) return word.Length == 5 ? word[..^4] + "ie" : word[..^3];
        return word[^4] == 'e' ? word[..^3] : Stem(word.AsSpan(0, word.Length - 3));
    }

    /// <summary>"carries" → carry, "passes" → pass, "says" → say.</summary>
    public string ThirdPerson(string word)
    {
        if (word.Length < 3 || word[^1] != 's' || word.EndsWith("ss", StringComparison.Ordinal)) return word;
        if (word.EndsWith("ies", StringComparison.Ordinal)) return word.Length <= 4 ? word[..^1] : word[..^3] + "y";
        return WithoutEs(word);
    }

    /// <summary>"hostages" → hostage, "bodies" → body, "churches" → church; words that only look plural stay.</summary>
    public string Singular(string word, bool surelyPlural = false)
    {
        if (word.EndsWith("men", StringComparison.Ordinal) && surelyPlural) return word[..^2] + "an";
        if (word.EndsWith("children", StringComparison.Ordinal)) return word[..^3];
        if (word.Length < 3 || char.IsAsciiDigit(word[0]) || word[^1] != 's' || _singularS.Contains(word)) return word;
        if (word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal)) return word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal)) return surelyPlural && !word.EndsWith("sis", StringComparison.Ordinal) ? word[..^1] : word;
        if (word.EndsWith("ies", StringComparison.Ordinal)) return word.Length <= 4 ? word[..^1] : word[..^3] + "y";
        return WithoutEs(word);
    }

    /// <summary>"larger" → large, "biggest" → big, "deadliest" → deadly.</summary>
    public string Compared(string word)
    {
        var stem = word.EndsWith("est", StringComparison.Ordinal) ? word.AsSpan(0, word.Length - 3)
            : word.EndsWith("er", StringComparison.Ordinal) ? word.AsSpan(0, word.Length - 2) : default;
        if (stem.Length < 2) return word;
        if (stem[^1] == 'i') return stem[..^1].ToString() + "y";
        if (stem.Length > 2 && stem[^1] == stem[^2] && stem[^1] is 'g' or 't' or 'd' or 'n' or 'm' or 'b' or 'p') return stem[..^1].ToString();
        return Ending(stem) ?? TakesEByShape(stem) ? stem.ToString() + "e" : stem.ToString();
    }

    private string WithoutEs(string word)
    {
        if (!word.EndsWith("es", StringComparison.Ordinal) || word.Length < 4) return word[..^1];
        var stem = word.AsSpan(0, word.Length - 2);
        if (_esPlurals.Contains(stem)) return stem.ToString();
        var es = stem.EndsWith("sh") || stem.EndsWith("ss") || stem.EndsWith("x") || stem.EndsWith("zz")
            || (stem.EndsWith("ch") && !stem.EndsWith("ache") && !stem.EndsWith("psych"));
        return es ? stem.ToString() : word[..^1];
    }

    private string Stem(ReadOnlySpan<char> stem)
    {
        if (stem.Length > 2 && stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 'r' or 't' or 'l' or 'v' or 'k' or 'c')
        {
            var keeps = _doubled.Contains(stem) || (stem[^1] == 'l' && Vowels(stem) == 1);
            return keeps ? stem.ToString() : stem[..^1].ToString();
        }

        return Ending(stem) ?? TakesEByShape(stem) ? stem.ToString() + "e" : stem.ToString();
    }

    /// <summary>What the longest listed ending says; null when none is listed.</summary>
    private bool? Ending(ReadOnlySpan<char> stem)
    {
        if (stem.Length + 1 <= MaxWord)
        {
            Span<char> whole = stackalloc char[stem.Length + 1];
            whole[0] = '^';
            stem.CopyTo(whole[1..]);
            if (_takesE.TryGetValue(whole, out var exact)) return exact;
        }

        for (var from = Math.Max(0, stem.Length - 8); from < stem.Length; from++)
        {
            if (_takesE.TryGetValue(stem[from..], out var takes)) return takes;
        }

        return null;
    }

    /// <summary>One vowel between consonants ("hop-ed") needs its e: without it the consonant would be doubled.</summary>
    private static bool TakesEByShape(ReadOnlySpan<char> stem) =>
        stem.Length >= 2 && Vowels(stem) == 1 && !IsVowel(stem[^1]) && IsVowel(stem[^2]) && stem[^1] is not ('w' or 'x' or 'y')
        && (stem.Length < 3 || !IsVowel(stem[^3]) || (stem[^3] == 'u' && stem.Length > 3 && stem[^4] == 'q'));

    /// <summary>Groups of vowels.</summary>
    private static int Vowels(ReadOnlySpan<char> word)
    {
        var (groups, inside) = (0, false);
        for (var i = 0; i < word.Length; i++)
        {
            var vowel = IsVowel(word[i]) || (word[i] == 'y' && i > 0);
            if (vowel && !inside) groups++;
            inside = vowel;
        }

        return groups;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
