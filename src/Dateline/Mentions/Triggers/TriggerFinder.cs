using Dateline.Language;

namespace Dateline.Mentions.Triggers;

/// <summary>Finds the words of frames in a parsed document.</summary>
public sealed class TriggerFinder(FrameSet frames)
{
    /// <summary>The triggers, in text order, at most one a head token. Words of dates ("March 22"), of names ("Strike Force") and of near misses ("heart attack") are none.</summary>
    public IReadOnlyList<TriggerMention> Find(Tree tree, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(mentions);
        var document = tree.Document;
        var matcher = new PhraseMatcher(tree, frames.GeneralHeads);
        var found = new List<TriggerMention>();
        var used = new bool[document.TokenCount];
        MarkNames(document, mentions, used);
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (used[token] || TryFindAt(document, matcher, token, used) is not { } trigger) continue;
            found.Add(trigger);

            // The object between "took" and "hostage" may tell something of its own, and so may the noun before a passive verb.
            foreach (var word in trigger.Words)
            {
                if (trigger.IsNoun || (word > trigger.Head && trigger.Words.Count > 1)) used[word] = true;
            }
        }

        return found;
    }

    private static void MarkNames(Document document, MentionLayer mentions, bool[] used)
    {
        foreach (var time in mentions.Times) Mark(time.Tokens, _ => true);
        foreach (var actor in mentions.Actors) Mark(actor.Tokens, token => document.Upos[token] == Upos.PROPN);
        foreach (var place in mentions.Places) Mark(place.Tokens, token => document.Upos[token] == Upos.PROPN);

        void Mark(TokenRange tokens, Func<int, bool> isName)
        {
            for (var token = tokens.First; token < tokens.End; token++) used[token] |= isName(token);
        }
    }

    private TriggerMention? TryFindAt(Document document, PhraseMatcher matcher, int token, bool[] used)
    {
        List<(Frame, TriggerForm)>? readings = null;
        List<int>? words = null;
        var isNoun = false;
        var participant = -1;
        foreach (var phrase in Phrases(document, token))
        {
            var form = phrase.Form;
            if (readings is not null && (phrase.Frame is null || form == TriggerForm.Noun != isNoun)) continue;
            if (matcher.Match(phrase, token) is not { } match) continue;
            if (phrase.Frame is null)
            {
                foreach (var word in match) used[word] = true;
                return null;
            }

            if (form == TriggerForm.Verb && match.Count == 1 && matcher.IsBeforeNoun(token)) form = TriggerForm.Qualifier;
            else if (form == TriggerForm.Qualifier && !matcher.IsBeforeNoun(token)) form = TriggerForm.Befalls;
            else if (form is TriggerForm.Befalls or TriggerForm.Happens && match.Count == 1 && matcher.IsBeforeNoun(token)) continue;
            if (form == TriggerForm.Qualifier && (phrase.Frame.Fate is null || document.Xpos[token] == "VBG")) continue;
            readings ??= [];
            words ??= match;
            participant = words == match && phrase.Patient >= 0 ? match[phrase.Patient] : participant;
            isNoun = form == TriggerForm.Noun;
            readings.Add((phrase.Frame, form));
        }

        if (readings is null || words is null) return null;
        var tokens = new TokenRange(words[0], words[^1] + 1);
        return new TriggerMention(tokens, document.SpanOf(tokens), "frames/" + readings[0].Item1.Name) { Head = isNoun ? matcher.NounHead(words) : token, Words = [.. words.Where(word => word != participant)], Readings = readings };
    }

    /// <summary>The phrases headed by a token's lemma or its printed form, longest first.</summary>
    private IEnumerable<FramePhrase> Phrases(Document document, int token)
    {
        var lemma = document.Lemmas[token].ToLowerInvariant();
        var byLemma = frames.HeadedBy(lemma);
        if (string.Equals(lemma, document.Lowers[token], StringComparison.Ordinal)) return byLemma;
        var byForm = frames.HeadedBy(document.Lowers[token]);
        return byForm.Count == 0 ? byLemma : byLemma.Count == 0 ? byForm : FrameSet.InOrder(byLemma.Concat(byForm));
    }
}
