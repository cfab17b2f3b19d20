using System.Globalization;
using System.Text;

namespace Dateline.Evaluation.Records;

/// <summary>Scores kept in a CSV file, below which a change must not fall.</summary>
public sealed class FrozenScores
{
    /// <summary>How far a score may fall before it counts: half a unit in the third decimal.</summary>
    public const double Slack = 0.0005;

    private const string Header = "row,precision,recall,f,hits,gold,system";

    /// <summary>The headline is frozen as a row of its own, without counts.</summary>
    private const string HeadlineRow = "headline";

    private readonly string _file;
    private readonly List<(string Name, double F, int Gold)> _rows;

    private FrozenScores(string file, List<(string Name, double F, int Gold)> rows) => (_file, _rows) = (file, rows);

    /// <summary>The table as CSV, six decimals.</summary>
    public static string ToCsv(ScoreTable table)
    {
        var csv = new StringBuilder(Header).Append('\n');
        if (table.Headline is { } headline) csv.Append(CultureInfo.InvariantCulture, $"{HeadlineRow},,,{headline:0.000000},,,\n");
        foreach (var row in table.Rows)
            csv.Append(CultureInfo.InvariantCulture, $"{row.Name},{row.Precision:0.000000},{row.Recall:0.000000},{row.F:0.000000},{row.Hits},{row.Gold},{row.System}\n");

        return csv.ToString();
    }

    /// <summary>Reads a file that <see cref="ToCsv"/> wrote.</summary>
    /// <exception cref="EvaluationFileException">The file is absent or a line is broken.</exception>
    public static FrozenScores Read(string file)
    {
        if (!File.Exists(file)) throw new EvaluationFileException(file, 0, "there is no such file of frozen scores; --freeze writes one");
        var lines = File.ReadAllLines(file);
        if (lines.Length == 0 || lines[0] != Header) throw new EvaluationFileException(file, 1, $"the first line of frozen scores is \"{Header}\"");
        var rows = new List<(string, double, int)>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            var cells = lines[i].Split(',');
            if (cells.Length != 7 || !double.TryParse(cells[3], CultureInfo.InvariantCulture, out var f))
                throw new EvaluationFileException(file, i + 1, "a frozen row has seven cells, the fourth a number");
            rows.Add((cells[0], f, int.TryParse(cells[5], CultureInfo.InvariantCulture, out var gold) ? gold : 0));
        }

        return new FrozenScores(file, rows);
    }

    /// <summary>The rows of the file that are worse in the table, each as a sentence; none when nothing fell.</summary>
    /// <param name="table">The scores now.</param>
    /// <param name="compared">Which rows of the file are looked at; null for all.</param>
    /// <exception cref="EvaluationFileException">The frozen scores are of another gold set.</exception>
    public IReadOnlyList<string> Falls(ScoreTable table, Func<string, bool>? compared = null)
    {
        var falls = new List<string>();
        foreach (var (name, frozen, gold) in _rows.Where(row => compared?.Invoke(row.Name) ?? true))
        {
            var row = table[name];
            if (name.EndsWith("documents read", StringComparison.Ordinal) && row?.Gold != gold)
                throw new EvaluationFileException(_file, 0, $"these scores are of another gold set: {gold} documents there, {row?.Gold ?? 0} here");
            var now = name == HeadlineRow ? table.Headline ?? 0 : row?.F ?? 0;
            var lowerIsBetter = name.Contains("(lower is better)", StringComparison.Ordinal);
            var loss = lowerIsBetter ? now - frozen : frozen - now;
            if (loss > Slack) falls.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {frozen:0.0000} before, {now:0.0000} now"));
        }

        return falls;
    }
}
