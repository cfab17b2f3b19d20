using Dateline.Evaluation.Places;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline evaluate places</c>: scores which place names are recognised and where they are put.</summary>
internal static class EvaluatePlaces
{
    public static ExampleCommand Create(Func<ReportCoder> coder) => new EvaluateFiles(
        "places",
        "Score which place names are recognised and how near to the annotated point they are put.",
        "Articles with annotated places (JSON Lines).",
        ["dateline evaluate places geovirus.jsonl lgl.jsonl --errors 20", "dateline evaluate places geovirus.jsonl --against corpus/results/places.csv"],
        PlaceScorer.All,
        "no scorer reads this file; the first line is an article with \"id\", \"text\" and \"toponyms\"").Create(coder);
}
