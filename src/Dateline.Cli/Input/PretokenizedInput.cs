using Dateline.Evaluation;
using Dateline.Evaluation.Treebanks;
using Dateline.Reports;
using Dateline.Resources;

namespace Dateline.Cli.Input;

/// <summary>Reads CoNLL-U for <c>--pretokenized</c>: each document is one input; a broken file ends with one sentence, and the files behind it are still read.</summary>
/// <param name="standardInput">Opens what <c>-</c> stands for.</param>
internal sealed class PretokenizedInput(Func<Stream> standardInput)
{
    public IEnumerable<ReportInput> Read(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Stream? stream = null;
            string? refusal = null;
            try
            {
                stream = name == "-" ? standardInput() : ConlluReader.Open(name);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                refusal = $"{name} does not exist.";
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                refusal = Directory.Exists(name) ? $"{name} is a folder; name the files in it." : $"{name} cannot be opened: permission denied.";
            }

            if (stream is null)
            {
                yield return ReportInput.Failed(name, refusal!);
                continue;
            }

            using (stream)
            {
                foreach (var input in Documents(stream, name)) yield return input;
            }
        }
    }

    private static IEnumerable<ReportInput> Documents(Stream stream, string name)
    {
        var shown = name == "-" ? "standard input" : name;
        using var documents = TreebankDocument.Of(ConlluReader.Sentences(stream, shown, withTrees: false)).GetEnumerator();
        for (var any = false; ; any = true)
        {
            string? failure = null;
            var more = false;
            try
            {
                more = documents.MoveNext();
                if (!more && !any) failure = $"{PlainText.Subject(name)} holds no sentence.";
            }
            catch (DataException e)
            {
                failure = e.Errors[0] + ".";
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                failure = $"{PlainText.Subject(name)} cannot be read: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}.";
            }

            if (failure is not null) yield return ReportInput.Failed(name, failure);
            if (!more) yield break;
            var id = documents.Current.Id.Length > 0 ? documents.Current.Id : name;
            yield return new ReportInput(id, new Report(id, ""), null) { Pretokenized = documents.Current, InBulk = true };
        }
    }
}
