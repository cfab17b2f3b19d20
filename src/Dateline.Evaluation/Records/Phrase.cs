using System.Text;

namespace Dateline.Evaluation.Records;

/// <summary>A description as the scorer compares it: its words, its content words and its head word.</summary>
/// <remarks>
/// Words are lower-case ASCII letters and digits, marks stripped. Content words leave out <see cref="Unsaid"/>
/// and a plural "s". The head is the last content word before the first preposition, comma or bracket:
/// "two guards at Detention Centre 1" has the head "guard".
/// </remarks>
public sealed class Phrase
{
    /// <summary>Words that say nothing about who or what is meant.</summary>
    private static readonly HashSet<string> Unsaid =
    [
        .. ("a an the of in on at by for to from with and or his her their its this that these those some any all two three four five six "
            + "seven eight nine ten one who was were is are be been near about least more than mr mrs ms dr").Split(' '),
    ];

    private static readonly HashSet<string> HeadEnds = [.. "of in at on from with who which that for by near".Split(' ')];

    public Phrase(string? text)
    {
        Text = text ?? "";
        Words = WordsOf(Text);
        Content = [.. Words.Where(word => !Unsaid.Contains(word)).Select(Singular)];
        Head = HeadOf(Text);
    }

    public static Phrase Empty { get; } = new("");

    public string Text { get; }

    public IReadOnlyList<string> Words { get; }

    public HashSet<string> Content { get; }

    /// <summary>The head word in the singular; empty for a text without words.</summary>
    public string Head { get; }

    /// <summary>Whether both descriptions may name the same thing: same head, or all content words of one inside the other's.</summary>
    public bool Names(Phrase other)
    {
        if (Head.Length > 0 && Head == other.Head) return true;
        if (Content.Count == 0 || other.Content.Count == 0) return false;
        return Content.IsSubsetOf(other.Content) || other.Content.IsSubsetOf(Content);
    }

    /// <summary>Whether the two have a content word in common.</summary>
    public bool SharesContentWith(Phrase other) => Content.Overlaps(other.Content);

    /// <summary>Whether any description of one list names what any of the other names.</summary>
    public static bool AnyNames(IReadOnlyList<Phrase> these, IReadOnlyList<Phrase> those)
    {
        foreach (var one in these)
        {
            foreach (var other in those)
            {
                if (one.Names(other)) return true;
            }
        }

        return false;
    }

    public override string ToString() => Text;

    private static List<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text)
        {
            if (character < 0x80)
            {
                Add(char.ToLowerInvariant(character));
                continue;
            }

            foreach (var letter in AsciiFolding.Fold(character) ?? "") Add(letter);
        }

        Add(' ');
        return words;

        void Add(char letter)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    private static string HeadOf(string text)
    {
        var start = WordsOf(text.AsSpan(0, HeadEnd(text)));
        return Singular(start.LastOrDefault(word => !Unsaid.Contains(word)) ?? start.LastOrDefault() ?? "");
    }

    /// <summary>Where the head part ends; the whole text when it opens with a preposition, comma or bracket.</summary>
    private static int HeadEnd(string text)
    {
        var lookup = HeadEnds.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is ',' or '(') return i > 0 ? i : text.Length;
            var start = i;
            while (i < text.Length && IsWordCharacter(text[i])) i++;
            if (i == start) i++;
            else if (lookup.Contains(text.AsSpan(start, i - start))) return start > 0 ? start : text.Length;
        }

        return text.Length;
    }

    private static bool IsWordCharacter(char character) => character == '_' || char.IsLetterOrDigit(character) || char.IsNumber(character);

    private static string Singular(string word) =>
        word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
}
