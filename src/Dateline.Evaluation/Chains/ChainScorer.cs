using Dateline.Evaluation.Records;
using Dateline.Language;
using Dateline.Mentions.Chains;

namespace Dateline.Evaluation.Chains;

/// <summary>Scores chains of mentions against articles annotated as GUM is; tokens are given, all else is our own.</summary>
/// <remarks>
/// <para>The main figures leave out chains of one mention on both sides, as OntoNotes does; rows "with singletons" keep them.
/// <c>CoNLL F1</c> is the mean of the F of MUC, B³ and CEAFe. Mentions are the same when their words are. Documents add up, as in the reference scorer.</para>
/// <para>Measures whose numerators differ by side (B³, LEA) are written as thousandths: hits and gold are those of recall, and system is what makes hits by system the precision.</para>
/// <para><c>links</c>: each name, nominal or pronoun that was linked to an earlier phrase. Right when annotated mentions of one chain stand
/// behind both: with the very words in the rows "exact", with the same head word in the others.</para>
/// </remarks>
public static class ChainScorer
{
    /// <summary>Whether a file holds chains; a cheap look.</summary>
    public static bool Reads(string file) => GoldChains.Reads(file);

    /// <summary>Scores the held-out articles of a file (<c>split</c> is "dev"), or all when none is.</summary>
    public static ScoreTable Score(string file, ReportCoder coder)
    {
        ArgumentNullException.ThrowIfNull(coder);
        return Score(Held(file), coder.Language, coder.Chains);
    }

    /// <summary>The articles whose <c>split</c> is "dev", or all when none is.</summary>
    public static IReadOnlyList<GoldChains> Held(string file)
    {
        var articles = GoldChains.Read(file).ToList();
        return articles.Exists(article => article.Split == "dev") ? articles.FindAll(article => article.Split == "dev") : articles;
    }

    /// <summary>Scores articles twice: on our own tags and trees, and on the annotated ones (rows "gold trees").</summary>
    public static ScoreTable Score(IReadOnlyList<GoldChains> articles, LanguageAnalyser language, ChainResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(resolver);
        var (own, annotated) = (new ChainCounts(), new ChainCounts());
        foreach (var article in articles)
        {
            var document = ConlluSentence.Untagged(article.Sentences);
            language.Fill(document);
            own.Count(article, new Tree(document), resolver);
            annotated.Count(article, new Tree(ConlluSentence.Annotated(article.Sentences)), resolver);
        }

        return new ScoreTable([.. own.Rows(""), .. annotated.Rows(", gold trees").Where(row => row.Name.StartsWith("CoNLL", StringComparison.Ordinal) || row.Name.StartsWith("mentions", StringComparison.Ordinal))], []);
    }
}
