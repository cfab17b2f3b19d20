using Dateline.Evaluation.Times;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline evaluate time</c>: scores time expressions against annotated texts and phrase suites.</summary>
internal static class EvaluateTime
{
    public static ExampleCommand Create(Func<ReportCoder> coder) => new EvaluateFiles(
        "time",
        "Score time expressions, where they stand and what they mean: precision, recall, F and counts, file by file.",
        "Texts with TIMEX3 annotations, or phrases with the times they mean (JSON Lines).",
        ["dateline evaluate time timebank.jsonl --errors 20", "dateline evaluate time *.jsonl --against corpus/results/time.csv"],
        TimeScorers.All,
        "no scorer reads this file; the first line is an object with timexes and dct, or a case of a phrase suite").Create(coder);
}
