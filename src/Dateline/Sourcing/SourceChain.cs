namespace Dateline.Sourcing;

/// <summary>One link of a source chain: who says it.</summary>
/// <param name="Name">The words as printed, without article: "Interfax news agency", "a police source".</param>
/// <param name="Kind">What kind of source it is.</param>
/// <param name="Actor">Id in the actor list; null when it is not in the list.</param>
/// <param name="Span">Where those words stand in the article's text.</param>
public sealed record Source(string Name, SourceKind Kind, string? Actor, TextSpan Span);

/// <summary>Kinds of source; the code in records is the name in lower case with hyphens.</summary>
public enum SourceKind
{
    NewsAgency, Outlet, Official, Police, Military, ArmedGroup, Witness, Medic, Rescuer, Monitor, Organisation, Lawyer, Anonymous, Person, Unknown,
}

/// <summary>"A police source told TASS": TASS, then the police source. Outermost first; empty for the outlet's own voice.</summary>
public sealed record SourceChain(IReadOnlyList<Source> Sources)
{
    public static SourceChain OwnVoice { get; } = new([]);

    public bool IsOwnVoice => Sources.Count == 0;

    public override string ToString() => IsOwnVoice ? "own voice" : string.Join(" < ", Sources.Select(source => source.Name));
}
