namespace Dateline.Language;

/// <summary>The arrays of a <see cref="Document"/>; they may be longer than it needs.</summary>
internal sealed class DocumentArrays(int tokens, int sentences)
{
    /// <summary>Arrays without room, for documents that are over.</summary>
    public static DocumentArrays None { get; } = new(0, 0);

    public TextSpan[] Spans { get; } = new TextSpan[tokens];

    public TokenRange[] SentenceRanges { get; } = new TokenRange[sentences];

    public int[] SentenceOf { get; } = new int[tokens];

    public Upos[] Upos { get; } = new Upos[tokens];

    public string[] Xpos { get; } = new string[tokens];

    public string[] Lemmas { get; } = new string[tokens];

    public string[] Lowers { get; } = new string[tokens];

    public int[] Heads { get; } = new int[tokens];

    public Relation[] Relations { get; } = new Relation[tokens];

    public WordForm[] Forms { get; } = new WordForm[tokens];

    public bool HasRoom(int tokens, int sentences) => tokens <= Spans.Length && sentences <= SentenceRanges.Length;
}
