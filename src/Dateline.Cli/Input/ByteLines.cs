using System.Buffers;

namespace Dateline.Cli.Input;

/// <summary>Cuts a stream into lines while holding no more than one line in memory.</summary>
internal sealed class ByteLines(Stream stream, int longest) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Number of the line last returned, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether that line was longer than allowed; its bytes are then skipped.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The next line without its line break, valid until the next call; false at the end.</summary>
    public bool Next(out Memory<byte> line)
    {
        TooLong = false;
        var scanned = _start;
        while (true)
        {
            var found = _buffer.AsSpan(scanned, _end - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = Take(scanned + found);
                _start = scanned + found + 1;
                return true;
            }

            scanned = _end;
            if (_ended || !Fill(ref scanned))
            {
                line = Take(_end);
                var any = _end > _start || TooLong;
                _start = _end;
                if (!any) Number--;
                return any;
            }
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private Memory<byte> Take(int end)
    {
        Number++;
        if (TooLong) return default;
        if (end > _start && _buffer[end - 1] == '\r') end--;
        return _buffer.AsMemory(_start, end - _start);
    }

    private bool Fill(ref int scanned)
    {
        if (_end - _start > longest) TooLong = true;
        if (TooLong) _start = _end;
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            scanned -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length) Grow();
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return read > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Buffer.BlockCopy(_buffer, 0, larger, 0, _end);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
