using Dateline.Language;
using NodaTime;

namespace Dateline.Incidents;

/// <summary>Tells what a report is about from what it only recalls.</summary>
internal static class SalienceJudge
{
    /// <summary>An incident this many days before publication is recalled and not reported.</summary>
    private const int StaleDays = 14;

    /// <summary>An incident of these last days can be one of several that the report is about.</summary>
    private const int FreshDays = 3;

    /// <summary>Sentences that make an incident more than an aside.</summary>
    private const int LongEnough = 3;

    /// <summary>Marks the drafts that the headline and the first sentence tell, and of the rest those as fresh and as fully told.</summary>
    public static void Judge(ReportReading reading, IReadOnlyList<IncidentDraft> drafts)
    {
        if (drafts.Count == 0) return;
        var document = reading.Document;
        foreach (var draft in drafts)
        {
            var inHead = draft.Tellings.Exists(telling => (telling.InTitle || telling.Sentence == reading.Lead) && telling.TimeMark is null);
            draft.Salience = (inHead || IsToldAtLength(document, draft)) && !IsStale(document, draft) ? Salience.Main : Salience.Background;
        }

        if (!drafts.Any(draft => draft.Salience == Salience.Main))
        {
            (drafts.FirstOrDefault(draft => !IsStale(document, draft)) ?? drafts[0]).Salience = Salience.Main;
        }
    }

    /// <summary>A round-up tells several incidents of these days, each in some sentences of its own.</summary>
    private static bool IsToldAtLength(Document document, IncidentDraft draft) =>
        draft.Sentences.Count >= LongEnough && draft.Follows is null && draft.Tellings[0].TimeMark is null && draft.Tellings[0].Statement.Modality is Sourcing.Modality.Stated or Sourcing.Modality.Confirmed
        && (document.Article.Published is not { } published || draft.Days is not { } days || Period.DaysBetween(days.End, published) <= FreshDays);

    private static bool IsStale(Document document, IncidentDraft draft) =>
        document.Article.Published is { } published && draft.Days is { } days && Period.DaysBetween(days.End, published) > StaleDays;
}
