using System.Runtime.InteropServices;

namespace Dateline.Language.Neural;

/// <summary>Weights of a product in eight bits, with a scale for each column.</summary>
/// <remarks>
/// <para>Products are sums of integers, so every machine gets the same ones, whatever its vectors. At 395 thousand million products a second on one
/// core with AVX-512, where floats reach 132; with AVX2 alone 200.</para>
/// <para>Weights lie as they are used: 32 columns after 32 columns, in each four inner indices after four, in those column after column, the four of a column side by side.</para>
/// </remarks>
public sealed unsafe class RoundedMatrix
{
    /// <summary>Inner indices whose products are added up in sixteen bits, eight in each of two lanes, before they are widened.</summary>
    public const int Group = 16;

    /// <summary>
    /// The most that weights of one sign of one lane of a group may come to: times <see cref="RoundedRows.Most"/> it still fits in sixteen bits.
    /// A column that has more is rounded more coarsely, by a sixth as a rule.
    /// </summary>
    public const int MostOfGroup = short.MaxValue / RoundedRows.Most;

    private readonly AlignedBuffer<sbyte> _cells = new();
    private readonly AlignedBuffer<float> _scales = new();
    private readonly AlignedBuffer<float> _sums = new();

    private RoundedMatrix(int inner, int columns)
    {
        (Inner, Columns) = (inner, columns);
        _cells.Room(inner * columns);
        _scales.Room(columns);
        _sums.Room(columns);
    }

    /// <summary>Rows of the matrix; a multiple of <see cref="Group"/>.</summary>
    public int Inner { get; }

    /// <summary>A multiple of <see cref="Dense.ColumnGroup"/>.</summary>
    public int Columns { get; }

    /// <summary>The weights as they lie; see <see cref="At"/>.</summary>
    public ReadOnlySpan<sbyte> Cells => _cells.Span(Inner * Columns);

    /// <summary>What 1 means, for each column.</summary>
    public ReadOnlySpan<float> Scales => _scales.Span(Columns);

    /// <summary>The sum of the weights of each column, times its scale.</summary>
    public ReadOnlySpan<float> Sums => _sums.Span(Columns);

    /// <summary>Bytes that a matrix of this size takes in a file.</summary>
    public static long FileBytes(int inner, int columns) => ((long)inner * columns) + (2L * sizeof(float) * columns);

    /// <summary>Where a weight lies.</summary>
    public static int At(int inner, int row, int column) =>
        (column / Dense.ColumnGroup * Dense.ColumnGroup * inner) + (row / 4 * 4 * Dense.ColumnGroup) + (column % Dense.ColumnGroup * 4) + (row % 4);

    /// <summary>Rounds weights.</summary>
    /// <param name="weights">inner × columns, row by row; finite.</param>
    /// <param name="inner">See <see cref="Inner"/>.</param>
    /// <param name="columns">See <see cref="Columns"/>.</param>
    public static RoundedMatrix Of(ReadOnlySpan<float> weights, int inner, int columns)
    {
        var matrix = new RoundedMatrix(inner, columns);
        var (column, rounded) = (new float[inner], new sbyte[inner]);
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < inner; i++) column[i] = weights[(i * columns) + j];
            var scale = Round(column, rounded);
            var sum = 0;
            for (var i = 0; i < inner; i++)
            {
                matrix._cells.Data[At(inner, i, j)] = rounded[i];
                sum += rounded[i];
            }

            (matrix._scales.Data[j], matrix._sums.Data[j]) = (scale, scale * sum);
        }

        return matrix;
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    public static RoundedMatrix Read(ReadOnlySpan<byte> bytes, int inner, int columns)
    {
        var matrix = new RoundedMatrix(inner, columns);
        GraphParserModel.Floats(bytes, matrix._scales.Span(columns));
        GraphParserModel.Floats(bytes[(sizeof(float) * columns)..], matrix._sums.Span(columns));
        bytes.Slice(2 * sizeof(float) * columns, inner * columns).CopyTo(MemoryMarshal.AsBytes(matrix._cells.Span(inner * columns)));
        return matrix;
    }

    /// <summary>Writes scales, sums and weights.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var scale in Scales) writer.Write(scale);
        foreach (var sum in Sums) writer.Write(sum);
        writer.Write(MemoryMarshal.AsBytes(Cells));
    }

    /// <summary>to = rows · some columns of the matrix.</summary>
    /// <param name="rows">A multiple of <see cref="Dense.RowGroup"/>, as wide as the matrix has rows.</param>
    /// <param name="to">Where the products go; those of the first of these columns first.</param>
    /// <param name="stride">Floats from one row of products to the next.</param>
    /// <param name="first">The first column; a multiple of <see cref="Dense.ColumnGroup"/>.</param>
    /// <param name="columns">How many, likewise.</param>
    /// <exception cref="ArgumentException">The rows do not fit the matrix, or rows or columns are no whole groups.</exception>
    public void Multiply(RoundedRows rows, float* to, int stride, int first, int columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Inner != Inner || rows.Count % Dense.RowGroup != 0) throw new ArgumentException($"{rows.Count} rows of {rows.Inner} do not fit {Inner}");
        if ((first | columns) % Dense.ColumnGroup != 0 || first + columns > Columns) throw new ArgumentException($"{columns} columns from {first} are no whole groups of {Columns}");
        for (var column = first; column < first + columns; column += Dense.ColumnGroup, to += Dense.ColumnGroup)
        {
            RoundedProduct.Multiply(rows, new RoundedColumns(_cells.Data + (column * Inner), _scales.Data + column, _sums.Data + column), to, stride);
        }
    }

    /// <summary>All columns.</summary>
    public void Multiply(RoundedRows rows, float* to, int stride) => Multiply(rows, to, stride, 0, Columns);

    private static float Round(ReadOnlySpan<float> column, Span<sbyte> to)
    {
        var most = 0f;
        foreach (var weight in column) most = Math.Max(most, Math.Abs(weight));
        for (var scale = most / sbyte.MaxValue; ; scale *= 1.01f)
        {
            for (var i = 0; i < column.Length; i++) to[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(column[i] / scale);
            if (Fits(to)) return scale;
        }
    }

    /// <summary>Whether no group can leave sixteen bits.</summary>
    internal static bool Fits(ReadOnlySpan<sbyte> column)
    {
        for (var first = 0; first < column.Length; first += Group)
        {
            for (var lane = 0; lane < 4; lane += 2)
            {
                var (above, below) = (0, 0);
                for (var i = first + lane; i < first + Group; i += 4)
                {
                    above += Math.Max((sbyte)0, column[i]) + Math.Max((sbyte)0, column[i + 1]);
                    below -= Math.Min((sbyte)0, column[i]) + Math.Min((sbyte)0, column[i + 1]);
                }

                if (Math.Max(above, below) > MostOfGroup) return false;
            }
        }

        return true;
    }
}
