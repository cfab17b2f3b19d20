using Dateline.Language;
using Dateline.Reports;
using Dateline.Resources;
using Dateline.Sourcing;

namespace Dateline.Tests.Sourcing;

/// <summary>Runs corpus/en/attribution.yaml and corpus/en/modality.yaml.</summary>
public class AttributionCorpusTests
{
    internal static readonly ReportCoder Coder = new ReportCoderBuilder(Repository.Knowledge).Build();
    private static readonly ScopeReader Scopes = new(ModalityLexicon.Read(Repository.Knowledge), SourceLexicon.Read(Repository.Knowledge));
    private static readonly KnowledgeNode Attributions = Repository.Corpus("attribution.yaml");
    private static readonly KnowledgeNode Modalities = Repository.Corpus("modality.yaml");

    public static TheoryData<string, string> Speech()
    {
        var data = new TheoryData<string, string>();
        foreach (var item in Attributions["cases"]!.Items.Where(item => item["pending"] is null)) data.Add(item.Required("text"), string.Join('\n', item.TextsOf("says")));
        return data;
    }

    public static TheoryData<string> Silence() => [.. Attributions["never"]!.Texts];

    public static TheoryData<string, string, string> Scope()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var item in Modalities["cases"]!.Items.Where(item => item["pending"] is null)) data.Add(item.Required("text"), item.Required("word"), item.Required("is"));
        return data;
    }

    [Theory]
    [MemberData(nameof(Speech))]
    public void Sentence_says(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [MemberData(nameof(Silence))]
    public void Nobody_says_anything_in(string text) => Assert.Equal("", Told(text));

    [Theory]
    [MemberData(nameof(Scope))]
    public void Word_is_told_as(string text, string word, string expected)
    {
        var document = Read(text).Document;
        var scope = Scopes.Read(new Tree(document), document.Lowers.IndexOf(word));
        string?[] parts = [scope.Modality.Code(), scope.Negated ? "negated" : null, scope.Irreal ? "irreal" : null, scope.Future ? "future" : null, scope.Stage, scope.TimeMark is { } mark ? ">" + mark : null];
        Assert.Equal(expected, string.Join(' ', parts.Where(part => part is not null)));
    }

    public static TheoryData<string, string> Stances()
    {
        var data = new TheoryData<string, string>();
        foreach (var item in Attributions["stances"]!.Items) data.Add(item.Required("text"), string.Join('\n', item.TextsOf("is")));
        return data;
    }

    public static TheoryData<string, string, string> Factualities()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var item in Modalities["predicates"]!.Items) data.Add(item.Required("text"), item.Required("word"), item.Required("is"));
        return data;
    }

    [Theory]
    [MemberData(nameof(Stances))]
    public void Sentence_ascribes(string text, string expected)
    {
        var reading = Read(text);
        Assert.Equal(expected, string.Join('\n', reading.Attributions.Where(found => found.Place == AttributionPlace.Outer).OrderBy(found => found.Cue).Select(found =>
            $"{(found.Source is { } source ? reading.Document.TextOf(source) : "-")} | {reading.Document.TextOf(found.Cue)} | {string.Join(" … ", found.Parts.Select(reading.Document.TextOf))} | {found.Kind.Code()}")));
    }

    [Theory]
    [MemberData(nameof(Factualities))]
    public void Predicate_is(string text, string word, string expected)
    {
        var reading = Read(text);
        var predicate = Coder.Predicates.ReadAt(reading.Tree, reading.Document.Lowers.IndexOf(word));
        Assert.Equal(expected, predicate.Factuality.Code() + (predicate.Negated ? " negated" : ""));
    }

    internal static AnalysedReport Read(string text) => Coder.Read(new Report("example", text.Replace("⏎", "\n\n", StringComparison.Ordinal)) { Title = "" });

    private static string Told(string text)
    {
        var reading = Read(text);
        return string.Join('\n', reading.Attributions.Where(found => found.BringsClaim).OrderBy(found => found.Cue).Select(found =>
            $"{(found.Chain.IsOwnVoice ? "(nobody)" : found.Chain.ToString())} | {found.Modality.Code()} | {reading.Document.TextOf(found.Content).Replace("\n\n", "⏎", StringComparison.Ordinal)}"));
    }
}
