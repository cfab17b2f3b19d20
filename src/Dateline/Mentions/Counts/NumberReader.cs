using System.Globalization;
using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Mentions.Counts;

/// <summary>A number as the text states it.</summary>
/// <param name="Value">The number; "half a million" is 500000.</param>
/// <param name="Tokens">The tokens that state it, joining hyphens included.</param>
/// <param name="IsWords">Whether it is written in words ("twenty-three"), not digits.</param>
public readonly record struct StatedNumber(decimal Value, TokenRange Tokens, bool IsWords)
{
    /// <summary>The number as a count; null when it has a fraction or does not fit.</summary>
    public int? Whole => Value >= 0 && Value <= int.MaxValue && decimal.Truncate(Value) == Value ? (int)Value : null;
}

/// <summary>Reads numbers in digits ("1,400", "3.5 million", "1.2m") and in words ("a hundred and forty-four", "two dozen").</summary>
/// <remarks>Words come from data/en/lexicons/numbers.yaml. A number is read only from where it begins: "four" of "twenty-four" is read as 4.</remarks>
public sealed class NumberReader
{
    // Longer runs of digits are identifiers, never quantities; the cap also keeps decimal arithmetic from overflowing.
    private const int MostDigits = 13;

    private readonly Dictionary<string, NumberWord> _words;
    private readonly Dictionary<string, decimal> _suffixes;
    private readonly Dictionary<string, int> _ordinals;

    private NumberReader(Dictionary<string, NumberWord> words, Dictionary<string, decimal> suffixes, Dictionary<string, int> ordinals) =>
        (_words, _suffixes, _ordinals) = (words, suffixes, ordinals);

    private enum Kind : byte
    {
        Ones, Teens, Tens, Scale, Group,
    }

    /// <summary>Loads the number words.</summary>
    /// <exception cref="DataException">The lexicon is missing or broken.</exception>
    public static NumberReader Load(KnowledgeFolder folder, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(folder);
        var file = folder.Read($"{language}/lexicons/numbers.yaml");
        file.AllowKeys("ones", "teens", "tens", "scales", "groups", "suffixes", "ordinals");
        var words = new Dictionary<string, NumberWord>(StringComparer.Ordinal);
        AddWords(words, file["ones"], Kind.Ones);
        AddWords(words, file["teens"], Kind.Teens);
        AddWords(words, file["tens"], Kind.Tens);
        AddWords(words, file["scales"], Kind.Scale);
        AddWords(words, file["groups"], Kind.Group);
        var suffixes = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (suffix, value) in file["suffixes"]?.Entries ?? []) suffixes[suffix] = Number(value);
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, value) in file["ordinals"]?.Entries ?? []) ordinals[word] = (int)Number(value);
        return new NumberReader(words, suffixes, ordinals);
    }

    /// <summary>Reads the number that begins at a token.</summary>
    /// <param name="document">The document.</param>
    /// <param name="token">Where the number must begin.</param>
    /// <param name="number">The number, as long as it can be read.</param>
    public bool TryRead(Document document, int token, out StatedNumber number)
    {
        ArgumentNullException.ThrowIfNull(document);
        number = default;
        if (token < 0 || token >= document.TokenCount) return false;
        var end = document.SentenceRanges[document.SentenceOf[token]].End;
        return char.IsAsciiDigit(document.Text[document.Spans[token].Start])
            ? TryReadDigits(document, token, end, out number)
            : TryReadWords(document, token, end, out number);
    }

    /// <summary>Whether a number or an ordinal, an article before a scale included, may begin with this lower-cased word.</summary>
    public bool MayBegin(string lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        return lower.Length > 0 && (char.IsAsciiDigit(lower[0]) || lower is "a" or "an" or "half" || _words.ContainsKey(lower) || _ordinals.ContainsKey(lower));
    }

    /// <summary>The words that a number or an ordinal in words may begin with.</summary>
    public IEnumerable<string> FirstWords => _words.Keys.Concat(_ordinals.Keys).Concat(["a", "an", "half"]);

    /// <summary>Reads an ordinal: "first", "22nd", "twenty-third".</summary>
    public bool TryReadOrdinal(Document document, int token, out int ordinal, out int end)
    {
        ArgumentNullException.ThrowIfNull(document);
        (ordinal, end) = (0, token + 1);
        if (token >= document.TokenCount) return false;
        var lower = document.Lowers[token];
        if (_ordinals.TryGetValue(lower, out ordinal)) return true;
        if (lower.Length is >= 3 and <= 6 && char.IsAsciiDigit(lower[0]))
            return lower[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(lower.AsSpan(0, lower.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out ordinal);
        if (!_words.TryGetValue(lower, out var tens) || tens.Kind != Kind.Tens) return false;
        var next = token + 1;
        if (IsHyphen(document, next)) next++;
        if (next >= document.TokenCount || !_ordinals.TryGetValue(document.Lowers[next], out var ones) || ones >= 10) return false;
        (ordinal, end) = ((int)tens.Value + ones, next + 1);
        return true;
    }

    private bool TryReadDigits(Document document, int token, int sentenceEnd, out StatedNumber number)
    {
        number = default;
        var form = document.Text.AsSpan(document.Spans[token].Start, Math.Min(document.Spans[token].Length, 24));
        var letters = form.Length;
        while (letters > 0 && char.IsAsciiLetter(form[letters - 1])) letters--;
        if (document.Spans[token].Length > form.Length || !TryParseDigits(form[..letters], out var value)) return false;
        var end = token + 1;
        if (letters < form.Length)
        {
            if (!_suffixes.TryGetValue(document.Lowers[token][letters..], out var scale)) return false;
            value *= scale;
        }
        else
        {
            if (end < sentenceEnd && TryFraction(document, token, end, out var fraction)) (value, end) = (value + fraction, end + (document.Lowers[end] == "1" ? 3 : 1));
            if (end < sentenceEnd && document.Spans[end].Start == document.Spans[end - 1].End && document.Spans[end].Length <= 2
                && _suffixes.TryGetValue(document.Lowers[end], out var suffix))
            {
                (value, end) = (value * suffix, end + 1);
            }

            while (ScaleAt(document, end, sentenceEnd) is { } at && value < 1e15m) (value, end) = (value * _words[document.Lowers[at]].Value, at + 1);
        }

        number = new StatedNumber(value, new TokenRange(token, end), false);
        return true;
    }

    /// <summary>Whole digits, digits in groups of three, or a decimal fraction; no signs, ranges or dotted dates.</summary>
    private static bool TryParseDigits(ReadOnlySpan<char> form, out decimal value)
    {
        value = 0;
        var digits = 0;
        var group = -1;
        var fraction = -1;
        foreach (var c in form)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
                if (group >= 0) group++;
                if (fraction >= 0) fraction++;
            }
            else if (c is ',' or '\u00A0' or '\u202F')
            {
                if (digits is 0 || fraction >= 0 || group is not (-1 or 3) || (group < 0 && digits > 3)) return false;
                group = 0;
            }
            else if (c == '.')
            {
                if (digits == 0 || fraction >= 0 || group is not (-1 or 3)) return false;
                fraction = 0;
            }
            else
            {
                return false;
            }
        }

        if (digits is 0 or > MostDigits || group is not (-1 or 3) && fraction < 0 || fraction == 0) return false;
        foreach (var c in form)
        {
            if (c == '.') break;
            if (char.IsAsciiDigit(c)) value = (value * 10) + (c - '0');
        }

        if (fraction > 0) value += decimal.Parse(form[(form.IndexOf('.') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture) / (decimal)Math.Pow(10, fraction);
        return true;
    }

    private static bool TryFraction(Document document, int token, int at, out decimal fraction)
    {
        fraction = 0;
        var lower = document.Lowers[at];
        if (lower is "½" or "1/2") fraction = 0.5m;
        else if (lower is "¼" or "1/4") fraction = 0.25m;
        else if (lower is "¾" or "3/4") fraction = 0.75m;
        else if (lower == "1" && at + 2 < document.TokenCount && document.Lowers[at + 1] == "/" && document.Lowers[at + 2] == "2"
                 && document.Spans[at].End == document.Spans[at + 1].Start && token + 1 == at) fraction = 0.5m;
        return fraction > 0;
    }

    private bool TryReadWords(Document document, int token, int sentenceEnd, out StatedNumber number)
    {
        number = default;
        decimal total = 0, group = 0;
        var at = token;
        var read = false;
        var lower = document.Lowers[at];
        if (lower is "a" or "an")
        {
            // The article counts as one only before a scale or a dozen: "a hundred", "a dozen", not "a four-man team".
            if (at + 1 >= sentenceEnd || !_words.TryGetValue(document.Lowers[at + 1], out var next) || next.Kind is not (Kind.Scale or Kind.Group)) return false;
            group = 1;
            at++;
        }
        else if (lower == "half")
        {
            if (at + 2 >= sentenceEnd || document.Lowers[at + 1] != "a" || !_words.TryGetValue(document.Lowers[at + 2], out var half) || half.Kind is not (Kind.Scale or Kind.Group)) return false;
            number = new StatedNumber(half.Value / 2, new TokenRange(token, at + 3), true);
            return true;
        }

        var last = at;
        Kind? previous = group > 0 ? Kind.Ones : null;
        var smallest = decimal.MaxValue;
        while (at < sentenceEnd && at - token < 24)
        {
            if (!_words.TryGetValue(document.Lowers[at], out var word) || !Follows(previous, word, group, smallest)) break;
            switch (word.Kind)
            {
                case Kind.Scale when word.Value == 100:
                    group = (group == 0 ? 1 : group) * 100;
                    break;
                case Kind.Scale or Kind.Group:
                    total += (group == 0 ? 1 : group) * word.Value;
                    (group, smallest) = (0, word.Value);
                    break;
                default:
                    group += word.Value;
                    break;
            }

            if (!read && previous is null && word.Kind is Kind.Scale) return false;
            read = true;
            previous = word.Kind == Kind.Scale && word.Value == 100 ? Kind.Group : word.Kind;
            last = ++at;
            if (word.Kind == Kind.Group) break;
            if (IsHyphen(document, at) && at + 1 < sentenceEnd && IsJoined(document, at) && _words.ContainsKey(document.Lowers[at + 1])) at++;
            else if (at + 1 < sentenceEnd && document.Lowers[at] == "and" && (group >= 100 || total > 0) && previous is Kind.Group or Kind.Scale && at + 1 < sentenceEnd && _words.ContainsKey(document.Lowers[at + 1])) at++;
        }

        if (!read || last == token) return false;
        var value = total + group;
        if (ReadHalf(document, last, sentenceEnd) is { } afterHalf)
        {
            value += 0.5m;
            last = afterHalf;
            while (ScaleAt(document, last, sentenceEnd) is { } scale && value < 1e15m) (value, last) = (value * _words[document.Lowers[scale]].Value, scale + 1);
        }

        number = new StatedNumber(value, new TokenRange(token, last), true);
        return true;
    }

    private static bool Follows(Kind? previous, NumberWord word, decimal group, decimal smallest) => previous switch
    {
        null => true,
        Kind.Ones or Kind.Teens => word.Kind is Kind.Scale or Kind.Group && word.Value < smallest,
        Kind.Tens => (word.Kind == Kind.Ones && word.Value > 0) || (word.Kind is Kind.Scale or Kind.Group && word.Value < smallest),
        Kind.Group when group >= 100 => word.Kind is not Kind.Group && (word.Kind != Kind.Scale || word.Value > 100) && (word.Kind != Kind.Scale || word.Value < smallest),
        Kind.Scale => word.Kind is not (Kind.Scale or Kind.Group) && word.Value < smallest,
        _ => false,
    };

    private static int? ReadHalf(Document document, int at, int sentenceEnd) =>
        at + 2 < sentenceEnd && document.Lowers[at] == "and" && document.Lowers[at + 1] == "a" && document.Lowers[at + 2] == "half" ? at + 3 : null;

    private int? ScaleAt(Document document, int at, int sentenceEnd)
    {
        if (IsHyphen(document, at) && IsJoined(document, at)) at++;
        return at < sentenceEnd && _words.TryGetValue(document.Lowers[at], out var word) && word.Kind is Kind.Scale or Kind.Group && word.Value > 0 ? at : null;
    }

    private static bool IsHyphen(Document document, int at) => at < document.TokenCount && document.Lowers[at] is "-" or "‑" or "–";

    private static bool IsJoined(Document document, int at) =>
        at > 0 && document.Spans[at].Start == document.Spans[at - 1].End && at + 1 < document.TokenCount && document.Spans[at + 1].Start == document.Spans[at].End;

    private static void AddWords(Dictionary<string, NumberWord> words, KnowledgeNode? node, Kind kind)
    {
        foreach (var (word, value) in node?.Entries ?? []) words[word] = new NumberWord(kind, Number(value));
    }

    private static decimal Number(KnowledgeNode node) =>
        decimal.TryParse(node.Required(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : throw node.Error("a whole number is expected here");

    private readonly record struct NumberWord(Kind Kind, decimal Value);
}
