using System.Buffers;
using System.Globalization;
using System.Text;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>How a word is usually printed in running text.</summary>
public enum WordCase : byte
{
    /// <summary>In small letters, or without letters.</summary>
    Small,

    /// <summary>With a capital first: a name.</summary>
    Capital,

    /// <summary>All in capitals: initials such as "UN".</summary>
    Capitals,
}

/// <summary>Gives the words of a text set in capitals the case that they would have in running text. A view: the text and its offsets stay as they are.</summary>
/// <remarks>
/// Counted in open corpora: what case each word mostly has inside sentences, and beside which other word that is otherwise ("THE UN", "OF MAY").
/// A word that was never seen is taken for a name, as most such words in news are. The first word of a sentence gets its capital.
/// Immutable and shared by threads; nothing is allocated.
/// </remarks>
public sealed class Truecaser
{
    /// <summary>Kind of the model file.</summary>
    public const string Kind = "truecase";

    /// <summary>Longer words, in code units, stay in small letters.</summary>
    private const int MaxWord = 64;

    private static readonly string[] Endings =
        ["ing", "ings", "ed", "ly", "ness", "tion", "tions", "sion", "sions", "ment", "ments", "able", "ible", "ful", "less", "ous", "ive", "ical", "ized", "ised", "ity", "ities", "ance", "ence", "ers", "ists", "isms", "ants", "ents", "ures", "ages"];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUYaeiouy");

    private readonly WordLabels _cases;

    private Truecaser(WordLabels cases) => _cases = cases;

    /// <summary>Opens <c>models/truecase.bin</c>.</summary>
    /// <exception cref="DataException">The file is missing, damaged, or of another version.</exception>
    public static Truecaser Load(string path)
    {
        var (bytes, payload) = ModelFile.Read(path, Kind);
        return Read(bytes, payload) ?? throw ModelFile.Damaged(path, Kind);
    }

    /// <summary>Reads a model from memory; null when the bytes hold none.</summary>
    public static Truecaser? Read(byte[] bytes, int payload)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var reader = new BinaryReader(new MemoryStream(bytes, payload, bytes.Length - payload), Encoding.UTF8);
        var left = bytes.Length - payload - sizeof(int);
        if (left < 0 || reader.ReadInt32() is var count && (count < 0 || count != left / 5 || left % 5 != 0)) return null;
        var cases = new WordLabels(count);
        for (var i = 0; i < count; i++)
        {
            var word = reader.ReadUInt32();
            var label = reader.ReadByte();
            if (label > (byte)WordCase.Capitals) return null;
            cases.Add(word, label);
        }

        return new Truecaser(cases);
    }

    /// <summary>The bytes of a model file.</summary>
    /// <param name="cases">By <see cref="Key(ReadOnlySpan{char})"/> and those of pairs.</param>
    public static byte[] Write(IReadOnlyDictionary<uint, WordCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(cases.Count);
        foreach (var (word, label) in cases.OrderBy(pair => pair.Key))
        {
            writer.Write(word);
            writer.Write((byte)label);
        }

        writer.Flush();
        return ModelFile.Wrap(Kind, stream.ToArray());
    }

    /// <summary>What a word is looked up by, whatever its case.</summary>
    public static uint Key(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxWord) return 0;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return FeatureHash.Word(lower);
    }

    /// <summary>What a word after another is looked up by.</summary>
    public static uint KeyAfter(uint before, uint word) => FeatureHash.Mix(99, before, word);

    /// <summary>What a word before another is looked up by.</summary>
    public static uint KeyBefore(uint word, uint after) => FeatureHash.Mix(98, word, after);

    /// <summary>The case that each word of a sentence would have in running text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="cases">Receives one for each token.</param>
    public void Read(Document document, TokenRange sentence, Span<WordCase> cases)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (sentence.Count == 0) return;
        var (before, next) = (0u, Key(document[sentence.First].Form));
        var first = true;
        for (var i = 0; i < sentence.Count; i++)
        {
            var form = document[sentence.First + i].Form;
            var key = next;
            next = i + 1 < sentence.Count ? Key(document[sentence.First + i + 1].Form) : 0;
            var usual = CaseOf(form, before, key, next);
            if (first && usual == WordCase.Small && char.IsLetter(form[0])) usual = WordCase.Capital;
            if (char.IsLetterOrDigit(form[0])) first = false;
            cases[i] = usual;
            before = key;
        }
    }

    /// <summary>The usual case of a word inside a sentence.</summary>
    /// <param name="form">The word, in any case.</param>
    /// <param name="before"><see cref="Key(ReadOnlySpan{char})"/> of the word before; 0 for none.</param>
    /// <param name="after">The same of the word behind.</param>
    public WordCase CaseOf(ReadOnlySpan<char> form, uint before = 0, uint after = 0) => CaseOf(form, before, Key(form), after);

    /// <summary>The usual case of a word that the corpora have; null for a word that they have not, which <see cref="CaseOf(ReadOnlySpan{char}, uint, uint)"/> guesses at.</summary>
    public WordCase? Known(ReadOnlySpan<char> form) =>
        form.Length is > 0 and <= MaxWord && _cases.TryGetValue(Key(form), out var label) ? (WordCase)label : null;

    /// <summary>Whether a word is usually a name, whatever stands beside it.</summary>
    public bool IsName(ReadOnlySpan<char> form) => CaseOf(form) != WordCase.Small;

    /// <summary>Hash of the truecased form, as <see cref="FeatureHash.Word"/> would give it.</summary>
    public static uint Hash(ReadOnlySpan<char> form, WordCase usual)
    {
        if (form.Length > MaxWord) return FeatureHash.Word(form);
        Span<char> set = stackalloc char[form.Length];
        return FeatureHash.Word(Set(form, usual, set));
    }

    /// <summary>Shape of the truecased form, as <see cref="FeatureHash.Shape"/> would give it.</summary>
    public static uint Shape(ReadOnlySpan<char> form, WordCase usual)
    {
        if (form.Length > MaxWord) return FeatureHash.Shape(form);
        Span<char> set = stackalloc char[form.Length];
        return FeatureHash.Shape(Set(form, usual, set));
    }

    /// <summary>Writes a form in a case.</summary>
    /// <param name="form">As printed.</param>
    /// <param name="usual">The case.</param>
    /// <param name="set">Receives as many letters as the form has.</param>
    /// <returns>What was written.</returns>
    public static ReadOnlySpan<char> Set(ReadOnlySpan<char> form, WordCase usual, Span<char> set)
    {
        if (usual == WordCase.Capitals)
        {
            form.ToUpperInvariant(set);
            return set[..form.Length];
        }

        form.ToLowerInvariant(set);
        if (usual == WordCase.Capital && form.Length > 0) set[0] = char.ToUpper(set[0], CultureInfo.InvariantCulture);
        return set[..form.Length];
    }

    private WordCase CaseOf(ReadOnlySpan<char> form, uint before, uint key, uint after)
    {
        if (form.Length is 0 or > MaxWord || !char.IsLetter(form[0])) return WordCase.Small;
        if (_cases.TryGetValue(KeyBefore(key, after), out var label) || _cases.TryGetValue(KeyAfter(before, key), out label) || _cases.TryGetValue(key, out label)) return (WordCase)label;
        // Initials with stops, or without a vowel: "A.B.C.", "PKK".
        if (form.Length <= 5 && (form.Contains('.') || !form.ContainsAny(Vowels))) return form.Length == 1 || char.IsLetter(form[1]) || form[1] == '.' ? WordCase.Capitals : WordCase.Small;
        return EndsLikeWord(form) ? WordCase.Small : WordCase.Capital;
    }

    /// <summary>Whether an unseen word has an ending that names seldom have: "-ING", "-NESS", "-IZED".</summary>
    private static bool EndsLikeWord(ReadOnlySpan<char> form)
    {
        if (form.Length < 6) return false;
        foreach (var ending in Endings)
        {
            if (form.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
