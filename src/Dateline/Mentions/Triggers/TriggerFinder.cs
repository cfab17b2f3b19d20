using Dateline.Language;

namespace Dateline.Mentions.Triggers;

/// <summary>Finds the words of frames in a parsed document.</summary>
/// <remarks>
/// A phrase of several verb words may have its object between them: "took two guards hostage". The further words must stand
/// within <see cref="Reach"/> tokens behind the verb and below it in the tree, or right behind one another.
/// </remarks>
public sealed class TriggerFinder(FrameSet frames)
{
    /// <summary>How far behind the verb its further words may stand, in tokens.</summary>
    private const int Reach = 9;

    /// <summary>The triggers, in text order, at most one a head token. Words of dates ("March 22") and of names ("Strike Force") are none.</summary>
    public IReadOnlyList<TriggerMention> Find(Tree tree, MentionLayer mentions)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(mentions);
        var document = tree.Document;
        var found = new List<TriggerMention>();
        var used = new HashSet<int>();
        for (var token = 0; token < document.TokenCount; token++)
        {
            if (used.Contains(token) || IsName(tree.Document, mentions, token) || TryFindAt(tree, token) is not { } trigger) continue;
            found.Add(trigger);
            for (var at = trigger.Tokens.First; at < trigger.Tokens.End; at++)
            {
                if (trigger.IsNoun || (at == trigger.Tokens.Last && trigger.Tokens.Count > 1)) used.Add(at);
            }
        }

        return found;
    }

    private static bool IsName(Document document, MentionLayer mentions, int token) =>
        mentions.Times.At(token) is not null || (document.Upos[token] == Upos.PROPN && (mentions.Actors.At(token) is not null || mentions.Places.At(token) is not null));

    private TriggerMention? TryFindAt(Tree tree, int token)
    {
        var document = tree.Document;
        List<(Frame, TriggerForm)>? readings = null;
        var tokens = default(TokenRange);
        var head = -1;
        var lemma = document.Lemmas[token].ToLowerInvariant();
        foreach (var phrase in frames.StartingWith(lemma))
        {
            if (readings is not null && phrase.Form == TriggerForm.Noun != (readings[0].Item2 == TriggerForm.Noun)) continue;
            var match = phrase.Form == TriggerForm.Noun ? MatchNoun(tree, token, phrase.Words) : MatchVerb(tree, token, phrase.Words);
            if (match is not { } range) continue;
            if (readings is null)
            {
                tokens = range;
                head = phrase.Form == TriggerForm.Noun ? NounHead(tree, range) : token;
                readings = [];
            }

            readings.Add((phrase.Frame, phrase.Form));
        }

        if (readings is null) return null;
        return new TriggerMention(tokens, document.SpanOf(tokens), "frames/" + readings[0].Item1.Name) { Head = head, Readings = readings };
    }

    private static TokenRange? MatchVerb(Tree tree, int token, string[] words)
    {
        var document = tree.Document;
        var acts = document.Upos[token] is Upos.VERB or Upos.AUX || (document.Upos[token] is Upos.ADJ or Upos.NOUN && document.Xpos[token] is "VBN" or "VBD" or "VBG" or "VBZ");
        if (!acts && !(words[0] == "be" && document.Upos[token] == Upos.AUX)) return null;
        var end = token + 1;
        var at = token;
        var limit = Math.Min(document.SentenceRanges[document.SentenceOf[token]].End, token + 1 + Reach);
        foreach (var word in words.AsSpan(1))
        {
            var next = -1;
            for (var candidate = at + 1; candidate < limit && next < 0; candidate++)
            {
                if (!Is(document, candidate, word)) continue;
                var near = candidate == at + 1 || (tree.IsWithin(candidate, token) && document.Upos[candidate] is not (Upos.VERB or Upos.AUX)) || SharesPredicate(document, candidate, token);
                if (near) next = candidate;
            }

            if (next < 0) return null;
            at = next;
            end = next + 1;
        }

        return new TokenRange(token, end);
    }

    private static TokenRange? MatchNoun(Tree tree, int token, string[] words)
    {
        var document = tree.Document;
        var sentence = document.SentenceRanges[document.SentenceOf[token]];
        var at = token;
        foreach (var word in words)
        {
            if (at > token && at < sentence.End && document.Lowers[at] is "-" or "‑") at++;
            if (at >= sentence.End || !Is(document, at, word)) return null;
            at++;
        }

        var range = new TokenRange(token, at);
        var last = range.Last;
        if (document.Upos[last] is not (Upos.NOUN or Upos.PROPN) && document.Xpos[last] is not ("NN" or "NNS")) return null;
        var head = NounHead(tree, range);
        return IsQualifier(document, head) ? null : range;
    }

    /// <summary>Whether an event noun only qualifies another noun: "terrorism charges", "attack helicopter", "bomb squad".</summary>
    private static bool IsQualifier(Document document, int head) =>
        document.Relations[head] is Relation.Compound or Relation.Flat or Relation.Amod && document.Heads[head] > head
        && document.Upos[document.Heads[head]] is Upos.NOUN or Upos.PROPN;

    private static int NounHead(Tree tree, TokenRange range)
    {
        for (var token = range.Last; token > range.First; token--)
        {
            var head = tree.Document.Heads[token];
            if (head < range.First || head >= range.End) return token;
        }

        return range.Last;
    }

    /// <summary>"was safe", "remain missing": the adjective heads the clause and the verb hangs on it.</summary>
    private static bool SharesPredicate(Document document, int candidate, int verb) => document.Heads[verb] == candidate;

    private static bool Is(Document document, int token, string word) =>
        string.Equals(document.Lowers[token], word, StringComparison.OrdinalIgnoreCase)
        || string.Equals(document.Lemmas[token], word, StringComparison.OrdinalIgnoreCase);
}
