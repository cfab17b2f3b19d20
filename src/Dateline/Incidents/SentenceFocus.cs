namespace Dateline.Incidents;

/// <summary>Which incident each sentence of a report is about: the one told in it (of several the first taken up), else the one of the sentence before.</summary>
internal sealed class SentenceFocus
{
    private readonly IncidentDraft?[] _bySentence;

    public SentenceFocus(IReadOnlyList<IncidentDraft> drafts, int sentences)
    {
        _bySentence = new IncidentDraft?[sentences];
        foreach (var draft in drafts)
        {
            foreach (var sentence in draft.Sentences) _bySentence[sentence] ??= draft;
        }

        for (var sentence = 1; sentence < sentences; sentence++) _bySentence[sentence] ??= _bySentence[sentence - 1];
    }

    /// <summary>Null before the first incident is told.</summary>
    public IncidentDraft? this[int sentence] => _bySentence[sentence];
}
