using Dateline.Claims;
using Dateline.Reports;
using Dateline.Resources;

namespace Dateline.Tests;

/// <summary>Same input, same bytes: on one thread or two, again, and from a coder loaded anew.</summary>
public class SameBytesTests
{
    private static readonly Report[] Reports =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "*.txt")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus", "reports"), "report.txt", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(path => new Report(Path.GetFileName(path), Report.WellFormed(File.ReadAllText(path))))];

    [Fact]
    public void Threads_runs_and_coders_make_no_difference()
    {
        var coder = ReportCoder.Load(KnowledgeFolder.BesideProgram);
        var once = Reports.Select(report => RecordJson.WriteLine(coder.Code(report))).ToArray();
        var again = Reports.AsEnumerable().Reverse().Select(report => RecordJson.WriteLine(coder.Code(report))).Reverse().ToArray();
        var anew = ReportCoder.Load(KnowledgeFolder.BesideProgram);
        var twoThreads = Reports.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(report => RecordJson.WriteLine(anew.Code(report))).ToArray();
        Assert.NotEmpty(once);
        Assert.Equal(once, again);
        Assert.Equal(once, twoThreads);
    }
}
