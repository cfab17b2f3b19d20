namespace Dateline.Sourcing;

/// <summary>What the words around a trigger say of it: how surely, whether at all, how far it came.</summary>
/// <param name="Modality">Stated, or what adverbs, auxiliaries and governing verbs make of it; attribution comes on top.</param>
/// <param name="Negated">Whether it is told not to have happened: "no one was hurt", "did not attack".</param>
/// <param name="Irreal">Whether it is a condition, a wish, a question or a purpose and nothing that happened.</param>
/// <param name="Future">Whether it is told as yet to come.</param>
/// <param name="Stage">attempted, foiled, threatened or planned by the words around; null when accomplished.</param>
/// <param name="TimeMark">"after", "since", "before" … when it stands below such a word; null otherwise.</param>
public readonly record struct Scope(Modality Modality, bool Negated, bool Irreal, bool Future, string? Stage, string? TimeMark)
{
    /// <summary>Whether something is told to have happened or to have been tried, planned or threatened.</summary>
    public bool IsReal => !Negated && !Irreal && (!Future || Stage is not null);
}
