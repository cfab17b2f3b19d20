using Dateline.Language;

namespace Dateline.Mentions.Names;

/// <summary>One sentence as the name tagger sees it: hashes, capitals, and what the lists know, an element a token. Not thread-safe: one for each caller.</summary>
/// <remarks>Arrays are reused from sentence to sentence, so that nothing is allocated once they are long enough.</remarks>
internal sealed class NameText(NameTable table, WordClusters? clusters)
{
    /// <summary>Longest listed phrase in tokens; hyphens count.</summary>
    private const int LongestPhrase = 7;

    private readonly NameWords _words = new(table, clusters);
    private WordForm[] _forms = [];
    private uint[] _word = [];
    private uint[] _tag = [];
    private uint[] _cluster = [];
    private NameFlags[] _flags = [];
    private uint[] _phrase = [];
    private bool[] _capital = [];
    private bool[] _candidate = [];
    private int[] _runEnd = [];
    private int[] _runStart = [];

    /// <summary>How a sentence is set: what a capital letter tells depends on it.</summary>
    internal enum Setting : uint
    {
        Running,
        Headline,
        Capitals,
    }

    public TokenRange Tokens { get; private set; }

    public Setting Set { get; private set; }

    public int Count => Tokens.Count;

    /// <summary>Takes up a sentence; linear in its length.</summary>
    public void Read(Document document, TokenRange tokens)
    {
        Tokens = tokens;
        Grow(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var form = _forms[i] = document.Forms[tokens.First + i];
            ref readonly var known = ref _words.Of(form);
            _word[i] = form.LowerHash;
            _cluster[i] = known.Cluster;
            _capital[i] = known.IsCapital;
            _tag[i] = FeatureHash.Word(document.Xpos[tokens.First + i]);
            _flags[i] = known.Flags & ~NameFlags.Prefix;
            if (!_capital[i]) _flags[i] &= ~NameFlags.AnyEntity;
            _phrase[i] = 0;
        }

        Set = SettingOf(document.Article.AllCapitals);
        FindPhrases();
        FindRuns();
        for (var i = 0; i < tokens.Count; i++) _candidate[i] = MayBegin(i);
    }

    public ReadOnlySpan<char> Form(int i) => _forms[i].Text;

    public ReadOnlySpan<char> Lower(int i) => _forms[i].Lower;

    /// <summary>The word itself, with hashes of its parts.</summary>
    public WordForm WordAt(int i) => _forms[i];

    /// <summary>Whether a name may begin at a token: nearly all tokens in lower case are outside without further thought.</summary>
    public bool IsCandidate(int i) => _candidate[i];

    public bool IsCapital(int i) => i >= 0 && i < Count && _capital[i];

    public uint Word(int i) => i < 0 ? 1u : i >= Count ? 2u : _word[i];

    public uint FormHash(int i) => _forms[i].Hash;

    public uint Shape(int i) => i < 0 ? 1u : i >= Count ? 2u : _forms[i].Shape;

    public uint Tag(int i) => i < 0 ? 1u : i >= Count ? 2u : _tag[i];

    /// <summary>The word's path in the tree of clusters; 0 when it has none.</summary>
    public uint Cluster(int i) => i < 0 || i >= Count ? 0 : _cluster[i];

    /// <summary>Flags of the word alone.</summary>
    public NameFlags Flags(int i) => i < 0 || i >= Count ? NameFlags.None : _flags[i];

    /// <summary>Flags of the longest listed phrase that covers the token, and where in it the token stands; 0 when none does.</summary>
    public uint Phrase(int i) => i < 0 || i >= Count ? 0 : _phrase[i];

    /// <summary>Last token of the stretch of capitalised words around a token.</summary>
    public int RunEnd(int i) => _runEnd[i];

    public int RunStart(int i) => _runStart[i];

    private void FindPhrases()
    {
        for (var i = 0; i < Count; i++)
        {
            if (!_capital[i] && !IsArticle(i)) continue;
            var (end, flags) = LongestAt(i);
            if (flags == NameFlags.None) continue;
            var kinds = Squeeze(flags);
            for (var at = i; at < end; at++)
            {
                var part = end - i == 1 ? 3u : at == i ? 0u : at == end - 1 ? 2u : 1u;
                _phrase[at] = 1 + (kinds << 2 | part);
            }

            i = end - 1;
        }
    }

    private (int End, NameFlags Flags) LongestAt(int first)
    {
        var hash = NameHash.Empty;
        var (end, best) = (first, NameFlags.None);
        var isAll = false;
        for (var at = first; at < Count && at - first < LongestPhrase; at++)
        {
            var next = NameHash.Append(hash, Form(at));
            if (next == hash && at == first) break;
            if (next == hash) continue;
            hash = next;
            isAll |= _capital[at];
            var flags = table[hash];
            if ((flags & NameFlags.AnyEntity) != 0 && isAll && (_capital[at] || char.IsDigit(Form(at)[0]))) (end, best) = (at + 1, flags & NameFlags.AnyEntity);
            if ((flags & NameFlags.Prefix) == 0) break;
        }

        return (end, best);
    }

    /// <summary>The entity flags in fewer bits: what the tagger tells apart.</summary>
    private static uint Squeeze(NameFlags flags)
    {
        var kinds = 0u;
        if ((flags & NameFlags.Country) != 0) kinds |= 1;
        if ((flags & (NameFlags.Division | NameFlags.City)) != 0) kinds |= 2;
        if ((flags & NameFlags.Town) != 0) kinds |= 4;
        if ((flags & NameFlags.Region) != 0) kinds |= 8;
        if ((flags & (NameFlags.Demonym | NameFlags.People)) != 0) kinds |= 16;
        if ((flags & NameFlags.ArmedGroup) != 0) kinds |= 32;
        if ((flags & (NameFlags.StateBody | NameFlags.Organisation)) != 0) kinds |= 64;
        if ((flags & NameFlags.Media) != 0) kinds |= 128;
        if ((flags & NameFlags.Calendar) != 0) kinds |= 256;
        if ((flags & (NameFlags.Vehicle | NameFlags.Weapon)) != 0) kinds |= 512;
        return kinds;
    }

    private void FindRuns()
    {
        for (var i = 0; i < Count; i++) _runStart[i] = i > 0 && InRun(i) && InRun(i - 1) ? _runStart[i - 1] : i;
        for (var i = Count - 1; i >= 0; i--) _runEnd[i] = i + 1 < Count && InRun(i) && InRun(i + 1) ? _runEnd[i + 1] : i;
    }

    private bool InRun(int i) =>
        _capital[i] || (i > 0 && i + 1 < Count && _capital[i - 1] && _capital[i + 1] && IsConnector(Lower(i)));

    private static bool IsConnector(ReadOnlySpan<char> lower) =>
        lower is "of" or "-" or "‑" or "&" or "de" or "al" or "el" or "bin" or "von" or "van" or "da" or "del" or "di" or "du" or "ul" or "al-" or "'" or "’";

    private bool MayBegin(int i)
    {
        var form = Form(i);
        if (form.IsEmpty) return false;
        if (_capital[i] || Set != Setting.Running) return char.IsLetterOrDigit(form[0]) || form.Length > 1;
        if (char.IsDigit(form[0])) return IsCapital(i + 1) || form.ContainsAnyInRange('A', 'Z');
        if (form.Length > 1 && form.ContainsAnyInRange('A', 'Z')) return true;
        return IsArticle(i);
    }

    /// <summary>"al-Shabab", "el Sisi", "bin Laden", "de Mistura", "von der Leyen": a small word that may begin a name before a capital.</summary>
    private bool IsArticle(int i)
    {
        if (Lower(i).Length > 4 || (Flags(i) & NameFlags.Particle) == 0) return false;
        return IsCapital(i + 1) || (i + 2 < Count && Form(i + 1) is "-" or "‑" or "'" or "’" && IsCapital(i + 2)) || (i + 2 < Count && (Flags(i + 1) & NameFlags.Particle) != 0 && IsCapital(i + 2));
    }

    /// <summary>Capitals: letters and none in lower case. Headline: nine in ten of the words of four letters or more have a capital, and there are three of them.</summary>
    private Setting SettingOf(bool allCapitals)
    {
        int upperWords = 0, longWords = 0, longCapitals = 0;
        var anyLower = false;
        foreach (var form in _forms.AsSpan(0, Count))
        {
            if (!form.IsWord) continue;
            anyLower |= form.HasSmall;
            if (!form.HasSmall && form.Text.Length > 1 && form.IsCapital) upperWords++;
            if (form.Text.Length < 4) continue;
            longWords++;
            if (form.IsCapital) longCapitals++;
        }

        if (allCapitals || (!anyLower && upperWords >= 2)) return Setting.Capitals;
        return longWords >= 3 && longCapitals * 10 >= longWords * 9 ? Setting.Headline : Setting.Running;
    }

    private void Grow(int count)
    {
        if (_word.Length >= count) return;
        var room = Math.Max(64, Math.Max(count, 2 * _word.Length));
        _forms = new WordForm[room];
        (_word, _tag, _phrase, _cluster) = (new uint[room], new uint[room], new uint[room], new uint[room]);
        (_flags, _capital, _candidate) = (new NameFlags[room], new bool[room], new bool[room]);
        (_runEnd, _runStart) = (new int[room], new int[room]);
    }
}
