namespace Dateline.Evaluation.Treebanks;

/// <summary>Which word found is which annotated one: those with the same first and last character, as in the CoNLL 2018 shared task.</summary>
internal sealed class WordAlignment
{
    private readonly int[] _goldOf;

    public WordAlignment(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> found)
    {
        _goldOf = new int[found.Count];
        var at = 0;
        for (var word = 0; word < found.Count; word++)
        {
            while (at < gold.Count && gold[at].Start < found[word].Start) at++;
            var same = at < gold.Count && gold[at] == found[word];
            _goldOf[word] = same ? at : -1;
            if (same) Pairs++;
        }
    }

    /// <summary>How many words have a partner.</summary>
    public int Pairs { get; }

    /// <summary>Index of the annotated word; -1 when a word found is none.</summary>
    public int GoldOf(int found) => _goldOf[found];

    /// <summary>How many spans stand in both lists, which are in order.</summary>
    public static int Common(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> found) => new WordAlignment(gold, found).Pairs;
}
