namespace Dateline.Evaluation.Records;

/// <summary>A file of gold reports, records or frozen scores that cannot be used; the message is one sentence for the person at the terminal.</summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="line">Line in the file, from 1; 0 when it is about the whole file.</param>
/// <param name="problem">What is wrong.</param>
public sealed class EvaluationFileException(string file, int line, string problem)
    : Exception(line > 0 ? $"{file}({line}): {problem}" : $"{file}: {problem}");
