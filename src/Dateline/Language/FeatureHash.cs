namespace Dateline.Language;

/// <summary>32-bit hashes of words and of features, the same on every machine and in every run.</summary>
/// <remarks>Weights are found by hash alone, so a change here makes every model file unusable: raise <see cref="ModelFile.Version"/> with it.</remarks>
public static class FeatureHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Hash of a word as it stands, with curly quotes read as straight ones and every digit as 0.</summary>
    public static uint Word(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var letter in word) hash = (hash ^ Fold(letter)) * Prime;
        return Finish(hash);
    }

    /// <summary>Upper case, lower case, digits and marks in their order, runs of more than two cut to two: "McVeigh's" is <c>AaAaa'a</c>.</summary>
    public static uint Shape(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        char last = '\0';
        var run = 0;
        foreach (var letter in word)
        {
            var kind = char.IsUpper(letter) ? 'A' : char.IsLetter(letter) ? 'a' : char.IsDigit(letter) ? '0' : (char)Fold(letter);
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2) hash = (hash ^ kind) * Prime;
        }

        return Finish(hash);
    }

    /// <summary>Joins a feature's number and its values into one hash.</summary>
    public static uint Mix(uint feature, uint a) => Finish(Step(feature * 0x9E3779B1, a));

    public static uint Mix(uint feature, uint a, uint b) => Finish(Step(Step(feature * 0x9E3779B1, a), b));

    public static uint Mix(uint feature, uint a, uint b, uint c) => Finish(Step(Step(Step(feature * 0x9E3779B1, a), b), c));

    public static uint Mix(uint feature, uint a, uint b, uint c, uint d) =>
        Finish(Step(Step(Step(Step(feature * 0x9E3779B1, a), b), c), d));

    private static uint Step(uint hash, uint value) => (uint.RotateLeft(hash, 5) ^ value) * 0x85EBCA6B;

    private static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x7FEB352D;
        hash = (hash ^ (hash >> 15)) * 0x846CA68B;
        return hash ^ (hash >> 16);
    }

    private static uint Fold(char letter) => letter switch
    {
        <= '/' => letter,
        <= '9' => '0',
        <= '\u2017' => letter,
        '\u2018' or '\u2019' => '\'',
        '\u201C' or '\u201D' => '"',
        _ => letter,
    };
}
