namespace Dateline.Mentions.Triggers;

/// <summary>How the words of a frame stand in the sentence: decides which side is the subject.</summary>
public enum TriggerForm
{
    /// <summary>The subject acts, the object suffers.</summary>
    Verb,

    /// <summary>The subject suffers: "died", "is dead".</summary>
    Befalls,

    /// <summary>The subject is the means or the thing itself: "a bomb exploded".</summary>
    Happens,

    /// <summary>An event noun: "the attack".</summary>
    Noun,

    /// <summary>A participle or adjective before the noun that suffers: "the kidnapped girls", "wounded soldiers".</summary>
    Qualifier,
}
