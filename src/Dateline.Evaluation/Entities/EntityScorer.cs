using Dateline.Evaluation.Records;
using Dateline.Mentions.Names;
using Dateline.Reports;

namespace Dateline.Evaluation.Entities;

/// <summary>Scores names of people, places and organisations: a name counts when its span and its kind are both right.</summary>
/// <remarks>
/// <para>Facilities count as places. Corpora are brought to one scheme (<see cref="NameScheme"/>): names without article, title and office;
/// re3d and GUM, which annotate noun phrases, by the name that heads the phrase; a state that acts is a place.</para>
/// <para>Of re3d only the held-out texts are scored (<see cref="Re3dReader.IsHeldOut"/>), of GUM the genre news. Where a corpus gives tokens, they are used.</para>
/// <para>Not of one mind: re3d leaves some names unmarked and marks "Coalition" and "Iraqi government" alike; GUM annotates no name within a name
/// of another kind; the kind of a town's club or a state's institution differs between corpora. 100 is out of reach.</para>
/// </remarks>
public static class EntityScorer
{
    /// <summary>Whether a file is annotated with names.</summary>
    public static bool Reads(string file) => EntityFiles.Reads(file);

    /// <summary>Rows <c>person</c>, <c>place</c>, <c>organisation</c>, <c>names</c> (the three together) and <c>spans</c> (whatever the kind).</summary>
    public static ScoreTable Score(string file, ReportCoder coder)
    {
        ArgumentNullException.ThrowIfNull(coder);
        return Score(EntityFiles.ForScoring(file, new NameScheme(coder.Names)), text => Find(text, coder));
    }

    /// <summary>Scores any finder of names.</summary>
    public static ScoreTable Score(IEnumerable<GoldNames> texts, Func<GoldNames, IEnumerable<GoldName>> find)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(find);
        var tally = new Tally();
        foreach (var row in Rows) tally.Count(row, 0, 0, 0);
        foreach (var text in texts)
        {
            var gold = text.Names.Where(name => RowOf(name.Kind) is not null).Select(name => (name.Span, Row: RowOf(name.Kind)!)).ToHashSet();
            var found = find(text).Where(name => RowOf(name.Kind) is not null).Select(name => (name.Span, Row: RowOf(name.Kind)!)).ToHashSet();
            foreach (var row in Rows[..3])
            {
                var (hits, inGold, inSystem) = (gold.Count(name => name.Row == row && found.Contains(name)), gold.Count(name => name.Row == row), found.Count(name => name.Row == row));
                tally.Count(row, hits, inGold, inSystem);
                tally.Count("names", hits, inGold, inSystem);
            }

            var spans = gold.Select(name => name.Span).ToHashSet();
            tally.Count("spans", found.Count(name => spans.Contains(name.Span)), gold.Count, found.Count);
        }

        return new ScoreTable(tally.Rows, []);
    }

    /// <summary>Writes the names missed (-) and the names too many (+) of every text, with the words around them.</summary>
    public static void WriteErrors(TextWriter output, IEnumerable<GoldNames> texts, Func<GoldNames, IEnumerable<GoldName>> find)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(find);
        foreach (var text in texts)
        {
            var gold = text.Names.Where(name => RowOf(name.Kind) is not null).Select(name => (name.Span, Row: RowOf(name.Kind)!)).ToHashSet();
            var found = find(text).Where(name => RowOf(name.Kind) is not null).Select(name => (name.Span, Row: RowOf(name.Kind)!)).ToHashSet();
            foreach (var (span, row) in gold.Union(found).Where(name => !(gold.Contains(name) && found.Contains(name))).OrderBy(name => name.Span.Start))
            {
                var (before, after) = (text.Text[Math.Max(0, span.Start - 40)..span.Start], text.Text[span.End..Math.Min(text.Text.Length, span.End + 40)]);
                var line = $"{(gold.Contains((span, row)) ? '-' : '+')} {row,-12} {before}[[{text.Text[span.Start..span.End]}]]{after}";
                output.WriteLine(line.ReplaceLineEndings(" "));
            }
        }
    }

    private static readonly string[] Rows = ["person", "place", "organisation", "names", "spans"];

    private static string? RowOf(NameKind kind) => kind switch
    {
        NameKind.Person => "person",
        NameKind.Place or NameKind.Facility => "place",
        NameKind.Organisation => "organisation",
        _ => null,
    };

    /// <summary>The names that the coder finds in a text.</summary>
    public static IEnumerable<GoldName> Find(GoldNames text, ReportCoder coder)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(coder);
        var reading = text.Tokens is null
            ? coder.Read(new Report(text.Id, text.Text) { Title = "" })
            : coder.Read(JoinedTokens.Document(text.Id, text.Text, text.Tokens, text.Sentences!));
        return reading.Mentions.Names.Select(name => new GoldName(name.Span, name.Kind));
    }
}
