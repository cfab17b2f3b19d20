using Dateline.Reports;
using NodaTime;

namespace Dateline.Benchmarks;

/// <summary>Invented reports to measure with; benchmarks need no corpus.</summary>
internal static class Stories
{
    private const string Text =
        """
        Guards freed as siege at Norvik prison ends

        NORVIK, Freland, June 16 (Southline) - Two guards were freed unharmed on Sunday after inmates held them for seven hours at Norvik Prison, the prison service said.

        Six inmates armed with a kitchen knife and an axe took part, a police source told the Northern Agency. They demanded a car and safe passage out of the prison in exchange for the hostages' release, according to Freland Radio, which put their number at four.

        "During a special operation the criminals were liquidated and the employees were released," the service said in a statement. A guard who asked not to be named said that he had heard about 20 to 30 shots shortly after noon.

        The siege comes three months after gunmen killed at least 144 people and injured hundreds more at a concert hall near the capital on March 22. More than 20 people have been arrested since then, including four suspected gunmen. The group has claimed responsibility for several attacks in the country.

        In 2022, a court jailed five men for planning a car bomb attack on a police station. Local media speculated that some of Sunday's attackers might have been among them; the ministry denied it.
        """;

    /// <summary>A report of some 200 words with most of what the coder looks for.</summary>
    public static Report News { get; } = new("news", Text) { Published = new LocalDate(2024, 6, 16), PublishedFrom = PublishedFrom.Option };

    /// <summary>The same without any incident words: what most of a news feed costs.</summary>
    public static Report Quiet { get; } = new("quiet", string.Join("\n\n", Enumerable.Repeat(
        "The library on Mill Street will open an hour later from Monday, the town council said. Readers can return books through the new slot beside the door.", 8)));
}
