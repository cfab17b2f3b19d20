using Dateline.Language;
using Dateline.Mentions.Counts;

namespace Dateline.Mentions.Times;

/// <summary>Whether the clause around a time speaks of what is to come or of what was.</summary>
/// <remarks>
/// The verb above the time in the tree decides, with its auxiliaries; where there is no tree or the verb tells nothing, the nearest cue
/// of data/en/lexicons/time-tense.yaml does, one before the time first.
/// </remarks>
internal sealed class ClauseTense(TimeRules rules, Document document, int[] ids)
{
    private const int CueWindow = 16;
    private const int AuxiliaryWindow = 8;
    private const int HighestClimb = 10;

    private readonly WordClasses.Phrases? _future = rules.Lexicon.Class("future-cue");
    private readonly WordClasses.Phrases? _past = rules.Lexicon.Class("past-cue");
    private readonly WordClasses.Phrases? _limit = rules.Lexicon.Class("limit");
    private readonly WordClasses.Phrases? _auxiliary = rules.Lexicon.Class("auxiliary");
    private readonly WordClasses.Phrases? _genitive = rules.Lexicon.Class("genitive");
    private readonly WordClasses.Phrases? _preposition = rules.Lexicon.Class("time-preposition");
    private readonly WordClasses.Phrases? _infinitive = rules.Lexicon.Class("before-infinitive");
    private readonly WordClasses.Phrases? _earlier = rules.Lexicon.Class("earlier-auxiliary");

    /// <summary>True for what is to come, false for what was, null when no word tells.</summary>
    public bool? LooksAhead(TokenRange tokens)
    {
        var sentence = document.SentenceRanges[document.SentenceOf[tokens.First]];
        return ByNeighbours(tokens, sentence) ?? ByVerb(tokens, sentence) ?? ByCue(tokens, sentence);
    }

    /// <summary>"until Friday" and "payable Friday" look ahead, "since Friday" and "Friday's ruling" look back.</summary>
    private bool? ByNeighbours(TokenRange tokens, TokenRange sentence)
    {
        var before = tokens.First - 1;
        if (before < sentence.First) return null;
        WordValue limit = default;
        _limit?.TryMatch(document, ids, before, sentence.End, out limit);
        if (limit.Text == "past" || (tokens.End < sentence.End && Is(_genitive, tokens.End))) return false;
        // "had fallen by Friday" is over, "is to fall by Friday" is not; what is put off "until Friday" lies ahead whatever the tense.
        if (limit.Text is "by") return ByVerb(tokens, sentence) ?? true;
        if (limit.Text is "until") return true;
        if (Is(_preposition, before) && before > sentence.First) before--;
        return _future is not null && document.Upos[before] is not Upos.VERB && _future.TryMatch(document, ids, before, sentence.End, out _) ? true : null;
    }

    private bool? ByVerb(TokenRange tokens, TokenRange sentence)
    {
        var above = -1;
        for (var token = tokens.First; token < tokens.End && above < 0; token++)
        {
            if (document.Heads[token] >= 0 && !tokens.Contains(document.Heads[token])) above = document.Heads[token];
        }

        // "the June agreement": the clause does not date it.
        if (above >= tokens.End && document.Upos[above] is Upos.NOUN or Upos.PROPN) return null;
        for (var step = 0; above >= 0 && step < HighestClimb; step++)
        {
            if (document.Upos[above] is Upos.VERB or Upos.AUX && VerbTells(above, sentence) is { } tells) return tells;
            above = document.Heads[above];
        }

        return null;
    }

    /// <summary>What a verb and its auxiliaries tell; null leaves it to the verb above.</summary>
    private bool? VerbTells(int verb, TokenRange sentence)
    {
        bool? tells = null;
        for (var token = verb - 1; token >= Math.Max(sentence.First, verb - AuxiliaryWindow); token--)
        {
            if (document.Heads[token] != verb || _auxiliary is null || !_auxiliary.TryMatch(document, ids, token, sentence.End, out var value)) continue;
            tells = value.Text == "future";
            break;
        }

        // "had planned" is over, "has planned" and "planned" look ahead.
        var isPlan = _future is not null && _future.TryMatch(document, ids, verb, sentence.End, out _);
        if (tells is not null) return tells.Value || (isPlan && !HasEarlier(verb, sentence));
        // "five attacks, beginning in March": the participle takes the tense of the verb above.
        if (isPlan && document.Xpos[verb] != "VBG") return true;
        return document.Xpos[verb] is "VBD" || (document.Xpos[verb] == "VBN" && document.Relations[verb] is Relation.Acl or Relation.Amod) ? false : null;
    }

    private bool Is(WordClasses.Phrases? words, int token) => words?.Begins(ids[token]) == true;

    private bool HasEarlier(int verb, TokenRange sentence)
    {
        for (var token = verb - 1; token >= Math.Max(sentence.First, verb - AuxiliaryWindow); token--)
        {
            if (document.Heads[token] == verb && Is(_earlier, token)) return true;
        }

        return false;
    }

    private bool? ByCue(TokenRange tokens, TokenRange sentence)
    {
        for (var token = tokens.First - 1; token >= Math.Max(sentence.First, tokens.First - CueWindow); token--)
        {
            if (Cue(token, sentence.End) is { } isFuture) return isFuture;
        }

        for (var token = tokens.End; token < Math.Min(sentence.End, tokens.End + CueWindow); token++)
        {
            if (Cue(token, sentence.End) is { } isFuture) return isFuture;
        }

        return null;
    }

    private bool? Cue(int token, int sentenceEnd)
    {
        if (_future is not null && _future.TryMatch(document, ids, token, sentenceEnd, out _)) return true;
        // "will be held": a participle behind "be" tells nothing; the word before it does.
        if (token > 0 && Is(_infinitive, token - 1)) return null;
        if (_past is not null && _past.TryMatch(document, ids, token, sentenceEnd, out _)) return false;
        var lower = document.Lowers[token];
        if (document.Xpos[token] is { Length: > 0 } tag) return tag == "VBD" ? false : null;
        return lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal) ? false : null;
    }
}
