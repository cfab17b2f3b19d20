using Dateline.Resources;

namespace Dateline.Sourcing;

/// <summary>The words that mark sources and how surely they speak (data/en/lexicons/attribution.yaml).</summary>
public sealed class SourceLexicon
{
    private readonly Dictionary<string, Modality> _cues;
    private readonly HashSet<string> _clauseOnly;
    private readonly HashSet<string> _citing;
    private readonly HashSet<string> _objectCues;
    private readonly HashSet<string> _statements;
    private readonly HashSet<string> _ownVoice;
    private readonly Dictionary<string, SourceKind> _kinds;

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
        _statements = Set(file, "statement-nouns");
        _ownVoice = Set(file, "own-voice");
    }

    public static SourceLexicon Read(KnowledgeFolder folder) => new(folder.Read("en/lexicons/attribution.yaml"));

    /// <summary>How surely a verb of saying speaks; null when the lemma is none.</summary>
    public Modality? Cue(string lemma) => _cues.TryGetValue(lemma, out var modality) ? modality : null;

    /// <summary>Whether a verb marks a source only when a clause or quotation follows.</summary>
    public bool NeedsClause(string lemma) => _clauseOnly.Contains(lemma);

    /// <summary>Whether what is said may be a plain object: "confirmed the death".</summary>
    public bool TakesObject(string lemma) => _objectCues.Contains(lemma);

    /// <summary>Whether a verb brings in a source behind the one that speaks: "citing officials".</summary>
    public bool IsCiting(string lemma) => _citing.Contains(lemma);

    public bool IsStatement(string lemma) => _statements.Contains(lemma);

    public bool IsOwnVoice(string lower) => _ownVoice.Contains(lower);

    /// <summary>The kind of source that a noun names; null when it names none.</summary>
    public SourceKind? KindOf(string lemma) => _kinds.TryGetValue(lemma, out var kind) ? kind : null;

    private static HashSet<string> Set(KnowledgeNode file, string key) => file.TextsOf(key).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
