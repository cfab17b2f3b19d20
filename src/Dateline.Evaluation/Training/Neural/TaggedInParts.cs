using Dateline.Language;

namespace Dateline.Evaluation.Training.Neural;

/// <summary>Treebank sentences with tags as wrong as those a parser will meet: each part is tagged by a tagger trained on the others.</summary>
/// <param name="Document">The words, with found tags.</param>
/// <param name="Gold">The same sentences as annotated, in the same order.</param>
public sealed record TaggedInParts(Document Document, IReadOnlyList<ConlluSentence> Gold)
{
    /// <summary>Tags sentences; blocks of fifty go to the parts in turn, so that every part has every genre and most articles stay whole.</summary>
    /// <param name="sentences">As annotated.</param>
    /// <param name="parts">How many; 1 trains one tagger on all of them.</param>
    /// <param name="withHeadlines">Whether copies in capitals and headline style are added.</param>
    /// <param name="tagClasses">What the taggers are told of further words; see <see cref="TaggerTrainer.TagClasses"/>.</param>
    /// <param name="seed">Seeds the taggers and the choice of copies.</param>
    /// <param name="log">Is told how well each part was tagged.</param>
    public static TaggedInParts Of(IReadOnlyList<ConlluSentence> sentences, int parts, bool withHeadlines, IReadOnlyDictionary<uint, byte> tagClasses, int seed, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(log);
        var random = new Random(seed);
        var gold = new List<ConlluSentence>();
        var (upos, xpos) = (new List<Upos>(), new List<string>());
        for (var part = 0; part < parts; part++)
        {
            IReadOnlyList<ConlluSentence> held = [.. sentences.Where((_, index) => index / 50 % parts == part)];
            IReadOnlyList<ConlluSentence> rest = parts == 1 ? sentences : [.. sentences.Where((_, index) => index / 50 % parts != part)];
            if (held.Count == 0) continue;
            var file = new TaggerTrainer { Seed = seed, Epochs = 5, WithHeadlines = withHeadlines, TagClasses = tagClasses }.Train(rest.Count > 0 ? rest : held, _ => { });
            var tagger = new Tagger(TaggerModel.Read(file, ModelFile.Head)!);
            if (withHeadlines) held = HeadlineStyle.AddTo(held, random);
            var document = ConlluSentence.Untagged(held);
            tagger.Tag(document);
            gold.AddRange(held);
            upos.AddRange(document.Upos);
            xpos.AddRange(document.Xpos);
            log($"tagged part {part + 1} of {parts}: {TagScore.Of(tagger, held)}");
        }

        var whole = ConlluSentence.Untagged(gold);
        upos.CopyTo(whole.Upos);
        xpos.CopyTo(whole.Xpos);
        return new TaggedInParts(whole, gold);
    }
}
