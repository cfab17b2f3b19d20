namespace Dateline.Mentions.Triggers;

/// <summary>The words of one trigger, or of a near miss that is none.</summary>
/// <param name="Words">Lemmas or printed words in lower case, in the order of the text.</param>
/// <param name="Form">How they stand.</param>
/// <param name="Frame">The frame they tell; null for a near miss such as "heart attack" or "strike a deal".</param>
internal sealed record FramePhrase(string[] Words, TriggerForm Form, Frame? Frame)
{
    /// <summary>Which word heads it: the verb behind adverbs ("fatally shoot"), the first word otherwise.</summary>
    public int Head { get; } = Form == TriggerForm.Noun ? 0 : Math.Max(0, Array.FindIndex(Words, word => !word.EndsWith("ly", StringComparison.Ordinal) || word is "rally"));

    /// <summary>Which word names the one who suffers ("board +ship": the ship); -1 for none.</summary>
    public int Patient { get; init; } = -1;

    /// <summary>The word by which <see cref="FrameSet"/> finds it.</summary>
    public string Key => Words[Head];

    /// <summary>Every phrase that a written one stands for: <c>take|hold hostage|captive</c> stands for four.</summary>
    /// <param name="written">The words; a plus sign stands before those that name who suffers.</param>
    /// <param name="form">How they stand.</param>
    /// <param name="frame">The frame they tell; null for a near miss.</param>
    public static IEnumerable<FramePhrase> Expand(string written, TriggerForm form, Frame? frame)
    {
        IEnumerable<string[]> phrases = [[]];
        var words = written.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            phrases = [.. phrases.SelectMany(phrase => word.TrimStart('+').Split('|', StringSplitOptions.RemoveEmptyEntries).Select(choice => (string[])[.. phrase, choice]))];
        }

        var patient = Array.FindIndex(words, word => word[0] == '+');
        return phrases.Where(phrase => phrase.Length > 0).Select(phrase => new FramePhrase(phrase, form, frame) { Patient = patient });
    }
}
