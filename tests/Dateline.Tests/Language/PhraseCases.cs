namespace Dateline.Tests.Language;

/// <summary>Phrases and what they stand for, from <c>corpus/en</c>, as rows of a theory.</summary>
internal static class PhraseCases
{
    /// <summary>The rows under a key: each a list of texts, null where the file has "~".</summary>
    public static IEnumerable<TheoryDataRow> Rows(string name, string key, int columns) =>
        Repository.Corpus(name)[key]!.Items.Select(row => new TheoryDataRow([.. Enumerable.Range(0, columns).Select(i => columns == 1 ? row.Text : row.Items[i].Text)]));
}
