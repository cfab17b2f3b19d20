using BenchmarkDotNet.Attributes;
using Dateline.Claims;
using Dateline.Resources;

namespace Dateline.Benchmarks;

/// <summary>The whole way from report to record, and what surrounds it. One class for each stage stands beside this one.</summary>
[MemoryDiagnoser]
public class CoderBenchmarks
{
    private ReportCoder _coder = null!;
    private ReportRecord _record = null!;
    private string _line = "";

    [GlobalSetup]
    public void Load()
    {
        _coder = ReportCoder.Load(KnowledgeFolder.BesideProgram);
        _record = _coder.Code(Stories.News);
        _line = RecordJson.WriteLine(_record);
    }

    [Benchmark(Baseline = true)]
    public ReportRecord Code_a_news_report() => _coder.Code(Stories.News);

    [Benchmark]
    public ReportRecord Code_a_report_without_incident() => _coder.Code(Stories.Quiet);

    [Benchmark]
    public string Find_mentions() => _coder.MentionsJson(Stories.News, withLanguage: false);

    [Benchmark]
    public string Write_record() => RecordJson.WriteLine(_record);

    [Benchmark]
    public ReportRecord Read_record() => RecordJson.Read(_line);

    [Benchmark]
    public int Check_record() => RecordChecker.Check(_record).Count;
}

/// <summary>What a first run pays before the first report: lexicons, rules, models.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    [Benchmark]
    public ReportCoder Load_knowledge_and_models() => ReportCoder.Load(KnowledgeFolder.BesideProgram);
}
