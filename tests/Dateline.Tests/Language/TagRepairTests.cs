using Dateline.Language;

namespace Dateline.Tests.Language;

public class TagRepairTests
{
    private static readonly TagRepair Repair = new(Recasing.Load(Repository.Knowledge));

    /// <summary>Words as form/part of speech/tag, sentences parted by bars; the tags of one word after the repair.</summary>
    [Theory]
    [InlineData("He/PRON/PRP left/VERB/VBD Baghdad/NOUN/NN today/NOUN/NN", "Baghdad", "PROPN/NNP")]
    [InlineData("The/DET/DT Coalition/PROPN/NNP bombed/VERB/VBD it/PRON/PRP | It/PRON/PRP denied/VERB/VBD the/DET/DT Coalition/NOUN/NN claim/NOUN/NN", "Coalition", "PROPN/NNP PROPN/NNP")]
    [InlineData("The/DET/DT Senators/NOUN/NNS sat/VERB/VBD | Then/ADV/RB Senators/NOUN/NNS met/VERB/VBD Senators/PROPN/NNPS", "Senators", "NOUN/NNS NOUN/NNS PROPN/NNPS")]
    [InlineData("Coalition/NOUN/NN of/ADP/IN the/DET/DT willing/ADJ/JJ", "Coalition", "NOUN/NN")]
    [InlineData("Gunmen/NOUN/NNS Attack/NOUN/NN Baghdad/NOUN/NN Market/NOUN/NN", "Baghdad", "NOUN/NN")]
    [InlineData("the/DET/DT IS/AUX/VBZ fighters/NOUN/NNS fled/VERB/VBD", "IS", "PROPN/NNP")]
    [InlineData("it/PRON/PRP IS/AUX/VBZ SO/ADV/RB BAD/ADJ/JJ", "IS", "AUX/VBZ")]
    [InlineData("he/PRON/PRP said/VERB/VBD NO/DET/DT to/ADP/IN them/PRON/PRP", "NO", "DET/DT")]
    public void What_is_printed_as_a_name_is_one(string text, string word, string expected)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "|").Select(part => part.Split('/')).ToList();
        var document = SomeDocument.Of([.. text.Split('|').Select(sentence => string.Join(' ', sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('/')[0])))]);
        for (var token = 0; token < words.Count; token++) (document.Upos[token], document.Xpos[token]) = (Enum.Parse<Upos>(words[token][1]), words[token][2]);
        Repair.Mend(document);
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, words.Count).Where(token => words[token][0] == word).Select(token => $"{document.Upos[token]}/{document.Xpos[token]}")));
    }
}
