using System.Text;
using Dateline.Resources;

namespace Dateline.Tests.Resources;

/// <summary>The pack says what the YAML says, or nothing.</summary>
public class KnowledgePackTests
{
    private static readonly KnowledgeFolder Folder = KnowledgeFolder.BesideProgram;
    private static readonly byte[] Written = KnowledgePack.Write(Folder);
    private static readonly KnowledgePack Pack = KnowledgePack.Read(Written);

    public static TheoryData<string> YamlFiles => new(Directory.EnumerateFiles(Folder.Data, "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder.Data, path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void A_packed_file_holds_what_its_yaml_holds(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder.Data, name));
        var packed = Pack.Find(bytes, name);
        Assert.NotNull(packed);
        AssertSame(KnowledgeNode.Parse(new StreamReader(new MemoryStream(bytes)), name), packed);
    }

    [Fact]
    public void An_edited_file_is_not_taken_from_the_pack()
    {
        var bytes = File.ReadAllBytes(Folder.DataFile("en/lexicons/numbers.yaml"));
        bytes[^2] ^= 1;
        Assert.Null(Pack.Find(bytes, "numbers.yaml"));
    }

    [Fact]
    public void A_damaged_or_cut_pack_is_as_good_as_none()
    {
        var damaged = (byte[])Written.Clone();
        damaged[damaged.Length / 2] ^= 1;
        Assert.Equal(0, KnowledgePack.Read(damaged).Count);
        Assert.Equal(0, KnowledgePack.Read(Written[..^1]).Count);
        Assert.Equal(0, KnowledgePack.Read([]).Count);
        Assert.Equal(0, KnowledgePack.Read(Encoding.UTF8.GetBytes("not a pack, but longer than a hash would be")).Count);
    }

    [Fact]
    public void The_same_folder_gives_the_same_pack() => Assert.Equal(Written, KnowledgePack.Write(Folder));

    [Fact]
    public void A_file_changed_since_is_hashed_anew()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "one");
        var before = Pack.HashOf(path);
        File.WriteAllText(path, "two");
        Assert.NotEqual(before, Pack.HashOf(path));
        File.Delete(path);
    }

    private static void AssertSame(KnowledgeNode expected, KnowledgeNode actual)
    {
        Assert.Equal((expected.File, expected.Line, expected.Text, expected.IsMap, expected.IsList), (actual.File, actual.Line, actual.Text, actual.IsMap, actual.IsList));
        Assert.Equal(expected.Items.Count, actual.Items.Count);
        Assert.Equal(expected.Entries.Select(entry => entry.Key), actual.Entries.Select(entry => entry.Key));
        for (var i = 0; i < expected.Items.Count; i++) AssertSame(expected.Items[i], actual.Items[i]);
        for (var i = 0; i < expected.Entries.Count; i++) AssertSame(expected.Entries[i].Value, actual.Entries[i].Value);
    }
}
