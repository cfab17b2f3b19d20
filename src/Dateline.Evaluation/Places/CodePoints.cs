namespace Dateline.Evaluation.Places;

/// <summary>Turns offsets into UTF-16, as Dateline counts, into offsets in code points, as the corpora count.</summary>
internal sealed class CodePoints
{
    private readonly List<int> _pairs = [];

    public CodePoints(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1])) _pairs.Add(i);
        }
    }

    /// <summary>How many code points stand before an offset.</summary>
    public int this[int offset]
    {
        get
        {
            var at = _pairs.BinarySearch(offset);
            return offset - (at < 0 ? ~at : at);
        }
    }
}
