using Dateline.Language.Neural;

namespace Dateline.Tests.Language.Neural;

public class HashRowsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(5000)]
    public void Each_hash_has_its_numbers_and_others_have_none(int count)
    {
        var random = new Random(count);
        var known = Enumerable.Range(0, count).Select(i => (Hash: (uint)random.NextInt64(1L << 32), Row: i + 1)).DistinctBy(row => row.Hash).ToArray();
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var built = HashRows.Of([.. known.Select(row => (row.Hash, row.Row % 3 == 0 ? 0 : row.Row, row.Row))]);
        built.Write(writer);
        Assert.Equal(HashRows.FileBytes(built.Room), stream.Length);
        foreach (var rows in (HashRows[])[built, HashRows.Read(stream.ToArray(), built.Room)])
        {
            foreach (var (hash, row) in known) Assert.Equal((row % 3 == 0 ? 0 : row, row), rows.Find(hash));
            for (var i = 0; i < 100; i++)
            {
                var hash = (uint)random.NextInt64(1L << 32);
                if (known.All(row => row.Hash != hash)) Assert.Equal((0, 0), rows.Find(hash));
            }
        }
    }
}
