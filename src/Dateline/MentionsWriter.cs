using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Language;
using Dateline.Mentions;
using Dateline.Mentions.Actors;
using Dateline.Mentions.Triggers;
using Dateline.Reports;
using Dateline.Resources;
using Dateline.Sourcing;
using NodaTime.Text;

namespace Dateline;

/// <summary>Writes what the finders found as one JSON line of schema <c>dateline/mentions/1</c>.</summary>
internal static class MentionsWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Report report, MentionLayer mentions, IReadOnlyList<TriggerMention> triggers, IReadOnlyList<Attribution> attributions, LanguageDetail? language)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("schema", "dateline/mentions/1");
            json.WriteString("input", report.Input);
            json.WriteString("text", mentions.Document.Text);
            json.WriteStartArray("mentions");
            foreach (var (_, write) in All(json, mentions, triggers, attributions).OrderBy(item => item.Span)) write();
            json.WriteEndArray();
            WriteChains(json, mentions);
            if (language is { } detail) WriteLanguage(json, mentions.Document, detail.Morphology, detail.Predicates);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static IEnumerable<(TextSpan Span, Action Write)> All(Utf8JsonWriter json, MentionLayer mentions, IReadOnlyList<TriggerMention> triggers, IReadOnlyList<Attribution> attributions)
    {
        var document = mentions.Document;
        foreach (var time in mentions.Times)
        {
            yield return (time.Span, () =>
            {
                Begin(json, document, "timex", time.Span);
                json.WriteString("type", time.Type.Code().ToUpperInvariant());
                json.WriteString("value", time.Value);
                if (time.Mod is not null) json.WriteString("mod", time.Mod);
                json.WriteString("start_day", time.Days is { } days ? LocalDatePattern.Iso.Format(days.Start) : null);
                json.WriteString("end_day", time.Days is { } known ? LocalDatePattern.Iso.Format(known.End) : null);
                End(json, time.By);
            }
            );
        }

        foreach (var place in mentions.Places)
        {
            yield return (place.Span, () =>
            {
                Begin(json, document, "toponym", place.Span);
                Number(json, "latitude", place.Place?.Latitude);
                Number(json, "longitude", place.Place?.Longitude);
                if (place.Place?.GeoNames is { } id) json.WriteNumber("geonames", id);
                else json.WriteNull("geonames");
                json.WriteString("country", place.Place?.Country);
                json.WriteString("admin1", place.Place?.Admin1);
                json.WriteString("name", place.Place?.Name);
                json.WriteString("feature", place.Place?.Kind.Code());
                json.WriteString("relation", place.Relation.Code());
                json.WriteBoolean("modifier", place.IsModifier);
                End(json, place.By);
            }
            );
        }

        foreach (var actor in mentions.Actors)
        {
            yield return (actor.Span, () =>
            {
                Begin(json, document, "actor", actor.Span);
                json.WriteString("type", TypeOf(actor.Actor.Kind));
                json.WriteString("actor", actor.Actor.Id);
                json.WriteString("country", actor.Country);
                json.WriteNull("chain");
                End(json, actor.By);
            }
            );
        }

        foreach (var name in mentions.Names)
        {
            yield return (name.Span, () =>
            {
                Begin(json, document, "name", name.Span);
                json.WriteString("type", name.Kind.Code());
                End(json, name.By);
            }
            );
        }

        foreach (var count in mentions.Counts)
        {
            yield return (count.Span, () =>
            {
                Begin(json, document, "count", count.Span);
                json.WriteNumber("low", count.Count.Low);
                Number(json, "high", count.Count.High);
                json.WriteString("of", count.Of);
                json.WriteBoolean("part", count.IsPart);
                End(json, count.By);
            }
            );
        }

        foreach (var weapon in mentions.Weapons)
        {
            yield return (weapon.Span, () =>
            {
                Begin(json, document, "weapon", weapon.Span);
                json.WriteString("code", weapon.Code);
                End(json, weapon.By);
            }
            );
        }

        foreach (var trigger in triggers)
        {
            yield return (trigger.Span, () =>
            {
                Begin(json, document, "trigger", trigger.Span);
                json.WriteString("type", trigger.Readings[0].Frame.Type);
                End(json, trigger.By);
            }
            );
        }

        foreach (var attribution in attributions)
        {
            if (attribution.Place == AttributionPlace.Continued) continue;
            yield return (attribution.Content, () =>
            {
                Begin(json, document, attribution.Place == AttributionPlace.Nested ? "nested-attribution" : "attribution", attribution.Content);
                json.WriteString("does", attribution.Kind.Code());
                Span(json, "cue", attribution.Cue);
                if (attribution.Source is { } source) Span(json, "source", source);
                else json.WriteNull("source");
                Span(json, "content", attribution.Content);
                json.WriteStartArray("parts");
                foreach (var part in attribution.Parts)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(part.Start);
                    json.WriteNumberValue(part.End);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteStartArray("sources");
                foreach (var link in attribution.Chain.Sources) json.WriteStringValue(link.Name);
                json.WriteEndArray();
                json.WriteString("modality", attribution.Modality.Code());
                End(json, attribution.By);
            }
            );
        }
    }

    private static void WriteChains(Utf8JsonWriter json, MentionLayer mentions)
    {
        json.WriteStartArray("chains");
        foreach (var mention in mentions.Chains)
        {
            Begin(json, mentions.Document, mention.Kind.Code(), mention.Span);
            Span(json, "head", mentions.Document.Spans[mention.Head]);
            json.WriteNumber("chain", mention.Chain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLanguage(Utf8JsonWriter json, Document document, Morphology morphology, IReadOnlyList<Predicate> predicates)
    {
        var next = 0;
        json.WriteStartArray("sentences");
        for (var index = 0; index < document.SentenceRanges.Length; index++)
        {
            var sentence = document.Sentence(index);
            json.WriteStartObject();
            json.WriteNumber("start", sentence.Span.Start);
            json.WriteNumber("end", sentence.Span.End);
            json.WriteBoolean("title", sentence.InTitle);
            json.WriteStartArray("tokens");
            for (var token = sentence.Tokens.First; token < sentence.Tokens.End; token++)
            {
                json.WriteStartObject();
                json.WriteNumber("start", document.Spans[token].Start);
                json.WriteNumber("end", document.Spans[token].End);
                json.WriteString("form", document[token].Form);
                json.WriteString("lemma", document.Lemmas[token]);
                json.WriteString("upos", document.Upos[token].ToString());
                json.WriteString("xpos", document.Xpos[token]);
                json.WriteString("feats", morphology.FeaturesOf(document, token));
                json.WriteNumber("head", document.Heads[token] < 0 ? 0 : document.Heads[token] - sentence.Tokens.First + 1);
                json.WriteString("deprel", document.Relations[token].Name());
                if (next < predicates.Count && predicates[next].Token == token)
                {
                    json.WriteString("factuality", predicates[next].Factuality.Code());
                    json.WriteBoolean("negated", predicates[next].Negated);
                    next++;
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string TypeOf(ActorKind kind) => kind switch
    {
        ActorKind.ArmedGroup => "group",
        ActorKind.StateForce => "state-force",
        ActorKind.Government => "government",
        _ => "organisation",
    };

    private static void Begin(Utf8JsonWriter json, Document document, string kind, TextSpan span)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteString("text", document.TextOf(span));
    }

    private static void End(Utf8JsonWriter json, string by)
    {
        json.WriteString("by", by);
        json.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter json, string name, TextSpan span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}

/// <summary>What <c>--language</c> adds to the mentions: features of words, and which predicates are told as facts.</summary>
internal sealed record LanguageDetail(Morphology Morphology, IReadOnlyList<Predicate> Predicates);
