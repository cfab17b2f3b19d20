using Dateline.Evaluation;
using Dateline.Language;

namespace Dateline.Tests.Language;

/// <summary>Documents for tests of tagger and parser.</summary>
internal static class SomeDocument
{
    /// <summary>One sentence a line; words are parted by spaces.</summary>
    public static Document Of(params string[] sentences) =>
        ConlluSentence.Untagged([.. sentences.Select(sentence => new ConlluSentence(
            [.. sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new ConlluWord(word, word, Upos.X, "", -1, Relation.Dep))]))]);

    /// <summary>A toy treebank in CoNLL-U.</summary>
    public const string Treebank =
        """
        # text = Gunmen killed two guards.
        1	Gunmen	gunman	NOUN	NNS	_	2	nsubj	_	_
        2	killed	kill	VERB	VBD	_	0	root	_	_
        3	two	two	NUM	CD	_	4	nummod	_	_
        4	guards	guard	NOUN	NNS	_	2	obj	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	2	punct	_	_

        # text = They don't talk.
        1	They	they	PRON	PRP	_	4	nsubj	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	talk	talk	VERB	VB	_	0	root	_	_
        4.1	nothing	nothing	PRON	NN	_	_	_	4:obj	_
        5	.	.	PUNCT	.	_	4	punct	_	_

        """;

    public static IReadOnlyList<ConlluSentence> Read(string treebank)
    {
        using var reader = new StringReader(treebank);
        return ConlluReader.Read(reader, "toy.conllu");
    }
}
