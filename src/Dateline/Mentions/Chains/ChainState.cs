namespace Dateline.Mentions.Chains;

/// <summary>The chains of a document as far as they are built: which phrases belong together, and what is known of each chain as a whole.</summary>
public sealed class ChainState
{
    private readonly int[] _chain;
    private readonly List<Known> _known = [];
    private readonly Dictionary<uint, int> _chainsOfWord = [];

    /// <param name="count">How many phrases the document has.</param>
    public ChainState(int count)
    {
        _chain = new int[count];
        Array.Fill(_chain, -1);
    }

    /// <summary>The chain of a phrase; -1 as long as it has none.</summary>
    public int this[int phrase] => _chain[phrase];

    /// <summary>How many chains there are; chains of one phrase count.</summary>
    public int Count => _known.Count;

    /// <summary>What is known of the chain that a phrase belongs to.</summary>
    public Known Of(int phrase) => _known[_chain[phrase]];

    /// <summary>Begins a chain.</summary>
    public void Begin(ReferringPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        _chain[phrase.Index] = _known.Count;
        _known.Add(new Known());
        Take(phrase);
    }

    /// <summary>Adds a phrase to the chain of an earlier one.</summary>
    public void Link(ReferringPhrase phrase, int antecedent)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        _chain[phrase.Index] = _chain[antecedent];
        Take(phrase);
    }

    /// <summary>How many chains have a phrase with a telling word.</summary>
    public int ChainsOf(uint word) => _chainsOfWord.GetValueOrDefault(word);

    private void Take(ReferringPhrase phrase)
    {
        var known = _known[_chain[phrase.Index]];
        if (phrase.Kind != ReferenceKind.Pronoun && !known.Words.Contains(phrase.Word)) _chainsOfWord[phrase.Word] = ChainsOf(phrase.Word) + 1;
        known.Take(phrase);
    }

    /// <summary>What all phrases of a chain tell together.</summary>
    public sealed class Known
    {
        /// <summary>How many phrases it has.</summary>
        public int Size { get; private set; }

        public PhraseGender Gender { get; private set; }

        public PhraseNumber Number { get; private set; }

        public bool HasName { get; private set; }

        public bool HasNominal { get; private set; }

        /// <summary>Index of its last phrase.</summary>
        public int Last { get; private set; }

        /// <summary>The telling words of its names and nominals.</summary>
        public HashSet<uint> Words { get; } = [];

        /// <summary>All words that told its phrases apart.</summary>
        public HashSet<uint> Modifiers { get; } = [];

        internal void Take(ReferringPhrase phrase)
        {
            Size++;
            Last = phrase.Index;
            if (phrase.Gender != PhraseGender.Unknown && (Gender is PhraseGender.Unknown || (Gender == PhraseGender.Person && phrase.Gender is PhraseGender.Male or PhraseGender.Female))) Gender = phrase.Gender;
            if (Number == PhraseNumber.Unknown) Number = phrase.Number;
            HasName |= phrase.Kind == ReferenceKind.Name;
            HasNominal |= phrase.Kind == ReferenceKind.Nominal;
            if (phrase.Kind == ReferenceKind.Pronoun) return;
            Words.Add(phrase.Word);
            Modifiers.UnionWith(phrase.Modifiers);
        }
    }
}
