namespace Dateline.Mentions.Chains;

/// <summary>Which earlier phrases a phrase may go on from: the nearest, and those of the same word however far back.</summary>
/// <remarks>Bounded for every phrase, so that whole documents take linear time.</remarks>
public sealed class ChainCandidates
{
    private const int Window = 60;
    private const int NearWindow = 25;
    private const int SameWord = 4;
    private readonly IReadOnlyList<ReferringPhrase> _phrases;
    private readonly Dictionary<uint, List<int>> _byWord = [];
    private readonly List<int> _found = new(Window + SameWord);

    public ChainCandidates(IReadOnlyList<ReferringPhrase> phrases) => _phrases = phrases;

    /// <summary>Indexes of the candidates, nearest first.</summary>
    public IReadOnlyList<int> Of(ReferringPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        _found.Clear();
        var window = phrase.Kind == ReferenceKind.Pronoun && phrase.Person == 3 ? NearWindow : Window;
        var from = Math.Max(0, phrase.Index - window);
        for (var index = phrase.Index - 1; index >= from; index--) _found.Add(index);
        if (_byWord.TryGetValue(phrase.Word, out var same) && phrase.Kind != ReferenceKind.Pronoun)
        {
            for (int at = same.Count - 1, taken = 0; at >= 0 && taken < SameWord; at--)
            {
                if (same[at] >= from) continue;
                _found.Add(same[at]);
                taken++;
            }
        }

        return _found;
    }

    /// <summary>Lets later phrases find this one by its words.</summary>
    public void Pass(ReferringPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (phrase.Kind == ReferenceKind.Pronoun) return;
        Note(phrase.Word, phrase.Index);
        if (phrase.Kind != ReferenceKind.Name) return;
        foreach (var word in phrase.Modifiers) Note(word, phrase.Index);
    }

    private void Note(uint word, int index)
    {
        if (!_byWord.TryGetValue(word, out var list)) _byWord[word] = list = [];
        list.Add(index);
    }
}
