using System.Security;

namespace Dateline.Cli.Input;

/// <summary>Turns what the command line names (files, folders, <c>-</c>) into reports, in order, one at a time.</summary>
/// <param name="defaults">Day and outlet for reports that name none.</param>
/// <param name="standardInput">Opens what <c>-</c> stands for.</param>
internal sealed class InputReader(InputDefaults defaults, Func<Stream> standardInput)
{
    private static readonly string[] FolderKinds = [".txt", ".jsonl", ".ndjson", ".json"];

    /// <summary>Reads lazily: the memory needed does not grow with the number of reports.</summary>
    public IEnumerable<ReportInput> Read(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            foreach (var input in ReadOne(name)) yield return input;
        }
    }

    private IEnumerable<ReportInput> ReadOne(string name)
    {
        if (name == "-") return ReadSniffed();
        if (name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return [ReportInput.Failed(name, $"{name} is an address, which is not fetched; save the report's text to a file.")];
        }

        return Directory.Exists(name) ? ReadFolder(name, 0) : ReadFile(name);
    }

    private IEnumerable<ReportInput> ReadFolder(string folder, int depth)
    {
        var (entries, refusal) = Entries(folder, depth);
        if (refusal is not null)
        {
            yield return ReportInput.Failed(folder, refusal);
            yield break;
        }

        var any = false;
        foreach (var (path, isFolder) in entries)
        {
            any = true;
            foreach (var input in isFolder ? ReadFolder(path, depth + 1) : ReadFile(path)) yield return input with { InBulk = true };
        }

        if (!any && depth == 0) yield return ReportInput.Failed(folder, $"{folder} holds no .txt, .jsonl or .json file.");
    }

    /// <summary>Files and folders in ordinal order, without hidden ones and without links to folders, which could lead in circles.</summary>
    private static (List<(string Path, bool IsFolder)> Entries, string? Refusal) Entries(string folder, int depth)
    {
        var entries = new List<(string Path, bool IsFolder)>();
        if (depth > InputLimits.FolderDepth) return (entries, $"{folder} lies too deep in folders and was not read.");
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry.Name.StartsWith('.')) continue;
                var path = folder.TrimEnd('/') is { Length: > 0 } parent ? parent + "/" + entry.Name : "/" + entry.Name;
                if (entry is not DirectoryInfo) AddFile(path);
                else if (entry.LinkTarget is null) entries.Add((path, true));
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or SecurityException)
        {
            return ([], $"{folder} cannot be opened: permission denied.");
        }
        catch (IOException e)
        {
            return ([], $"{folder} cannot be read: {OneClause(e)}.");
        }

        entries.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return (entries, null);

        void AddFile(string path)
        {
            if (FolderKinds.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) entries.Add((path, false));
        }
    }

    private IEnumerable<ReportInput> ReadFile(string path)
    {
        var (stream, refusal) = Open(path);
        if (stream is null) return [ReportInput.Failed(path, refusal!)];
        return Guarded(path, ReadStream(stream, path, KindOf(path)));
    }

    private IEnumerable<ReportInput> ReadStream(Stream stream, string name, InputKind kind)
    {
        using (stream)
        {
            if (kind == InputKind.Html)
            {
                yield return ReportInput.Failed(name, $"{name} is HTML, which is not read yet; save the report's text to a file.");
                yield break;
            }

            var reports = kind switch
            {
                InputKind.JsonLines => JsonLines.Read(stream, name, defaults),
                InputKind.Json => JsonLines.ReadWhole(stream, name, defaults),
                _ => [PlainText.Read(stream, name, defaults)],
            };
            foreach (var report in reports) yield return report;
        }
    }

    /// <summary>Standard input is JSON Lines when it begins like a JSON object, one JSON object when its first line is only a brace, else one text.</summary>
    private IEnumerable<ReportInput> ReadSniffed()
    {
        var stream = new PeekedStream(standardInput());
        var start = stream.Peek(4096).TrimStart(" \t\r\n"u8);
        var kind = InputKind.Text;
        if (start.StartsWith("{"u8))
        {
            var next = start[1..].TrimStart(" \t"u8);
            if (next.IsEmpty || next[0] is (byte)'\r' or (byte)'\n') kind = InputKind.Json;
            else if (next[0] is (byte)'"' or (byte)'}') kind = InputKind.JsonLines;
        }

        return Guarded("-", ReadStream(stream, "-", kind));
    }

    /// <summary>A read that fails half-way ends its input with one sentence, and the inputs behind it are still read.</summary>
    private static IEnumerable<ReportInput> Guarded(string name, IEnumerable<ReportInput> inputs)
    {
        using var each = inputs.GetEnumerator();
        while (true)
        {
            ReportInput? failure = null;
            var more = false;
            try
            {
                more = each.MoveNext();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                failure = ReportInput.Failed(name, $"{PlainText.Subject(name)} cannot be read: {OneClause(e)}.");
            }

            if (failure is not null) yield return failure;
            if (!more) yield break;
            yield return each.Current;
        }
    }

    private static (Stream? Stream, string? Refusal) Open(string path)
    {
        try
        {
            return (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, $"{path} does not exist.");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or SecurityException)
        {
            return (null, $"{path} cannot be opened: permission denied.");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            return (null, $"{path} cannot be opened: {OneClause(e)}.");
        }
    }

    private static InputKind KindOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => InputKind.JsonLines,
        ".json" => InputKind.Json,
        ".html" or ".htm" or ".xhtml" => InputKind.Html,
        _ => InputKind.Text,
    };

    private static string OneClause(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private enum InputKind
    {
        Text, JsonLines, Json, Html,
    }
}
