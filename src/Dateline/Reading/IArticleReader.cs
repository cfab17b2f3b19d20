using Dateline.Reports;

namespace Dateline.Reading;

/// <summary>Report → Article: finds title, head and body of one kind of input.</summary>
public interface IArticleReader
{
    /// <summary>Reads one report; whatever the text holds, there is an article.</summary>
    Article Read(Report report);
}
