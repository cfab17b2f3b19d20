using Dateline.Evaluation;
using Dateline.Language;

namespace Dateline.Tests.Language;

public class TreeRepairTests
{
    private static readonly Lemmatizer Lemmatizer = Lemmatizer.Load(Repository.Knowledge, Recasing.Load(Repository.Knowledge));

    /// <summary>Words as form/tag/relation/head, heads counted from 1.</summary>
    [Theory]
    [InlineData("Masum/PROPN/nsubj/3 Ali/PROPN/nsubj/3 met/VERB/root/0 them/PRON/obj/3", "Ali flat Masum")]
    [InlineData("It/PRON/nsubj/2 came/VERB/root/0 after/SCONJ/mark/5 gunmen/NOUN/obl/2 burst/VERB/advcl/2 in/ADV/advmod/5", "gunmen nsubj burst")]
    [InlineData("They/PRON/nsubj/2 left/VERB/root/0 after/SCONJ/mark/6 gunmen/NOUN/nsubj/6 Monday/PROPN/obl:unmarked/2 burst/VERB/advcl/2", "Monday obl:unmarked left")]
    [InlineData("Men/NOUN/nsubj:pass/3 were/AUX/aux:pass/3 held/VERB/ccomp/8 ,/PUNCT/punct/8 witnesses/NOUN/conj/3 and/CCONJ/cc/7 doctors/NOUN/nsubj/8 said/VERB/root/0", "witnesses nsubj said")]
    [InlineData("Those/PRON/root/0 arrested/VERB/acl/1 for/ADP/mark/4 planning/VERB/advcl/1 attacks/NOUN/obj/4", "planning advcl arrested")]
    [InlineData("Witnesses/NOUN/nsubj/2 called/VERB/root/0 police/NOUN/xcomp/2", "police obj called")]
    [InlineData("They/PRON/nsubj/2 called/VERB/root/0 him/PRON/obj/2 liar/NOUN/xcomp/2", "liar xcomp called")]
    [InlineData("He/PRON/nsubj:pass/3 was/AUX/aux:pass/3 called/VERB/root/0 president/NOUN/xcomp/3", "president xcomp called")]
    public void Attachments_are_mended(string tree, string expected)
    {
        var words = tree.Split(' ').Select(word => word.Split('/')).Select(parts =>
            new ConlluWord(parts[0], parts[0], Enum.Parse<Upos>(parts[1]), "", int.Parse(parts[3], null) - 1, Relations.Parse(parts[2])));
        var document = ConlluSentence.Annotated([new ConlluSentence([.. words])]);
        Lemmatizer.Lemmatize(document);
        TreeRepair.Mend(document, Lemmatizer);
        var child = Array.FindIndex(document.Spans.ToArray(), span => document.TextOf(span) == expected.Split(' ')[0]);
        Assert.Equal(expected, $"{document[child]} {document.Relations[child].Name()} {document[document.Heads[child]]}");
    }
}
