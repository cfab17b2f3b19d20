using Dateline.Evaluation.Records;

namespace Dateline.Tests.Evaluation;

public class GoldFileTests
{
    [Theory]
    [InlineData("{", "not readable as JSON")]
    [InlineData("[]", "a gold report is a JSON object")]
    [InlineData("""{"doc":"a","text":"t"}""", "there is no \"incidents\" list")]
    [InlineData("""{"text":"t","incidents":[]}""", "\"doc\" is missing")]
    [InlineData("""{"doc":"a","text":"t","incidents":[{"type":"arrest"}]}""", "\"salience\" is missing")]
    public void A_broken_line_is_named_with_its_file_and_number(string line, string problem)
    {
        using var file = new TemporaryFile("gold.jsonl", SomeGold.Line() + "\n\n" + line + "\n");

        var error = Assert.Throws<EvaluationFileException>(() => GoldFile.Read([file.Path]));

        Assert.StartsWith(file.Path + "(3): ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_reports_of_one_name_are_an_error()
    {
        using var file = new TemporaryFile("gold.jsonl", SomeGold.Line() + "\n" + SomeGold.Line());

        Assert.Contains("\"d1\"", Assert.Throws<EvaluationFileException>(() => GoldFile.Read([file.Path])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_told_in_one_sentence() =>
        Assert.Equal("nowhere.jsonl: there is no such file", Assert.Throws<EvaluationFileException>(() => GoldFile.Read(["nowhere.jsonl"])).Message);

    [Fact]
    public void A_folder_is_read_by_its_reports_in_the_order_of_their_names()
    {
        var docs = GoldFile.Read([Path.Combine(Repository.Root, "corpus", "reports")]).Select(report => report.Doc).ToList();

        Assert.Equal(docs.Order(StringComparer.Ordinal), docs);
        Assert.Contains("2024-06-rostov-detention-centre", docs);
    }

    [Fact]
    public void A_folder_without_gold_is_an_error()
    {
        using var file = new TemporaryFile("report.txt", "nothing");

        Assert.Throws<EvaluationFileException>(() => GoldFile.Read([file.Folder]));
    }
}
