using Dateline.Language;

namespace Dateline.Mentions.Counts;

/// <summary>Reads one count from where it begins: words before, the quantity, words behind, the counted noun.</summary>
internal sealed class CountPhrase(CountLexicon lexicon)
{
    private const int MostModifiers = 4;

    private readonly CountedNoun _noun = new(lexicon);
    private readonly NotACount _notACount = new(lexicon);

    /// <summary>The count that begins at a token; null when none does.</summary>
    public CountMention? At(Document document, int[] ids, bool[] barred, int token)
    {
        var end = document.SentenceRanges[document.SentenceOf[token]].End;
        if (Nought(document, ids, token, end) is { } nought) return nought;
        var effects = new Effects();
        if (lexicon.LeadIn.TryMatch(document, ids, token, end, out var leadIn) && leadIn.End < end && !barred[leadIn.End])
        {
            var behind = new Effects { IsCertain = true };
            var from = SkipModifiers(document, ids, leadIn.End, end, ref behind);
            if (from < end && !barred[from] && Quantity(document, ids, from, end, ref behind) is { } figure && !Bars(barred, figure)) return Complete(document, ids, leadIn.End, figure, end, behind);
        }

        var at = SkipModifiers(document, ids, token, end, ref effects);
        if (at < end && !barred[at] && Quantity(document, ids, at, end, ref effects) is { } quantity && !Bars(barred, quantity))
            return Complete(document, ids, token, quantity, end, effects);
        return at == token + 1 || at == token ? One(document, ids, token, end) : OneBehind(document, ids, token, end);
    }

    private CountMention? OneBehind(Document document, int[] ids, int token, int end) =>
        lexicon.OneBefore.TryMatch(document, ids, token, end, out _) ? One(document, ids, token, end) : null;

    private int SkipModifiers(Document document, int[] ids, int token, int end, ref Effects effects)
    {
        var at = token;
        for (var n = 0; n < MostModifiers && at < end; n++)
        {
            var found = false;
            foreach (var (kind, phrases) in lexicon.Modifiers)
            {
                if (!phrases.TryMatch(document, ids, at, end, out var value)) continue;
                if (kind == Modifier.About) effects.IsApproximate = true;
                else if (kind == Modifier.MoreBefore) effects.IsMore = true;
                else if (kind == Modifier.All) effects.IsCertain = true;
                else if (kind != Modifier.Plain) effects.Bound = kind;
                at = value.End;
                found = true;
                break;
            }

            if (!found) break;
        }

        return at;
    }

    /// <summary>The quantity at a token: a number, a range, a vague word, "both".</summary>
    private TokenRange? Quantity(Document document, int[] ids, int token, int end, ref Effects effects)
    {
        if (lexicon.Both.TryMatch(document, ids, token, end, out var both))
        {
            effects.Count = StatedCount.Exactly(2);
            effects.IsCertain = true;
            return new TokenRange(token, both.End);
        }

        if (document.Lowers[token] is "between" or "from" && lexicon.Numbers.TryRead(document, token + 1, out var low) && low.Whole is { } from
            && low.Tokens.End + 1 < end && document.Lowers[low.Tokens.End] is "and" or "to" && lexicon.Numbers.TryRead(document, low.Tokens.End + 1, out var high)
            && high.Whole is { } to && to > from && !_notACount.Rejects(document, ids, high))
        {
            effects.Count = new StatedCount(from, to);
            effects.IsCertain |= document.Lowers[token] == "between";
            return new TokenRange(token, high.Tokens.End);
        }

        if (lexicon.Vague.TryMatch(document, ids, token, end, out var vague)) return VagueQuantity(document, token, vague, end, ref effects);
        if (!lexicon.Numbers.TryRead(document, token, out var number) || number.Whole is not { } whole || whole == 0 && !number.IsWords) return null;
        if (number is { IsWords: true, Value: 1 } && IsPronoun(document, token, end)) return null;
        if (RangeEnd(document, number, end) is { } top && top.Whole is { } most && most > whole)
        {
            if (_notACount.Rejects(document, ids, top with { Tokens = number.Tokens with { End = top.Tokens.End } })) return null;
            effects.Count = new StatedCount(whole, most);
            return new TokenRange(token, top.Tokens.End);
        }

        if (_notACount.Rejects(document, ids, number)) return null;
        effects.Count = StatedCount.Exactly(whole);
        effects.IsDigits = !number.IsWords;
        return number.Tokens;
    }

    /// <summary>"dozens", "hundreds of thousands", "several hundred", "a few dozen".</summary>
    private static TokenRange VagueQuantity(Document document, int token, WordValue vague, int end, ref Effects effects)
    {
        var count = CountLexicon.Range(vague.Text!);
        var last = vague.End;
        if (last < end && count.Low <= 3 && document.Lowers[last] is "hundred" or "thousand" or "dozen" or "million" or "score")
        {
            var scale = document.Lowers[last] switch { "hundred" => 100, "thousand" => 1000, "dozen" => 12, "score" => 20, _ => 1_000_000 };
            count = new StatedCount(count.Low * scale, null);
            last++;
        }

        effects.Count = count;
        // "several" and "a couple" need a noun: "the couple", "a pair" are people as well as numbers.
        effects.IsCertain = count.Low >= 20;
        effects.IsVague = true;
        return new TokenRange(token, last);
    }

    private StatedNumber? RangeEnd(Document document, StatedNumber number, int end)
    {
        var joint = number.Tokens.End;
        if (joint + 1 >= end || document.Lowers[joint] is not ("to" or "or" or "-" or "–" or "—")) return null;
        if (!lexicon.Numbers.TryRead(document, joint + 1, out var top)) return null;
        // "20 to 30 thousand" speaks of thousands twice; "five to one" is odds.
        return top;
    }

    /// <summary>"the one who", "one another", "one of": not "one man".</summary>
    private static bool IsPronoun(Document document, int token, int end) =>
        (token + 1 < end && document.Lowers[token + 1] is "another" or "who" or "that" or "which" or "'s" or "’s" or "day" or "can" or "could" or "should" or "must" or "would")
        || (token > 0 && document.Lowers[token - 1] is "the" or "no" or "this" or "that" or "any" or "every" or "each" or "which" or "only");

    private CountMention? Complete(Document document, int[] ids, int token, TokenRange quantity, int end, Effects effects)
    {
        var at = quantity.End;
        var quantityEnd = at;
        if (at < end && lexicon.AboutAfter.TryMatch(document, ids, at, end, out var about)) (at, quantityEnd, effects.IsApproximate) = (about.End, about.End, true);
        if (at < end && lexicon.FloorAfter.TryMatch(document, ids, at, end, out var floor)) (at, quantityEnd, effects.Bound) = (floor.End, floor.End, Modifier.Floor);
        var phraseEnd = at;
        if (at < end && lexicon.More.TryMatch(document, ids, at, end, out var more)) (at, phraseEnd, effects.IsMore) = (more.End, more.End, true);
        var isPart = PartBefore(document, ids, token);
        var noun = -1;
        string? lemma = null;
        if (at < end && lexicon.PartAfter.TryMatch(document, ids, at, end, out var of) && (document.Lowers[of.End - 1] is "whom" or "them" or "which" or "us" or "you" || !effects.IsVague))
        {
            isPart = true;
            phraseEnd = of.End;
            noun = _noun.Find(document, ids, of.End, true, out lemma);
            if (noun < 0 && of.End < end && document.Lowers[of.End - 1] == "the" && lexicon.State.TryMatch(document, ids, of.End, end, out _)) (noun, lemma) = (of.End, document.Lowers[of.End]);
        }
        else
        {
            // "dozens of people", "a dozen of the wounded".
            var from = at < end && document.Lowers[at] == "of" && (effects.IsVague || effects.IsMore || IsDozen(document, quantity)) ? at + 1 : at;
            if (from > at && from < end && document.Lowers[from] is "the" or "its" or "their" or "these" or "those" or "his") from++;
            if (from > at && from < end && lexicon.More.TryMatch(document, ids, from, end, out more)) (from, phraseEnd, effects.IsMore) = (more.End, more.End, true);
            noun = _noun.Find(document, ids, from, effects.Count != StatedCount.Exactly(1), out lemma);
            if (noun >= 0 && IsStateAlone(document, ids, from, noun)) noun = -1;
        }

        if (noun < 0) lemma = null;
        var isCertain = effects.IsCertain || effects.Bound != Modifier.None || isPart || effects.IsMore || (effects.IsApproximate && EndsHere(document, ids, at, end));
        if (noun < 0 && !isCertain && !StandsForPeople(document, ids, token, at, end, effects)) return null;
        if (noun < 0 && effects.IsVague && effects.Count.Low < 20 && !isCertain && !StateFollows(document, ids, at, end)) return null;
        var last = Math.Max(noun + 1, phraseEnd);
        var tokens = new TokenRange(token, last);
        return new CountMention(tokens, document.SpanOf(tokens), isPart ? "counts/part" : effects.IsVague ? "counts/vague" : "counts/number")
        {
            Count = Bounded(effects),
            Quantity = new TokenRange(token, quantityEnd),
            Noun = noun,
            Of = lemma,
            IsPart = isPart,
            IsMore = effects.IsMore,
            IsApproximate = effects.IsApproximate,
        };
    }

    private static StatedCount Bounded(Effects effects)
    {
        var count = effects.Count;
        return effects.Bound switch
        {
            Modifier.Floor => count with { High = null },
            Modifier.Above => new StatedCount(effects.IsVague || count.Low == int.MaxValue ? count.Low : count.Low + 1, null),
            Modifier.Ceiling => new StatedCount(0, count.High),
            Modifier.Below => new StatedCount(0, count.High is { } high ? Math.Max(0, high - 1) : null),
            _ => count,
        };
    }

    /// <summary>Whether a number without a noun still counts people: "20 dead", "killing 22", "six were taken".</summary>
    private bool StandsForPeople(Document document, int[] ids, int token, int at, int end, Effects effects)
    {
        if (StateFollows(document, ids, at, end) || IsNumberPut(document, token)) return true;
        var first = document.SentenceRanges[document.SentenceOf[token]].First;
        if (token > first && lexicon.HarmVerb.TryMatch(document, ids, token - 1, token, out _)) return EndsHere(document, ids, at, end);
        if (at < end && lexicon.BareSubject.TryMatch(document, ids, at, end, out _))
            return !effects.IsDigits || token == first || document.Lowers[token - 1] is "," or "and" or ";" or "but" or "where";
        return false;
    }

    /// <summary>"put the number of hostage-takers at six": whoever is counted stands before the number.</summary>
    private bool IsNumberPut(Document document, int token)
    {
        var first = Math.Max(document.SentenceRanges[document.SentenceOf[token]].First + 1, token - 8);
        if (token <= first || document.Lowers[token - 1] is not ("at" or "to")) return false;
        for (var i = token - 2; i > first; i--)
        {
            if (document.Lowers[i] == "of" && document.Lowers[i - 1] is "number" or "tally" or "count") return lexicon.TryNoun(document.Lowers[token - 2], out var counted) && counted.IsPerson;
        }

        return false;
    }

    private bool EndsHere(Document document, int[] ids, int at, int end) =>
        at >= end || !char.IsLetterOrDigit(document.Lowers[at][0]) || lexicon.EndsPhrase.TryMatch(document, ids, at, end, out _) || lexicon.State.TryMatch(document, ids, at, end, out _);

    private bool StateFollows(Document document, int[] ids, int at, int end)
    {
        if (at >= end) return false;
        if (lexicon.State.TryMatch(document, ids, at, end, out _)) return true;
        var after = at;
        while (after < end && after < at + 3 && document.Lowers[after] is "were" or "was" or "are" or "is" or "have" or "has" or "had" or "been" or "being" or "people") after++;
        return after > at && after < end && lexicon.State.TryMatch(document, ids, after, end, out _);
    }

    /// <summary>"two injured", "3 dead, 1 critical": the state itself is no noun, though "injured" or "dead" may look like one.</summary>
    private bool IsStateAlone(Document document, int[] ids, int from, int noun) =>
        noun == from && lexicon.State.TryMatch(document, ids, noun, noun + 1, out _) && !lexicon.TryNoun(document.Lowers[noun], out _);

    private bool PartBefore(Document document, int[] ids, int token)
    {
        var first = document.SentenceRanges[document.SentenceOf[token]].First;
        for (var length = 1; length <= 5 && token - length >= first; length++)
        {
            if (lexicon.Part.TryMatch(document, ids, token - length, token, out var value) && value.End == token) return true;
        }

        return false;
    }

    private static bool IsDozen(Document document, TokenRange quantity) => document.Lowers[quantity.Last] is "dozen" or "hundred" or "thousand" or "million" or "score";

    private static bool Bars(bool[] barred, TokenRange tokens) => barred.AsSpan(tokens.First, tokens.Count).Contains(true);

    /// <summary>"no casualties", "nobody", "none of the hostages".</summary>
    private CountMention? Nought(Document document, int[] ids, int token, int end)
    {
        var isNobody = lexicon.Nobody.TryMatch(document, ids, token, end, out var nobody);
        if (!isNobody && !lexicon.Negative.TryMatch(document, ids, token, end, out nobody)) return null;
        var noun = -1;
        string? lemma = null;
        if (!isNobody || document.Lowers[nobody.End - 1] is "the" or "those" or "of")
        {
            for (var i = nobody.End; i < Math.Min(end, nobody.End + 4) && noun < 0; i++)
            {
                if (lexicon.IsDenied(document.Lowers[i])) (noun, lemma) = (i, lexicon.TryNoun(document.Lowers[i], out var known) ? known.Lemma : document.Lowers[i]);
                else if (lexicon.EndsPhrase.TryMatch(document, ids, i, end, out _) || !char.IsLetter(document.Lowers[i][0])) break;
            }

            if (noun < 0) return null;
            if (noun + 1 < end && noun + 2 < end && document.Lowers[noun + 1] is "or" or "and" && lexicon.IsDenied(document.Lowers[noun + 2])) noun += 0;
        }

        var tokens = new TokenRange(token, Math.Max(noun + 1, nobody.End));
        return new CountMention(tokens, document.SpanOf(tokens), "counts/none") { Count = StatedCount.Exactly(0), Quantity = new TokenRange(token, nobody.End), Noun = noun, Of = lemma };
    }

    /// <summary>A lone person behind an article: "a man", "the driver", "an unidentified 45-year-old Palestinian man".</summary>
    private CountMention? One(Document document, int[] ids, int token, int end)
    {
        if (!lexicon.OneBefore.TryMatch(document, ids, token, end, out var before)) return null;
        var noun = -1;
        var afterAge = -1;
        var i = before.End;
        for (; i < Math.Min(end, before.End + 9); i++)
        {
            var lower = document.Lowers[i];
            if (lower is "-" or "‑" or "year" or "old" or "month" || char.IsAsciiDigit(lower[0]))
            {
                if (noun >= 0) break;
                if (lower == "old") afterAge = i;
                continue;
            }

            if (!char.IsLetter(lower[0]) || lexicon.EndsPhrase.TryMatch(document, ids, i, end, out _)) break;
            var isNoun = lexicon.TryNoun(lower, out var known);
            if (isNoun && known.IsPlural && known.Lemma != lower) return null;
            if (isNoun && known.IsEither) continue;
            if (isNoun && known.IsPerson) noun = i;
            else if (noun >= 0 && (isNoun || IsNounTag(document, i))) return null;
            else if (noun >= 0) break;
        }

        if (noun < 0 && afterAge == i - 1 && afterAge > before.End) return Single(document, token, before, -1, afterAge + 1);
        if (noun < 0 && before.Text == "more" && document.Lowers[token] == "another" && StateFollows(document, ids, before.End, end)) return Single(document, token, before, -1, before.End);
        // "a soldiers' home", "the police station": a noun that goes on is something else.
        if (noun < 0 || (noun + 1 < end && document.Lowers[noun + 1] is "-" && document.Spans[noun + 1].Start == document.Spans[noun].End)) return null;
        if (noun + 1 < end && document.Upos[noun + 1] is Upos.X && i == noun + 1 && i < end && LooksLikeNoun(document, ids, i, end)) return null;
        return Single(document, token, before, noun, noun + 1);
    }

    private CountMention Single(Document document, int token, WordValue before, int noun, int end)
    {
        var tokens = new TokenRange(token, end);
        return new CountMention(tokens, document.SpanOf(tokens), CountFinder.Singular)
        {
            Count = StatedCount.Exactly(1),
            Quantity = new TokenRange(token, before.End),
            Noun = noun,
            Of = noun >= 0 && lexicon.TryNoun(document.Lowers[noun], out var person) ? person.Lemma : null,
            IsMore = before.Text == "more",
        };
    }

    private static bool IsNounTag(Document document, int token) => document.Upos[token] is Upos.NOUN;

    private bool LooksLikeNoun(Document document, int[] ids, int token, int end)
    {
        var lower = document.Lowers[token];
        if (lexicon.EndsPhrase.TryMatch(document, ids, token, end, out _) || lexicon.State.TryMatch(document, ids, token, end, out _)) return false;
        return lexicon.TryNoun(lower, out _);
    }

    /// <summary>What the words around a quantity make of it.</summary>
    private struct Effects
    {
        public StatedCount Count;
        public Modifier Bound;
        public bool IsApproximate;
        public bool IsMore;
        public bool IsVague;
        public bool IsDigits;

        /// <summary>Whether it counts even without a noun.</summary>
        public bool IsCertain;
    }
}
