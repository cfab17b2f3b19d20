using Dateline.Language;

namespace Dateline.Mentions.Chains;

/// <summary>The hashed features of "this phrase begins a chain" and of "this phrase continues the chain of that one".</summary>
/// <remarks>
/// Few, plain features, each alone, with the kind of the phrase, and with the kinds of both (Durrett and Klein 2013: "Easy Victories and
/// Uphill Battles"). A change here makes model files unusable: raise <see cref="ChainModel.Features"/> with it.
/// </remarks>
public sealed class ChainFeatures
{
    private readonly Document _document;
    private readonly IReadOnlyList<ReferringPhrase> _phrases;
    private readonly HashSet<uint> _words = [];
    private readonly HashSet<uint> _wordings = [];
    private readonly uint[] _features = new uint[512];
    private readonly uint[] _tokens;

    /// <summary>Index of the phrase that each token heads; -1 for none.</summary>
    private readonly int[] _headed;
    private int _count;
    private uint _kind;
    private uint _both;

    public ChainFeatures(Tree tree, IReadOnlyList<ReferringPhrase> phrases)
    {
        ArgumentNullException.ThrowIfNull(tree);
        _document = tree.Document;
        _phrases = phrases;
        _tokens = new uint[_document.TokenCount];
        for (var token = 0; token < _tokens.Length; token++) _tokens[token] = FeatureHash.Word(_document.Lowers[token]);
        _headed = new int[_tokens.Length];
        Array.Fill(_headed, -1);
        foreach (var phrase in phrases)
        {
            if (!phrase.IsPair) _headed[phrase.Head] = phrase.Index;
        }
    }

    /// <summary>Tells that a phrase has been decided on: later phrases may repeat its words.</summary>
    public void Pass(ReferringPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        _words.Add(phrase.Word);
        _wordings.Add(phrase.Wording);
    }

    /// <summary>Features of the phrase beginning a chain of its own.</summary>
    public ReadOnlySpan<uint> Begins(ReferringPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        (_count, _kind, _both) = (0, KindOf(phrase), 0);
        var token = phrase.Head;
        Alone(1, 0);
        Alone(2, phrase.FineKind);
        Alone(3, phrase.Word);
        Alone(4, (uint)Math.Min(phrase.Tokens.Count, 6));
        Alone(5, _tokens[phrase.Tokens.First]);
        Alone(6, At(phrase.Tokens.First - 1));
        Alone(7, At(phrase.Tokens.End));
        Alone(8, (uint)_document.Relations[token]);
        Alone(9, _words.Contains(phrase.Word) ? 1u : 0);
        Alone(10, _wordings.Contains(phrase.Wording) ? 1u : 0);
        Alone(11, FeatureHash.Mix(5, _words.Contains(phrase.Word) ? 1u : 0, _wordings.Contains(phrase.Wording) ? 1u : 0, (uint)phrase.Modifiers.Count > 0 ? 1u : 0, (uint)phrase.Introduction));
        Alone(12, (uint)phrase.Gender * 16 + (uint)phrase.Thing);
        Alone(13, FeatureHash.Mix(5, Governor(phrase), (uint)_document.Relations[token]));
        Alone(14, (uint)Math.Min(phrase.Index / 10, 3));
        Alone(15, phrase.Quotation > 0 ? 1u : 0);
        Alone(16, (uint)(phrase.Index == 0 ? 0 : _phrases[phrase.Index - 1].Kind + 1));
        Alone(17, (uint)_document.Upos[token] * 8 + (uint)phrase.Number);
        Alone(18, phrase.Marker);
        Alone(19, FeatureHash.Mix(1, phrase.Marker, _words.Contains(phrase.Word) ? 1u : 0, phrase.Count > 0 ? 1u : 0));
        return _features.AsSpan(0, _count);
    }

    /// <summary>Features of the phrase continuing the chain of an earlier one.</summary>
    public ReadOnlySpan<uint> Continues(ReferringPhrase phrase, ReferringPhrase earlier, ChainState state)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(state);
        (_count, _kind) = (0, KindOf(phrase));
        _both = FeatureHash.Mix(1, _kind, KindOf(earlier));
        var known = state.Of(earlier.Index);
        var sentences = phrase.Sentence - earlier.Sentence;
        var between = phrase.Index - earlier.Index;
        var far = (uint)(sentences < 4 ? sentences : sentences < 8 ? 4 : sentences < 16 ? 5 : 6);
        var steps = (uint)(between < 6 ? between : between < 10 ? 6 : between < 20 ? 7 : between < 40 ? 8 : 9);
        var sameWord = phrase.Word == earlier.Word;
        var sameWording = phrase.Wording == earlier.Wording;
        var modifiers = Compare(phrase, earlier);
        var nested = earlier.Tokens.Contains(phrase.Tokens) ? 1u : phrase.Tokens.Contains(earlier.Tokens) ? 2u : 0;
        var match = (sameWording ? 4u : sameWord ? 2u : 0) + (known.Words.Contains(phrase.Word) ? 1u : 0);
        var role = (uint)_document.Relations[phrase.Head];
        var otherRole = (uint)_document.Relations[earlier.Head];

        Add(20, 0);
        Add(21, far);
        Add(22, steps);
        Add(23, match);
        Add(24, FeatureHash.Mix(1, match, modifiers));
        Add(25, FeatureHash.Mix(1, match, far));
        Add(26, nested);
        Add(27, FeatureHash.Mix(1, role, otherRole));
        Add(28, FeatureHash.Mix(1, otherRole, Math.Min(far, 3u)));
        Add(29, (uint)phrase.Number * 4 + (uint)earlier.Number);
        Add(30, (uint)phrase.Gender * 8 + (uint)earlier.Gender);
        Add(31, (uint)phrase.Gender * 8 + (uint)known.Gender);
        Add(32, (uint)phrase.Number * 4 + (uint)known.Number);
        Add(33, (uint)phrase.Thing * 16 + (uint)earlier.Thing);
        Add(34, FeatureHash.Mix(1, phrase.Word, earlier.Word));
        if (sameWord) Add(35, phrase.Word);
        Add(36, FeatureHash.Mix(1, phrase.FineKind, earlier.FineKind));
        Add(37, FeatureHash.Mix(2, phrase.FineKind, earlier.FineKind, match));
        Add(38, Clauses(phrase, earlier, sentences));
        Add(39, (uint)Math.Min(known.Size, 8) * 4 + (known.HasName ? 2u : 0) + (known.HasNominal ? 1u : 0));
        Add(40, known.Last == earlier.Index ? 1u : 0);
        Add(41, Speech(phrase, earlier));
        Add(42, FeatureHash.Mix(1, Speech(phrase, earlier), phrase.FineKind, earlier.FineKind));
        Add(43, Construction(phrase, earlier));
        Add(44, FeatureHash.Mix(1, (uint)earlier.Thing, Governor(phrase), role));
        Add(45, _tokens[earlier.Tokens.First]);
        Add(46, Math.Min(far, 2u) * 4 + (uint)(known.Size > 1 ? 1 : 0));
        Add(47, FeatureHash.Mix(1, (uint)known.Gender * 8 + (uint)phrase.Gender, (uint)known.Number * 4 + (uint)phrase.Number, (uint)earlier.Thing));
        Add(48, FeatureHash.Mix(1, steps, otherRole));
        Add(49, FeatureHash.Mix(1, modifiers, (uint)phrase.Introduction * 8 + (uint)earlier.Introduction, match));
        if (Governor(phrase) == Governor(earlier)) Add(50, role == otherRole ? 1u : 0);
        Add(51, Acronym(phrase, earlier));
        Add(52, (uint)_document.Upos[phrase.Head] * 32 + (uint)_document.Upos[earlier.Head]);
        Add(53, FeatureHash.Mix(1, phrase.Index < 12 ? 1u : 0, match, far));
        if (phrase.Kind != ReferenceKind.Pronoun && earlier.Kind != ReferenceKind.Pronoun)
        {
            var owners = Compare(phrase.Owner, earlier.Owner, state);
            var ofs = Compare(phrase.Of, earlier.Of, state);
            var counts = phrase.Count == earlier.Count ? phrase.Count == 0 ? 0u : 1u : phrase.Count == 0 ? 2u : earlier.Count == 0 ? 3u : 4u;
            var others = Others(phrase, known);
            Add(54, FeatureHash.Mix(1, owners, match));
            Add(55, FeatureHash.Mix(1, ofs, match));
            Add(56, FeatureHash.Mix(1, counts, match));
            Add(57, FeatureHash.Mix(1, phrase.Marker, earlier.Marker, match));
            Add(58, FeatureHash.Mix(1, others, match, (uint)phrase.Introduction));
            Add(59, FeatureHash.Mix(1, (uint)Math.Min(state.ChainsOf(phrase.Word), 4), match, (uint)phrase.Introduction));
            Add(60, FeatureHash.Mix(1, FeatureHash.Mix(1, owners, ofs, counts), modifiers, match));
        }

        return _features.AsSpan(0, _count);
    }

    /// <summary>How the words that tell phrases apart agree: none, equal, one has more than the other, or each has its own.</summary>
    private static uint Compare(ReferringPhrase phrase, ReferringPhrase earlier)
    {
        int shared = 0, own = 0;
        foreach (var word in phrase.Modifiers)
        {
            if (Has(earlier.Modifiers, word) || word == earlier.Word) shared++;
            else own++;
        }

        var others = 0;
        foreach (var word in earlier.Modifiers)
        {
            if (!Has(phrase.Modifiers, word) && word != phrase.Word) others++;
        }

        var isInside = Has(earlier.Modifiers, phrase.Word) ? 16u : Has(phrase.Modifiers, earlier.Word) ? 32u : 0;
        return isInside + (shared > 0 ? 8u : 0) + (own > 0 ? own > 1 ? 2u : 1 : 0) * 3 + (others > 0 ? others > 1 ? 2u : 1 : 0);
    }

    /// <summary>Whether owners, or what the phrases are of, agree.</summary>
    private uint Compare(int token, int other, ChainState state)
    {
        if (token < 0 || other < 0) return token < 0 ? other < 0 ? 0u : 1u : 2u;
        if (_headed[token] < 0 || _headed[other] < 0) return _tokens[token] == _tokens[other] ? 3u : 4u;
        var (own, earlier) = (_phrases[_headed[token]], _phrases[_headed[other]]);
        if (state[own.Index] >= 0 && state[own.Index] == state[earlier.Index]) return 5;
        if (own.Word == earlier.Word) return 3;
        if (state[earlier.Index] >= 0 && state.Of(earlier.Index).Words.Contains(own.Word)) return 6;
        if (own.Kind != ReferenceKind.Pronoun && earlier.Kind != ReferenceKind.Pronoun) return 7;
        return ChainResolver.MayLink(own, earlier) ? 8u : 9u;
    }

    /// <summary>How many of a phrase's modifiers no phrase of the chain has had.</summary>
    private static uint Others(ReferringPhrase phrase, ChainState.Known known)
    {
        var (others, shared) = (0, 0);
        foreach (var word in phrase.Modifiers)
        {
            if (known.Modifiers.Contains(word) || known.Words.Contains(word)) shared++;
            else others++;
        }

        return (uint)(Math.Min(others, 2) * 4 + (shared > 0 ? 2 : 0) + (known.Modifiers.Count > 0 ? 1 : 0));
    }

    private static bool Has(IReadOnlyList<uint> words, uint word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word) return true;
        }

        return false;
    }

    /// <summary>Whether both depend on one verb, and if not whether one clause holds the other.</summary>
    private uint Clauses(ReferringPhrase phrase, ReferringPhrase earlier, int sentences)
    {
        if (sentences > 0) return 0;
        var isOwn = _document.Relations[phrase.Head] == Relation.NmodPoss ? 8u : 0;
        var isSelf = _document.Lowers[phrase.Head].EndsWith("sel", StringComparison.Ordinal) || _document.Lowers[phrase.Head].EndsWith("self", StringComparison.Ordinal) || _document.Lowers[phrase.Head].EndsWith("selves", StringComparison.Ordinal) ? 16u : 0;
        if (_document.Heads[phrase.Head] == _document.Heads[earlier.Head]) return 1 + isOwn + isSelf;
        if (phrase.Clause == earlier.Clause) return 2 + isOwn + isSelf;
        return (IsUnder(phrase.Clause, earlier.Clause) ? 3u : IsUnder(earlier.Clause, phrase.Clause) ? 4u : 5u) + isOwn + isSelf;
    }

    private bool IsUnder(int token, int ancestor)
    {
        for (var (at, steps) = (token, 0); at >= 0 && steps < 12; at = _document.Heads[at], steps++)
        {
            if (at == ancestor) return true;
        }

        return false;
    }

    private static uint Speech(ReferringPhrase phrase, ReferringPhrase earlier) =>
        phrase.Quotation == earlier.Quotation ? (phrase.Quotation > 0 ? 1u : 0) : phrase.Quotation > 0 ? earlier.Quotation > 0 ? 2u : 3u : 4u;

    /// <summary>Apposition, predicate, bracketed name, or names on either side of a comma.</summary>
    private uint Construction(ReferringPhrase phrase, ReferringPhrase earlier)
    {
        var (head, other) = (phrase.Head, earlier.Head);
        if (phrase.IsPair || earlier.IsPair) return head == other ? 9u : 8;
        if (_document.Heads[head] == other) return Pack(1, _document.Relations[head], earlier.Tokens.End - phrase.Tokens.First);
        if (_document.Heads[other] == head) return Pack(2, _document.Relations[other], 0);
        return 0;
    }

    private static uint Pack(uint way, Relation relation, int gap) => FeatureHash.Mix(way, (uint)relation, (uint)Math.Clamp(gap + 2, 0, 3));

    private uint Acronym(ReferringPhrase phrase, ReferringPhrase earlier) =>
        IsAcronym(phrase, earlier) ? 1u : IsAcronym(earlier, phrase) ? 2u : 0;

    private bool IsAcronym(ReferringPhrase shortName, ReferringPhrase longName)
    {
        if (longName.Initials.Length < 2 || shortName.Kind != ReferenceKind.Name) return false;
        var form = _document[shortName.Head].Form;
        if (form.Length != longName.Initials.Length) return false;
        return form.SequenceEqual(longName.Initials);
    }

    /// <summary>The lemma that a phrase depends on.</summary>
    private uint Governor(ReferringPhrase phrase)
    {
        var head = _document.Heads[phrase.Head];
        return head < 0 ? 0 : FeatureHash.Word(_document.Lemmas[head]);
    }

    private uint At(int token) => token < 0 || token >= _tokens.Length || _document.SentenceOf[token] < 0 ? 0 : _tokens[token];

    /// <summary>Pronouns by the word, all else by kind.</summary>
    private static uint KindOf(ReferringPhrase phrase) => phrase.Kind == ReferenceKind.Pronoun ? phrase.Word : (uint)phrase.Kind + (phrase.IsPair ? 7u : 1);

    private void Alone(uint feature, uint value)
    {
        _features[_count++] = FeatureHash.Mix(feature, value);
        _features[_count++] = FeatureHash.Mix(feature + 100, value, _kind);
    }

    private void Add(uint feature, uint value)
    {
        _features[_count++] = FeatureHash.Mix(feature, value);
        _features[_count++] = FeatureHash.Mix(feature + 100, value, _kind);
        _features[_count++] = FeatureHash.Mix(feature + 200, value, _both);
    }
}
