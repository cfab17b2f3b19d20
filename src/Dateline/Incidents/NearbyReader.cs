using Dateline.Language;
using Dateline.Mentions.Places;
using Dateline.Mentions.Times;
using Dateline.Sourcing;

namespace Dateline.Incidents;

/// <summary>Finds the times and places that belong to a trigger: those of its own clause, and not those of another trigger or behind "after".</summary>
internal sealed class NearbyReader(ReportReading reading, ThingReader things, ScopeReader scopes, ModalityLexicon modality, SourceLexicon sources)
{
    private readonly Document _document = reading.Document;
    private readonly Tree _tree = reading.Tree;

    /// <summary>"since then", "after that": the clause follows what was told before.</summary>
    public string? SinceThen(int verb)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (_document.Lowers[child] is "then" or "that" && _tree.Preposition(child) is "since" or "after") return _tree.Preposition(child);
        }

        return null;
    }

    public List<Timex> TimesOf(int head, int sentence, HashSet<int> heads)
    {
        var found = new List<(int Distance, Timex Time)>();
        foreach (var time in reading.Mentions.Times.Within(_document.SentenceRanges[sentence]))
        {
            if (time.Days is null || time.Type is TimexType.Duration or TimexType.Set || IsReportingTime(time)) continue;
            if (Distance(head, InParticiple(HeadOf(time.Tokens)), heads, stopAtTimeMarks: true) is { } distance) found.Add((distance, time));
        }

        return [.. found.OrderBy(item => item.Distance).ThenBy(item => item.Time.Tokens.First).Select(item => item.Time)];
    }

    public Timex? ReportingTimeOf(int sentence) =>
        reading.Mentions.Times.Within(_document.SentenceRanges[sentence]).FirstOrDefault(time => time.Days is not null && IsReportingTime(time));

    /// <summary>Whether a time hangs on a verb of saying: "said on Sunday".</summary>
    private bool IsReportingTime(Timex time)
    {
        var governor = _document.Heads[HeadOf(time.Tokens)];
        return governor >= 0 && _document.Upos[governor] == Upos.VERB && sources.Cue(_document.Lemmas[governor].ToLowerInvariant()) is not null
            && _tree.Child(governor, Relation.Ccomp, Relation.Parataxis) >= 0 | _document.Relations[governor] == Relation.Parataxis;
    }

    public List<Toponym> PlacesOf(int head, int sentence, HashSet<int> heads)
    {
        var found = new List<(int Distance, Toponym Place)>();
        foreach (var place in reading.Mentions.Places.Within(_document.SentenceRanges[sentence]))
        {
            if (place.IsModifier || place.InDateline || place.Place is null || place.Relation is PlaceRelation.Origin or PlaceRelation.Towards || IsNoScene(place)) continue;
            if (Distance(head, HeadOf(place.Tokens), heads) is { } distance) found.Add((distance, place));
        }

        var sentenceTokens = _document.SentenceRanges[sentence];
        for (var token = sentenceTokens.First + 1; token < sentenceTokens.End && found.Count == 0; token++)
        {
            if (PlaceMeant(token) is { } meant && Distance(head, token, heads) is { } distance) found.Add((distance, meant));
        }

        return [.. found.OrderBy(item => item.Distance).ThenBy(item => item.Place.Place!.Kind).ThenBy(item => item.Place.Tokens.First).Select(item => item.Place)];
    }

    /// <summary>"The city had been seized", "in the same village": the place of that kind named most before it, of equals the last.</summary>
    private Toponym? PlaceMeant(int token)
    {
        PlaceKind[] kinds = _document.Lemmas[token] switch
        {
            "city" or "town" or "village" or "capital" => [PlaceKind.City],
            "district" or "neighbourhood" or "neighborhood" => [PlaceKind.District, PlaceKind.Admin2],
            "province" or "state" or "governorate" or "region" => [PlaceKind.Admin1, PlaceKind.Region],
            _ => [],
        };
        if (kinds.Length == 0 || _document.Lowers[token - 1] is not ("the" or "same" or "this")) return null;
        Toponym? meant = null;
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in reading.Mentions.Places)
        {
            if (place.Tokens.First >= token) break;
            // "20:00 Kabul time" tells the hour.
            if (place.Tokens.End < _document.TokenCount && _document.Lowers[place.Tokens.End] == "time") continue;
            if (place.Place is not { } known || !kinds.Contains(known.Kind) || place.Relation is not (PlaceRelation.At or PlaceRelation.Near)) continue;
            // Of a headline's town one speaks as of the town at hand.
            times[known.Name] = times.GetValueOrDefault(known.Name) + (_document.Sentence(_document.SentenceOf[place.Tokens.First]).InTitle ? 2 : 1);
            if (meant is null || times[known.Name] >= times[meant.Place!.Name]) meant = place;
        }

        return meant;
    }

    /// <summary>A place that belongs to a source ("officials in Nicosia") or to an office ("president of Cyprus").</summary>
    private bool IsNoScene(Toponym place)
    {
        foreach (var attribution in reading.Attributions)
        {
            if (attribution.Source is { } source && source.Contains(place.Span)) return true;
        }

        var head = HeadOf(place.Tokens);
        if (_tree.Ancestors(head).Any(above => reading.Mentions.Places.At(above) is { Relation: PlaceRelation.Origin or PlaceRelation.Towards })) return true;
        var governor = _document.Heads[head];
        if (IsInlineHead(place) || (governor >= 0 && _document.Lemmas[governor] is "border" or "neighbour" or "neighbor" or "adjoin" or "overlook")) return true;
        return governor >= 0 && _document.Upos[governor] == Upos.NOUN && _tree.Preposition(head) is "of" or "for" or "to" && things.IsRoleNoun(governor);
    }

    /// <summary>"… MOSCOW (Sputnik) The troops …": the head of a wire story that a page put into running text.</summary>
    private bool IsInlineHead(Toponym place) =>
        place.Tokens.End < _document.TokenCount && _document.Lowers[place.Tokens.End] == "(" && place.Span.Length > 2
        && !_document.Text.AsSpan(place.Span.Start, place.Span.Length).ContainsAnyInRange('a', 'z') && !_document.Article.AllCapitals;

    /// <summary>
    /// How far words are from a trigger in the tree: 0 below it, then one a clause upwards; null when they belong to another trigger
    /// that stands nearer, or stand beyond a verb of saying.
    /// </summary>
    private int? Distance(int trigger, int word, HashSet<int> heads, bool stopAtTimeMarks = false)
    {
        if (AfterFrom(trigger) is { } after && word > after) return null;
        for (var at = word; at >= 0; at = _document.Heads[at])
        {
            if (at == trigger) return 0;
            if (heads.Contains(at)) return SharedClause(trigger, at, word);
        }

        var distance = 1;
        for (var at = trigger; at >= 0; at = _document.Heads[at])
        {
            if (_tree.IsWithin(word, at)) return PassesTimeMark(word, at) ? null : distance;
            distance++;
            if (_document.Relations[at] is Relation.Acl or Relation.AclRelcl && (stopAtTimeMarks || _document.Upos[_document.Heads[at]] == Upos.PRON)) return null;
            if (stopAtTimeMarks && (modality.TimeMarks.Contains(_tree.Preposition(at)) || modality.TimeMarks.Contains(_tree.Mark(at)))) return null;
            var head = _document.Heads[at];
            if (head >= 0 && _document.Relations[at] == Relation.Ccomp && sources.Cue(_document.Lemmas[head].ToLowerInvariant()) is not null) return null;
        }

        return null;
    }

    /// <summary>"The siege came months after gunmen burst into a hall on March 22": hall and day belong to what stands behind "after".</summary>
    private bool PassesTimeMark(int word, int top)
    {
        for (var at = word; at != top && at >= 0; at = _document.Heads[at])
        {
            if (at != word && (modality.TimeMarks.Contains(_tree.Preposition(at)) || modality.TimeMarks.Contains(_tree.Mark(at)))) return true;
        }

        return false;
    }

    /// <summary>
    /// Index of the "after" in "the siege came three months after …", for a token before it; null otherwise. Where a sentence only
    /// sets one event behind another, order tells more than a tree that may lose the second clause.
    /// </summary>
    private int? AfterFrom(int token)
    {
        var sentence = _document.SentenceRanges[_document.SentenceOf[token]];
        for (var verb = sentence.First + 1; verb < sentence.End; verb++)
        {
            if (_document.Lemmas[verb] is not ("come" or "follow" or "happen" or "occur") || _document.Upos[verb] != Upos.VERB) continue;
            for (var after = verb + 1; after < Math.Min(sentence.End, verb + 9); after++)
            {
                if (_document.Lowers[after] is "after" or "since" && after > token) return after;
            }

            return null;
        }

        return null;
    }

    /// <summary>The "after" or "since" that a trigger stands below, up to the next trigger above it.</summary>
    public string? MarkAbove(int trigger, HashSet<int> heads)
    {
        var first = _document.SentenceRanges[_document.SentenceOf[trigger]].First;
        if (AfterFrom(first) is { } after && trigger > after) return _document.Lowers[after];
        for (var at = trigger; at >= 0 && (at == trigger || !heads.Contains(at)); at = _document.Heads[at])
        {
            if (modality.TimeMarks.Contains(_tree.Mark(at))) return _tree.Mark(at);
            if (_document.Upos[at] != Upos.VERB && modality.TimeMarks.Contains(_tree.Preposition(at))) return _tree.Preposition(at);
        }

        return null;
    }

    /// <summary>A word below another trigger still serves this one when both share a clause: "killed in an attack on Monday".</summary>
    private int? SharedClause(int trigger, int other, int word)
    {
        var linked = _tree.IsWithin(trigger, other) || _tree.IsWithin(other, trigger);
        if (!linked || (_tree.IsWithin(other, trigger) && _document.Upos[other] == Upos.VERB)) return null;
        var between = _tree.IsWithin(other, trigger) ? scopes.Read(_tree, other) : scopes.Read(_tree, trigger);
        return between.TimeMark is null ? 2 + Math.Abs(_document.SentenceOf[word] - _document.SentenceOf[trigger]) : null;
    }

    /// <summary>
    /// "Eleven students abducted from a college five weeks ago are free": a time between a subject with a participle and its verb tells
    /// of the participle, wherever the tree hangs it. Gives the participle then, else the word itself.
    /// </summary>
    private int InParticiple(int word)
    {
        var verb = word;
        while (_document.Heads[verb] > word && _document.Upos[verb] is not (Upos.VERB or Upos.AUX)) verb = _document.Heads[verb];
        if (verb <= word || _tree.Child(verb, Relation.Nsubj, Relation.NsubjPass) is not (>= 0 and var subject) || subject > word) return word;
        foreach (var participle in _tree.Children(subject))
        {
            if (_document.Relations[participle] != Relation.Acl || participle > word) continue;
            var between = _document.Lowers.Slice(participle, word - participle);
            return between.Contains(",") || between.Contains(";") ? word : participle;
        }

        return word;
    }

    /// <summary>The token of a range whose head lies outside of it.</summary>
    private int HeadOf(TokenRange tokens)
    {
        for (var token = tokens.Last; token > tokens.First; token--)
        {
            if (!tokens.Contains(_document.Heads[token])) return token;
        }

        return tokens.First;
    }
}
