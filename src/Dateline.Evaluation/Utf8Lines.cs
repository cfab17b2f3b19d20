using System.Collections;
using System.Text;
using System.Text.Unicode;
using Dateline.Resources;

namespace Dateline.Evaluation;

/// <summary>The lines of a UTF-8 stream, one at a time; a line that is no UTF-8 is told by its number.</summary>
/// <param name="stream">Read once; not closed.</param>
/// <param name="name">What errors call it.</param>
internal sealed class Utf8Lines(Stream stream, string name) : IEnumerable<string>
{
    /// <summary>Longest line in bytes: no word of any language comes near it.</summary>
    private const int Longest = 64 * 1024 * 1024;

    public IEnumerator<string> GetEnumerator()
    {
        var buffer = new byte[64 * 1024];
        int start = 0, end = 0, number = 0;
        while (true)
        {
            var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (found >= 0)
            {
                yield return Line(buffer.AsSpan(start, found), ++number);
                start += found + 1;
                continue;
            }

            if (start > 0) buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
            {
                if (end >= Longest) throw new DataException(name, number + 1, "this line is longer than 64 MB");
                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            var read = Fill(buffer.AsSpan(end), number + 1);
            if (read == 0)
            {
                if (end > 0) yield return Line(buffer.AsSpan(0, end), ++number);
                yield break;
            }

            end += read;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Fill(Span<byte> room, int number)
    {
        try
        {
            return stream.Read(room);
        }
        catch (InvalidDataException)
        {
            throw new DataException(name, number, "the gzip archive is damaged or is none");
        }
    }

    private string Line(ReadOnlySpan<byte> line, int number)
    {
        if (number == 1 && line.StartsWith(Encoding.UTF8.Preamble)) line = line[3..];
        if (line is [.., (byte)'\r']) line = line[..^1];
        return Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : throw new DataException(name, number, "this line is not UTF-8");
    }
}
