using Dateline.Evaluation;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline evaluate language</c>: scores the language layer against treebanks and other annotated files.</summary>
internal static class EvaluateLanguage
{
    public static ExampleCommand Create(Func<ReportCoder> coder) => new EvaluateFiles(
        "language",
        "Score tokens, sentences, tags, lemmas, trees and what else is annotated: precision, recall, F and counts, file by file.",
        "Treebanks (CoNLL-U), articles with attributions (JSON Lines) and other annotated files, plain or .gz.",
        ["dateline evaluate language dev.conllu.gz --errors 20", "dateline evaluate language *.conllu.gz polnear_dev.jsonl.gz --sample 5 --against language.csv"],
        LanguageScorer.All,
        "no scorer reads this file; treebanks end in .conllu or .conllu.gz").Create(coder);
}
