namespace Dateline.Language.Neural;

/// <summary>How large a <see cref="GraphParser"/>'s network is.</summary>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Width">Floats that describe a word between layers, half read from the left and half from the right; a multiple of 64.</param>
/// <param name="Arc">Floats that a word is compared by as head and as dependent; a multiple of 32.</param>
/// <param name="Label">Floats that a relation is chosen by; a multiple of 32.</param>
public readonly record struct GraphParserSize(int Layers, int Width, int Arc, int Label)
{
    /// <summary>Columns of the relation scores: <see cref="Relation"/> by its number, and room to the next group.</summary>
    public const int Relations = 64;

    /// <summary>Floats of one direction.</summary>
    public int Half => Width / 2;

    /// <summary>Columns of a layer's product: candidate, forget gate and output gate of both directions.</summary>
    public int Gates => 6 * Half;

    /// <summary>Columns of the last product: dependent and head for arcs, then dependent and head for relations.</summary>
    public int Roles => (2 * Arc) + (2 * Label);

    /// <summary>Whether the parts are whole groups of columns and of a sane size.</summary>
    public bool IsSound => Layers is > 0 and <= 8 && IsWhole(Width) && Width % (4 * Dense.Lanes) == 0 && IsWhole(Arc) && IsWhole(Label);

    private static bool IsWhole(int width) => width is > 0 and <= 1024 && width % Dense.ColumnGroup == 0;
}
