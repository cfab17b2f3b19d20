using System.Globalization;
using System.Text;
using Dateline.Reading;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Cuts text into tokens as the Universal Dependencies treebanks of English do.</summary>
/// <remarks>
/// Tokens cover every character that is not <see cref="IsSpace">space</see>, in order and without overlap. Contractions are
/// cut (do|n't, group|'s, can|not), hyphenated words too (hostage|-|taker) unless the first part is a prefix (non-commercial);
/// numbers, clock times, addresses and abbreviations with their stops stay whole. The word lists are
/// <c>en/lexicons/tokens.yaml</c> and <c>abbreviations.yaml</c>. Time is linear in the text, whatever it holds.
/// </remarks>
public sealed class Tokenizer
{
    /// <summary>Longest token in code units; longer runs are cut, so that no later stage meets a word of a megabyte.</summary>
    public const int MaxTokenLength = 1000;

    private readonly TokenWords _words;
    private readonly Abbreviations _abbreviations;

    internal Tokenizer(TokenWords words, Abbreviations abbreviations)
    {
        _words = words;
        _abbreviations = abbreviations;
    }

    /// <summary>Loads the word lists.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static Tokenizer Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new Tokenizer(new TokenWords(folder.Read(TokenWords.File)), new Abbreviations(folder.Read(Abbreviations.File)));
    }

    /// <summary>White space, control characters and the invisible marks (zero-width space, byte order mark, direction marks) that carry no text.</summary>
    public static bool IsSpace(char c) => TextLines.IsSpace(c);

    /// <summary>The tokens of a whole text.</summary>
    public IReadOnlyList<TextSpan> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<TextSpan>(text.Length / 5);
        Tokenize(text, new TextSpan(0, text.Length), tokens);
        return tokens;
    }

    /// <summary>Adds the tokens of one region of a text; nothing outside the region is looked at.</summary>
    public void Tokenize(string text, TextSpan region, List<TextSpan> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var at = region.Start;
        while (at < region.End)
        {
            if (IsSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < region.End && !IsSpace(text[end])) end++;
            new TokenChunk(_words, _abbreviations, text, at, end, region, tokens).Read();
            at = end;
        }
    }

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´' or '‘' or '′' or '＇';

    internal static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    /// <summary>Code units of the letter, digit, mark or underscore at an offset; 0 when something else stands there.</summary>
    internal static int WordLength(string text, int at, int end)
    {
        var c = text[at];
        if (c < 0x80) return char.IsAsciiLetterOrDigit(c) || c == '_' ? 1 : 0;
        if (char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]))
        {
            return Rune.IsLetterOrDigit(new Rune(c, text[at + 1])) ? 2 : 0;
        }

        if (c is '\u00AD' or '\u200C' or '\u200D') return 1;
        return char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            && !IsApostrophe(c) ? 1 : 0;
    }
}
