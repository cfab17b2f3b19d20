using Dateline.Language;
using Dateline.Language.Neural;
using Dateline.Resources;
using FsCheck.Xunit;

namespace Dateline.Tests.Language;

public class ParserTests
{
    private static readonly Tagger Tagger = Tagger.Load(Repository.Knowledge.ModelFile("tagger.bin"));
    private static readonly GraphParser Shipped = GraphParser.Load(Repository.Knowledge.ModelFile("parser.bin"));

    [Theory]
    [InlineData("Gunmen killed two guards in the capital on Sunday .", "Gunmen nsubj killed; guards obj killed; capital obl killed; two nummod guards")]
    [InlineData("Two guards were killed by gunmen on Friday .", "guards nsubj:pass killed; gunmen obl:agent killed; Friday obl killed")]
    [InlineData("Two guards were killed by gunmen in the city of Gao .", "city obl killed; Gao nmod city")]
    [InlineData("The militants abducted a priest and three nuns from a church .", "militants nsubj abducted; priest obj abducted; nuns conj priest")]
    [InlineData("The militants abducted a priest and three nuns from a church .", "church obl abducted", Skip = "pending: the place is hung on the last noun")]
    [InlineData("A suicide bomber detonated his vest at a checkpoint , killing at least 14 soldiers .", "bomber nsubj detonated; vest obj detonated; killing advcl detonated; soldiers obj killing; 14 nummod soldiers")]
    [InlineData("Police said the attackers were armed with knives .", "Police nsubj said; armed ccomp said; attackers nsubj:pass armed; knives obl armed")]
    [InlineData("The group claimed responsibility for the bombing .", "group nsubj claimed; responsibility obj claimed; bombing nmod responsibility")]
    [InlineData("Three hostages were freed unharmed after special forces stormed the building .", "hostages nsubj:pass freed; forces nsubj stormed; building obj stormed; stormed advcl freed")]
    [InlineData("The blast killed 12 people and wounded 30 others .", "blast nsubj killed; people obj killed; wounded conj killed; others obj wounded")]
    [InlineData("Officials blamed the attack on rebels from a neighbouring province .", "Officials nsubj blamed; attack obj blamed; rebels obl blamed")]
    [InlineData("Officials blamed the attack on rebels from a neighbouring province .", "province nmod rebels", Skip = "pending: where the rebels are from is hung on the verb")]
    [InlineData("Soldiers who were guarding the bridge shot a man .", "Soldiers nsubj shot; guarding acl:relcl Soldiers", Skip = "pending: the main verb is read as a second relative clause")]
    [InlineData("At least five civilians died when a mortar shell hit their house .", "civilians nsubj died; hit advcl died; shell nsubj hit; house obj hit")]
    [InlineData("The army denied that its troops had fired on protesters .", "army nsubj denied; fired ccomp denied; troops nsubj fired; protesters obl fired")]
    [InlineData("Gunmen kill 12 in attack on mosque", "Gunmen nsubj kill; 12 obj kill; attack obl kill; mosque nmod attack")]
    public void Who_did_what_to_whom_is_found(string sentence, string expected)
    {
        var document = Parsed(sentence);
        foreach (var arc in expected.Split("; "))
        {
            var words = arc.Split(' ');
            var child = Array.FindIndex(document.Spans.ToArray(), span => document.TextOf(span) == words[0]);
            var head = document.Heads[child];
            Assert.Equal(arc, $"{words[0]} {document.Relations[child].Name()} {(head < 0 ? "-" : document.TextOf(document.Spans[head]))}");
        }
    }

    [Property]
    public bool Every_sentence_is_one_tree(string[][] sentences)
    {
        var document = SomeDocument.Of([.. sentences.Select(words => string.Join(' ', words.Select(word => word ?? "")))]);
        Tagger.Tag(document);
        Shipped.Parse(document);
        return document.SentenceRanges.ToArray().All(sentence => IsTree(document, sentence));
    }

    [Property]
    public bool Tags_of_any_kind_still_give_a_tree(byte[] tags)
    {
        var document = SomeDocument.Of(string.Join(' ', tags.Select(tag => $"w{tag % 5}")));
        for (var i = 0; i < tags.Length; i++) (document.Upos[i], document.Xpos[i]) = ((Upos)(tags[i] % 17), tags[i] % 3 == 0 ? "" : "NN");
        Shipped.Parse(document);
        return document.SentenceRanges.ToArray().All(sentence => IsTree(document, sentence));
    }

    [Fact]
    public void A_sentence_of_many_thousand_words_is_one_tree()
    {
        var document = Parsed(string.Join(' ', Enumerable.Range(0, 20_000).Select(i => i % 7 == 0 ? "and" : i % 3 == 0 ? "killed" : "men")));
        Assert.True(IsTree(document, document.SentenceRanges[0]));
    }

    [Fact]
    public void The_same_sentence_gets_the_same_tree_beside_others()
    {
        const string sentence = "Police shot two attackers who had stormed the compound .";
        var (alone, together) = (Parsed(sentence), Parsed("Gunmen kill 12", sentence));
        Assert.Equal(alone.Heads.ToArray().Select(head => head < 0 ? head : head + 3), together.Heads[3..].ToArray());
        Assert.Equal(alone.Relations.ToArray(), together.Relations[3..].ToArray());
    }

    [Fact]
    public void Steady_work_allocates_nothing()
    {
        var document = Parsed([.. Enumerable.Repeat("Police shot two attackers who had stormed the compound .", 40)]);
        Shipped.Parse(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Shipped.Parse(document);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_damaged_model_is_refused_in_one_sentence()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("dateline").FullName, "parser.bin");
        var bytes = File.ReadAllBytes(Repository.Knowledge.ModelFile("parser.bin"));
        bytes[^5] ^= 1;
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<DataException>(() => GraphParser.Load(path));
        Assert.Equal("models/parser.bin(1): the parser model is cut off or damaged; fetch it again or train it with `dateline train parser`", error.Message);
    }

    private static Document Parsed(params string[] sentences)
    {
        var document = SomeDocument.Of(sentences);
        Tagger.Tag(document);
        Shipped.Parse(document);
        return document;
    }

    private static bool IsTree(Document document, TokenRange sentence)
    {
        var roots = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Heads[i] < 0) roots++;
            else if (!sentence.Contains(document.Heads[i])) return false;
            var steps = 0;
            for (var head = i; head >= 0; head = document.Heads[head])
            {
                if (steps++ > sentence.Count) return false;
            }
        }

        return roots == (sentence.Count == 0 ? 0 : 1);
    }
}
