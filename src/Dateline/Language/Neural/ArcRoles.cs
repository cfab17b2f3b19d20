namespace Dateline.Language.Neural;

/// <summary>What <see cref="ArcScorer"/> scores arcs of a batch of tokens by; a row a token.</summary>
/// <param name="arc">See <see cref="Arc"/>.</param>
public readonly unsafe struct ArcRoles(int arc)
{
    /// <summary>Floats that a word is compared by.</summary>
    public int Arc { get; } = arc;

    /// <summary>Tokens as heads.</summary>
    public required float* Heads { get; init; }

    /// <summary>Floats from one row of <see cref="Heads"/> to the next.</summary>
    public required int HeadStride { get; init; }

    /// <summary>What tokens ask of their heads.</summary>
    public required float* Asked { get; init; }

    /// <summary>Floats from one row of <see cref="Asked"/> to the next.</summary>
    public required int AskedStride { get; init; }

    /// <summary>How far from its head each token likes to be, by <see cref="ArcDistance"/>.</summary>
    public required float* DependentDistance { get; init; }

    /// <summary>Floats from one row of <see cref="DependentDistance"/> to the next.</summary>
    public required int DependentStride { get; init; }

    /// <summary>How far from its dependents each token likes to be; rows <see cref="ArcDistance.Count"/> apart.</summary>
    public required float* HeadDistance { get; init; }

    /// <summary>What stands for the head of a sentence's root.</summary>
    public required float* Root { get; init; }
}
