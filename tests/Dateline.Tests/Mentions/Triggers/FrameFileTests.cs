using Dateline.Mentions.Triggers;
using Dateline.Resources;

namespace Dateline.Tests.Mentions.Triggers;

public sealed class FrameFileTests : IDisposable
{
    private static readonly Codebook Codebook = Codebook.Read(Repository.Knowledge.Read("codebooks/dateline.yaml"));

    private readonly string _folder = Directory.CreateTempSubdirectory("frames").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_frame_knows_its_file_and_line()
    {
        var frame = Assert.Single(Read("frames:\n- frame: rob\n  type: robbery\n  verbs: [rob]\n  yes: [\"Two men robbed a bank.\"]\n  no: [\"A robin sang.\"]\n").Frames);
        Assert.Equal(("en/frames/test.yaml", 2), (frame.File, frame.Line));
        Assert.Equal(new FrameExample("Two men robbed a bank.", 5), Assert.Single(frame.Yes));
    }

    [Theory]
    [InlineData("type: attack/armed-assualt", "attack/armed-assault")]
    [InlineData("object: persn", "person")]
    [InlineData("firmness: 7", "0 to 3")]
    [InlineData("noun: [attack]", "nouns")]
    [InlineData("verbs: [take|by-pass road]", "single words")]
    public void An_error_names_the_remedy(string line, string remedy)
    {
        var error = Assert.Single(Assert.Throws<DataException>(() => Read($"frames:\n- frame: a\n  {line}\n  yes: [a]\n  no: [b]\n")).Errors);
        Assert.Contains(remedy, error.Problem, StringComparison.Ordinal);
        Assert.Equal("en/frames/test.yaml", error.File);
    }

    private FrameSet Read(string yaml)
    {
        var frames = Path.Combine(_folder, "en", "frames");
        Directory.CreateDirectory(frames);
        File.WriteAllText(Path.Combine(frames, "test.yaml"), yaml);
        return FrameSet.Read(new KnowledgeFolder(_folder, _folder), Codebook);
    }
}
