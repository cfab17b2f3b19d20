using Dateline.Evaluation.Training;
using Dateline.Language;
using Dateline.Mentions.Names;
using Dateline.Resources;
using FsCheck.Xunit;

namespace Dateline.Tests.Mentions.Names;

public class NameTaggerTests
{
    private const string News =
        "Fuad Masum met Haider al-Abadi in Baghdad. The UN Security Council and the Bank of China said on Friday that Kurdish fighters had left Sinjar. ISRAEL STRIKES TARGETS NEAR DAMASCUS. Gen. Rashid Ali of the Puntland Police Force was hurt.";

    [Fact]
    public void A_label_follows_only_where_the_scheme_lets_it()
    {
        for (var before = 0; before < NameLabels.Count; before++)
        {
            for (byte gold = 0; gold < NameLabels.Count; gold++) Assert.True(NameLabels.Follows(before, NameLabels.Nearest(before, gold)), $"{before} {gold}");
        }
    }

    [Fact]
    public void The_labels_of_a_name_are_read_back()
    {
        var labels = new byte[6];
        NameLabels.Mark(labels.AsSpan(1, 3), NameKind.Organisation);
        NameLabels.Mark(labels.AsSpan(4, 1), NameKind.Person);
        Assert.Equal([(new TokenRange(1, 4), NameKind.Organisation), (new TokenRange(4, 5), NameKind.Person)], Spans(labels));
    }

    private static IEnumerable<(TokenRange Tokens, NameKind Kind)> Spans(byte[] labels)
    {
        for (var first = 0; first < labels.Length; first++)
        {
            var end = NameLabels.EndOf(labels, first);
            if (end == first) continue;
            yield return (new TokenRange(first, end), NameLabels.KindOf(labels[first]));
            first = end - 1;
        }
    }

    /// <summary>The slow twin adds up every label for every token and takes the best that may follow.</summary>
    [Fact]
    public void The_fast_choice_is_the_best_of_all_labels_that_may_follow()
    {
        var document = Analysed.Text(News);
        var fast = new byte[document.TokenCount];
        TheNames.Tagger.Label(document, fast);
        Assert.Equal(Slow(document), fast);
    }

    [Property(MaxTest = 100)]
    public bool No_name_is_left_open_and_none_goes_on_without_a_beginning(string? text)
    {
        var document = Analysed.Text((text ?? "") + " the International Monetary");
        var labels = new byte[document.TokenCount];
        TheNames.Tagger.Label(document, labels);
        return document.SentenceRanges.ToArray().All(sentence =>
        {
            var before = 0;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (!NameLabels.Follows(before, labels[i])) return false;
                before = labels[i];
            }

            return !NameLabels.IsOpen(before);
        });
    }

    [Fact]
    public void The_same_texts_and_seed_give_the_same_model()
    {
        Assert.Equal(Trained(1), Trained(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(100)]
    public void A_damaged_model_is_refused(int cut)
    {
        var bytes = Trained(1);
        var path = Path.GetTempFileName();
        try
        {
            if (cut == 0) bytes[^1] ^= 0x55;
            File.WriteAllBytes(path, cut == 0 ? bytes : bytes[..^cut]);
            var error = Assert.Throws<DataException>(() => NameModel.Load(path));
            Assert.Contains("entities model is cut off or damaged", error.Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, ModelFile.Wrap("entities", bytes.AsSpan(ModelFile.Head, 40)));
            Assert.Throws<DataException>(() => NameModel.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Names_with_other_marks_and_spelling_are_one_phrase_of_the_lists()
    {
        var table = new NameTable(4);
        table.Add("Deir ez-Zor", NameFlags.City);
        Assert.Equal(NameFlags.City, table[NameHash.Append(NameHash.Append(NameHash.Append(NameHash.Of("DEIR"), "ez"), "-"), "Zor")]);
        Assert.Equal(NameFlags.City, table[NameHash.Append(NameHash.Of("Dēir"), "ez-Zōr")]);
        Assert.Equal(NameFlags.Prefix, table[NameHash.Of("Deir")]);
    }

    private static byte[] Slow(Document document)
    {
        var words = new NameFeatures(TheNames.Lists, TheNames.Clusters);
        var labels = new byte[document.TokenCount];
        words.Begin();
        foreach (var sentence in document.SentenceRanges)
        {
            words.Read(document, sentence);
            int before = 0, beforeThat = 0;
            for (var i = 0; i < sentence.Count; i++)
            {
                byte best = 0;
                if (words.IsAsked(i, before))
                {
                    var features = new uint[NameFeatures.Most];
                    var count = words.Extract(i, before, beforeThat, features);
                    var scores = new int[256];
                    foreach (var feature in features.Take(count)) TheNames.Model.Weights.Add([feature], scores);
                    best = Enumerable.Range(0, NameLabels.Count).Select(label => (byte)label)
                        .Where(label => NameLabels.Follows(before, label) && !(words.IsLast(i) && NameLabels.IsOpen(label)) && !(words.IsMark(i) && label != 0 && !(NameLabels.PartOf(label) == NameLabels.Part.Inside) && !(words.IsLast(i) && NameLabels.IsOpen(before))))
                        .OrderByDescending(label => scores[label]).ThenBy(label => label == 0 ? 0 : NameLabels.PartOf(label) is NameLabels.Part.Only or NameLabels.Part.Last ? 1 : 2).First();
                }

                labels[sentence.First + i] = best;
                words.Note(i, best);
                (beforeThat, before) = (before, best);
            }
        }

        return labels;
    }

    private static byte[] Trained(int seed)
    {
        var document = Analysed.Text(News);
        var labels = new byte[document.TokenCount];
        NameLabels.Mark(labels.AsSpan(0, 2), NameKind.Person);
        var places = new NameTable(2);
        places.Add("Baghdad", NameFlags.City);
        return new NameTrainer(places, TheNames.Lists) { Seed = seed, Epochs = 3, MinUpdates = 1 }.Train([new LabelledText(document, labels)], _ => { });
    }
}
