using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Dateline.Language;

/// <summary>Weights of a linear model: for each feature hash the few labels it speaks for or against.</summary>
/// <remarks>
/// The bytes in memory are the bytes of the file, so loading is one read. A feature's upper bits choose a bucket; the bucket's
/// rows stand one after another: lower 16 bits of the hash, number of labels, shift, then pairs of label and signed weight.
/// A weight counts <c>weight &lt;&lt; shift</c>: clipping all rows to one scale instead cost 18 points of LAS (research notes).
/// Rows are sparse because a feature is seen with 5 labels in the mean, and one cache line then holds the whole row.
/// </remarks>
public sealed class WeightTable
{
    private const int RowHead = 4;

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly int _shift;

    private WeightTable(byte[] bytes, int[] starts, int bucketBits) => (_bytes, _starts, _shift) = (bytes, starts, 32 - bucketBits);

    /// <summary>Asks for what <see cref="PrefetchRows"/> needs.</summary>
    /// <remarks>Each look-up misses the cache twice. Asking for all lines before they are needed lets the misses overlap with each other and with other work.</remarks>
    public unsafe void PrefetchBuckets(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported) return;
        fixed (int* starts = _starts)
        {
            foreach (var feature in features) Sse.Prefetch0(starts + (feature >> _shift));
        }
    }

    /// <summary>Asks for what <see cref="AddPrefetched"/> needs.</summary>
    public unsafe void PrefetchRows(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported) return;
        fixed (int* starts = _starts)
        fixed (byte* bytes = _bytes)
        {
            foreach (var feature in features) Sse.Prefetch0(bytes + starts[feature >> _shift]);
        }
    }

    /// <summary>Adds the features' weights to the labels' scores; an unknown feature adds nothing.</summary>
    /// <param name="features">Hashes of <see cref="FeatureHash"/>.</param>
    /// <param name="scores">One element a label; at least 256, since a row names its labels by byte.</param>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        PrefetchBuckets(features);
        PrefetchRows(features);
        AddPrefetched(features, scores);
    }

    /// <summary>The same where the weights were asked for before.</summary>
    public unsafe void AddPrefetched(ReadOnlySpan<uint> features, Span<int> scores)
    {
        // Row bounds were checked once, at load; labels are bytes and scores hold 256.
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, 256);
        fixed (int* starts = _starts)
        fixed (byte* bytes = _bytes)
        {
            foreach (var feature in features) Add(feature, starts + (feature >> _shift), ref *bytes, ref MemoryMarshal.GetReference(scores));
        }
    }

    private static unsafe void Add(uint feature, int* bucket, ref byte bytes, ref int score)
    {
        nint at = bucket[0], end = bucket[1];
        byte low = (byte)feature, high = (byte)(feature >> 8);
        while (at < end)
        {
            nint next = at + RowHead + 2 * Unsafe.Add(ref bytes, at + 2);
            if (Unsafe.Add(ref bytes, at) == low && Unsafe.Add(ref bytes, at + 1) == high)
            {
                var shift = Unsafe.Add(ref bytes, at + 3);
                for (at += RowHead; at < next; at += 2)
                {
                    Unsafe.Add(ref score, (nint)Unsafe.Add(ref bytes, at)) += (sbyte)Unsafe.Add(ref bytes, at + 1) << shift;
                }

                return;
            }

            at = next;
        }
    }

    /// <summary>Reads a table that ends where <paramref name="bytes"/> end.</summary>
    /// <param name="bytes">The whole model; kept, not copied.</param>
    /// <param name="offset">Where the table starts.</param>
    /// <returns>Null when the bytes are no table.</returns>
    public static WeightTable? Read(byte[] bytes, int offset)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (offset + 4 > bytes.Length) return null;
        var bits = bytes[offset];
        if (bits is < 1 or > 24) return null;
        var rows = offset + 4 + 4 * ((1 << bits) + 1);
        if (rows > bytes.Length) return null;
        var starts = new int[(1 << bits) + 1];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = rows + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset + 4 + 4 * i));
            if (starts[i] < (i == 0 ? rows : starts[i - 1]) || starts[i] > bytes.Length) return null;
        }

        return starts[^1] == bytes.Length && starts[0] == rows && RowsEndWithBuckets(bytes, starts) ? new WeightTable(bytes, starts, bits) : null;
    }

    /// <summary>Lays out rows as <see cref="Read"/> expects them, in the order of their hashes.</summary>
    public static byte[] Write(IEnumerable<WeightRow> rows)
    {
        var sorted = rows.OrderBy(row => row.Feature).ToArray();
        var bits = 1;
        while (bits < 20 && (2L << bits) < sorted.Length) bits++;
        using var bytes = new MemoryStream();
        var starts = new int[(1 << bits) + 1];
        var bucket = 0;
        foreach (var row in sorted)
        {
            while (bucket <= row.Feature >> (32 - bits)) starts[bucket++] = (int)bytes.Length;
            if (row.Labels.Count > byte.MaxValue) throw new ArgumentException("a row holds at most 255 labels", nameof(rows));
            bytes.WriteByte((byte)row.Feature);
            bytes.WriteByte((byte)(row.Feature >> 8));
            bytes.WriteByte((byte)row.Labels.Count);
            bytes.WriteByte(row.Shift);
            foreach (var (label, weight) in row.Labels)
            {
                bytes.WriteByte(label);
                bytes.WriteByte((byte)weight);
            }
        }

        while (bucket < starts.Length) starts[bucket++] = (int)bytes.Length;
        var table = new byte[4 + 4 * starts.Length + (int)bytes.Length];
        table[0] = (byte)bits;
        for (var i = 0; i < starts.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(4 + 4 * i), starts[i]);
        bytes.ToArray().CopyTo(table, 4 + 4 * starts.Length);
        return table;
    }

    private static bool RowsEndWithBuckets(byte[] bytes, int[] starts)
    {
        for (var bucket = 0; bucket + 1 < starts.Length; bucket++)
        {
            var at = starts[bucket];
            var end = starts[bucket + 1];
            while (at < end)
            {
                if (at + RowHead > end || bytes[at + 3] > 24) return false;
                at += RowHead + 2 * bytes[at + 2];
            }

            if (at != end) return false;
        }

        return true;
    }
}

/// <summary>One feature's weights, ready to be written.</summary>
/// <param name="Feature">Its hash.</param>
/// <param name="Shift">Each weight counts <c>weight &lt;&lt; Shift</c>.</param>
/// <param name="Labels">Label and weight, by label.</param>
public sealed record WeightRow(uint Feature, byte Shift, IReadOnlyList<(byte Label, sbyte Weight)> Labels);
