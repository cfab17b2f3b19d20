using Dateline.Incidents;
using Dateline.Language;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Counts;
using Dateline.Mentions.Triggers;
using Dateline.Reports;
using Dateline.Sourcing;
using NodaTime;

namespace Dateline.Tests.Incidents;

/// <summary>A small text, read for real, in which a test points at words: tellings, drafts and mentions of participants made by hand.</summary>
internal sealed class Told
{
    public static readonly FateLexicon Fates = FateLexicon.Read(Repository.Knowledge);

    private readonly AnalysedReport _read;

    public Told(string text, LocalDate? published = null, string title = "")
    {
        _read = TheCoder.Coder.Read(new Report("told", text) { Title = title, Published = published, PublishedFrom = published is null ? null : PublishedFrom.Metadata });
        Reading = new ReportReading(_read.Document, _read.Tree, _read.Mentions, _read.Attributions);
    }

    public ReportReading Reading { get; }

    public Document Document => _read.Document;

    /// <summary>The token of a word, the first of that form.</summary>
    public int Token(string word)
    {
        for (var token = 0; token < Document.TokenCount; token++)
        {
            if (Document[token].Form.SequenceEqual(word)) return token;
        }

        throw new ArgumentException($"no token \"{word}\"", nameof(word));
    }

    public NounPhrase Phrase(string word) => NounPhrases.At(_read.Tree, Token(word));

    public Statement Statement(string word, Modality modality = Modality.Stated) => new(Document.Spans[Token(word)], SourceChain.OwnVoice, modality, "test", 1);

    /// <summary>A telling with the times and places that the stages found in its sentence.</summary>
    public Telling Telling(string word, string? type, int firmness = 2, string? fate = null, string? stage = null, string? timeMark = null, Modality modality = Modality.Stated)
    {
        var token = Token(word);
        var frame = new Frame("test", type, firmness) { Fate = fate };
        var sentence = Document.SentenceOf[token];
        var range = Document.SentenceRanges[sentence];
        return new Telling
        {
            Trigger = new TriggerMention(new TokenRange(token, token + 1), Document.Spans[token], "test") { Head = token, Words = [token], Readings = [(frame, TriggerForm.Verb)] },
            Frame = frame,
            Form = TriggerForm.Verb,
            Sentence = sentence,
            InTitle = Document.Sentence(sentence).InTitle,
            Scope = new Scope(modality, false, false, false, stage, timeMark),
            TimeMark = timeMark,
            Statement = Statement(word, modality),
            Times = [.. _read.Mentions.Times.Where(time => range.Contains(time.Tokens))],
            Places = [.. _read.Mentions.Places.Where(place => range.Contains(place.Tokens) && !place.IsModifier)],
        };
    }

    public static IncidentDraft Draft(int index, params Telling[] tellings)
    {
        var draft = new IncidentDraft { Index = index, Satellites = Fates.Satellites };
        foreach (var telling in tellings) draft.Add(telling);
        return draft;
    }

    public PartMention Part(string word, Role role, ThingKind kind = ThingKind.Person, string? fate = null, string? name = null, StatedCount? count = null, bool plural = true)
    {
        var phrase = Phrase(word);
        return new PartMention
        {
            Phrase = phrase,
            Role = role,
            Kind = kind,
            Statement = Statement(word),
            Fate = fate,
            FateStatement = fate is null ? null : Statement(word),
            Count = count is null ? null : new CountMention(phrase.Core, Document.SpanOf(phrase.Core), "test") { Count = count.Value, Quantity = phrase.Core },
            Name = name,
            IsPlural = plural,
            IsPronoun = Document.Upos[phrase.Head] == Upos.PRON,
            IsDefinite = Document.Lowers[phrase.Core.First] is "the" or "both" or "these",
            Lemma = Document.Lemmas[phrase.Head].ToLowerInvariant(),
        };
    }
}
