using Dateline.Language;
using Dateline.Mentions.Actors;

namespace Dateline.Mentions.Chains;

/// <summary>A phrase that may refer to somebody or something, with what its words tell of whom.</summary>
/// <param name="Head">The token that heads it: the first name of "Thomas Sam", as UD hangs names.</param>
/// <param name="Tokens">All of it, relative clauses and the possessive mark included, appositions and conjuncts left out.</param>
/// <param name="Kind">How it refers.</param>
public sealed record ReferringPhrase(int Head, TokenRange Tokens, ReferenceKind Kind)
{
    /// <summary>Position among the phrases of the document, in text order.</summary>
    public int Index { get; internal set; }

    /// <summary>Whether it is several conjuncts taken together: "Britain and France".</summary>
    public bool IsPair { get; init; }

    /// <summary>Hash of the word that tells whom it means: the lemma of a noun, the last name of a person.</summary>
    public uint Word { get; init; }

    /// <summary>Hash of all words in lower case, without articles and possessive marks.</summary>
    public uint Wording { get; init; }

    /// <summary>Hashes of the words that tell it apart: names, adjectives, numbers; <see cref="Word"/> left out.</summary>
    public IReadOnlyList<uint> Modifiers { get; init; } = [];

    /// <summary>Hash of the number before a noun ("two men"); 0 for none.</summary>
    public uint Count { get; init; }

    /// <summary>Hash of the determiner or of a word that tells new from known: "another", "other", "same", "every", "no"; 0 for none.</summary>
    public uint Marker { get; init; }

    /// <summary>Head token of the owner ("the army's spokesman"); -1 for none.</summary>
    public int Owner { get; init; } = -1;

    /// <summary>Head token of what the noun is of ("the mayor of Kano"); -1 for none.</summary>
    public int Of { get; init; } = -1;

    /// <summary>Hash of a kind finer than <see cref="Kind"/>: the pronoun itself, or whether a nominal is definite, owned, pointed at, bare or new.</summary>
    public uint FineKind { get; init; }

    /// <summary>How a nominal is introduced; <see cref="Introduction.None"/> for names and pronouns.</summary>
    public Introduction Introduction { get; init; }

    public PhraseNumber Number { get; init; }

    public PhraseGender Gender { get; init; }

    /// <summary>1, 2 or 3; 3 for all that is no pronoun.</summary>
    public int Person { get; init; } = 3;

    public ThingKind Thing { get; init; }

    public int Sentence { get; init; }

    /// <summary>Number of the quotation it stands in; 0 outside.</summary>
    public int Quotation { get; init; }

    /// <summary>Head of the clause it stands in.</summary>
    public int Clause { get; init; }

    /// <summary>Initials of a name of several words in capitals, as an acronym would have them; empty otherwise.</summary>
    public string Initials { get; init; } = "";
}

/// <summary>How a phrase refers: by name, by noun, by pronoun.</summary>
public enum ReferenceKind
{
    Name, Nominal, Pronoun,
}

/// <summary>Number as far as the words tell.</summary>
public enum PhraseNumber
{
    Unknown, Singular, Plural,
}

/// <summary>Gender as far as the words tell. <see cref="Person"/> is a human being of either sex.</summary>
public enum PhraseGender
{
    Unknown, Male, Female, Person, Thing,
}

/// <summary>What a noun begins with.</summary>
public enum Introduction
{
    None, Definite, Demonstrative, Owned, Indefinite, Bare,
}
