using Dateline.Language;
using Dateline.Resources;

namespace Dateline.Sourcing;

/// <summary>The words that mark sources and how surely they speak (data/en/lexicons/attribution.yaml).</summary>
public sealed class SourceLexicon
{
    private readonly Dictionary<string, Modality> _cues;
    private readonly HashSet<string> _clauseOnly;
    private readonly HashSet<string> _citing;
    private readonly HashSet<string> _objectCues;
    private readonly HashSet<string> _figureCues;
    private readonly HashSet<string> _statements;
    private readonly HashSet<string> _ownVoice;
    private readonly HashSet<string> _parenthetical;
    private readonly HashSet<string> _listener;
    private readonly HashSet<string> _occasions;
    private readonly HashSet<string> _issuing;
    private readonly HashSet<string> _silent;
    private readonly HashSet<string> _hearsay;
    private readonly HashSet<string> _passedOver;
    private readonly HashSet<string> _showing;
    private readonly Dictionary<string, SourceKind> _kinds;
    private readonly ILookup<string, string[]> _prepositions;

    private SourceLexicon(KnowledgeNode file)
    {
        var cues = new Dictionary<string, Modality>(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, words) in file["cues"]?.Entries ?? throw file.Error("\"cues:\" is missing"))
        {
            var modality = CodeNames.Parse<Modality>(code) ?? throw words.Error($"unknown modality \"{code}\"");
            foreach (var word in words.Texts) cues.TryAdd(word, modality);
        }

        var kinds = new Dictionary<string, SourceKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, words) in file["kinds"]?.Entries ?? [])
        {
            var kind = CodeNames.Parse<SourceKind>(code) ?? throw words.Error($"unknown kind of source \"{code}\"");
            foreach (var word in words.Texts) kinds.TryAdd(word, kind);
        }

        _cues = cues;
        _kinds = kinds;
        _clauseOnly = Set(file, "clause-only");
        _citing = Set(file, "citing");
        _objectCues = Set(file, "object-cues");
        _figureCues = Set(file, "figure-cues");
        _statements = Set(file, "statement-nouns");
        _ownVoice = Set(file, "own-voice");
        _parenthetical = Set(file, "parenthetical");
        _listener = Set(file, "listener-cues");
        _occasions = Set(file, "occasions");
        _issuing = Set(file, "issuing");
        _silent = Set(file, "silent");
        _hearsay = Set(file, "hearsay-adverbs");
        _passedOver = Set(file, "passed-over");
        _showing = Set(file, "showing");
        _prepositions = file.TextsOf("prepositions").Select(words => words.Split(' ')).OrderByDescending(words => words.Length).ToLookup(words => words[0], StringComparer.OrdinalIgnoreCase);
    }

    public static SourceLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/attribution.yaml"));

    /// <summary>How surely a verb of saying speaks; null when the lemma is none.</summary>
    public Modality? Cue(string lemma) => _cues.TryGetValue(lemma, out var modality) ? modality : null;

    /// <summary>Whether a verb marks a source only when a clause or quotation follows.</summary>
    public bool NeedsClause(string lemma) => _clauseOnly.Contains(lemma);

    /// <summary>Whether what is said may be a plain object: "confirmed the death".</summary>
    public bool TakesObject(string lemma) => _objectCues.Contains(lemma);

    /// <summary>Whether a verb says something only with a figure or an account as its object: "put the toll at 12".</summary>
    public bool NeedsFigure(string lemma) => _figureCues.Contains(lemma);

    /// <summary>Whether a verb brings in a source behind the one that speaks: "citing officials".</summary>
    public bool IsCiting(string lemma) => _citing.Contains(lemma);

    /// <summary>Whether a verb may follow what it brings: "…, police said".</summary>
    public bool IsParenthetical(string lemma) => _parenthetical.Contains(lemma);

    /// <summary>Whether a verb names its listener before what is said: "told reporters that".</summary>
    public bool TakesListener(string lemma) => _listener.Contains(lemma);

    /// <summary>Nouns of the occasion or the medium of speech: "interview", "phone", "Twitter".</summary>
    public bool IsOccasion(string lemma) => _occasions.Contains(lemma);

    /// <summary>Verbs by which a statement goes out: "posted on Telegram", "carried by SANA".</summary>
    public bool IsIssuing(string lemma) => _issuing.Contains(lemma);

    /// <summary>Words before a verb of saying after which nothing was said: "did not confirm", "declined to say".</summary>
    public bool IsSilent(string lower) => _silent.Contains(lower);

    /// <summary>"reportedly", "allegedly": somebody says it, and it stays open who.</summary>
    public bool IsHearsay(string lower) => _hearsay.Contains(lower);

    /// <summary>Adverbs that may stand between a verb of saying and what is said: "said earlier that".</summary>
    public bool PassesOver(string lower) => _passedOver.Contains(lower);

    /// <summary>Verbs by which a document or picture speaks: "records show", "a video showing".</summary>
    public bool IsShowing(string lemma) => _showing.Contains(lemma);

    /// <summary>How many tokens from one on open a source ("according to" is two); 0 when they do not.</summary>
    public int PrepositionAt(Document document, int token, int end)
    {
        foreach (var words in _prepositions[document.Lowers[token]])
        {
            var length = 1;
            while (length < words.Length && token + length < end && document.Lowers[token + length].Equals(words[length], StringComparison.OrdinalIgnoreCase)) length++;
            if (length == words.Length && token + length < end) return length;
        }

        return 0;
    }

    /// <summary>Whether a noun names something said or written: "statement", "report", "video".</summary>
    public bool IsStatement(string lemma) => _statements.Contains(lemma);

    public bool IsOwnVoice(string lower) => _ownVoice.Contains(lower);

    /// <summary>The kind of source that a noun names; null when it names none.</summary>
    public SourceKind? KindOf(string lemma) => _kinds.TryGetValue(lemma, out var kind) ? kind : null;

    private static HashSet<string> Set(KnowledgeNode file, string key) => file.TextsOf(key).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
