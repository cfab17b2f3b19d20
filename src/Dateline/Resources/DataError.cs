namespace Dateline.Resources;

/// <summary>One thing wrong in a knowledge file, and what would mend it.</summary>
/// <param name="File">The file, relative to the data folder.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Problem">What is wrong and what to do: <c>rule hostages-freed uses lexicon "captors"; did you mean "captor"?</c></param>
public sealed record DataError(string File, int Line, string Problem)
{
    public override string ToString() => $"{File}({Line}): {Problem}";
}

/// <summary>Knowledge files that cannot be used; carries every error found, not only the first.</summary>
public sealed class DataException(IReadOnlyList<DataError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public DataException(string file, int line, string problem) : this([new DataError(file, line, problem)])
    {
    }

    public IReadOnlyList<DataError> Errors { get; } = errors;
}
