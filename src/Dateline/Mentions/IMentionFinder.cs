using Dateline.Language;

namespace Dateline.Mentions;

/// <summary>Finds one kind of mention in an analysed article.</summary>
/// <remarks>Finders are built once, hold no state of a document and are used by several threads at a time.</remarks>
public interface IMentionFinder
{
    /// <summary>Name and version recorded with what it finds, such as "times 1".</summary>
    string Name { get; }

    /// <summary>Layers that must be filled first; the builder stops with a clear message when one is missing.</summary>
    IReadOnlyList<Layer> Needs { get; }

    /// <summary>The layer it fills.</summary>
    Layer Gives { get; }

    /// <summary>Adds mentions; leaves a <see cref="Note"/> for words it recognised but could not resolve.</summary>
    void Find(Document document, MentionLayer mentions);
}

/// <summary>A layer of an analysed article that one stage gives and others need.</summary>
public enum Layer
{
    Tokens, Tags, Lemmas, Trees, Times, Places, Actors, Counts, Weapons, Names, Chains, Triggers, Attributions, Coreference,
}
