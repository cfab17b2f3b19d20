namespace Dateline.Cli.Input;

/// <summary>A stream whose first bytes can be looked at before it is read from the start.</summary>
internal sealed class PeekedStream(Stream inner) : Stream
{
    private byte[] _peeked = [];
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first line, or the first bytes when it is longer. Does not wait for more than a line, so that a live feed flows.</summary>
    public ReadOnlySpan<byte> Peek(int bytes)
    {
        var buffer = new byte[bytes];
        var read = 0;
        while (read < bytes)
        {
            var more = inner.Read(buffer, read, bytes - read);
            if (more == 0) break;
            read += more;
            if (buffer.AsSpan(0, read).TrimStart(" \t\r\n"u8).Contains((byte)'\n')) break;
        }

        _peeked = buffer[..read];
        return _peeked;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at >= _peeked.Length) return inner.Read(buffer);
        var take = Math.Min(buffer.Length, _peeked.Length - _at);
        _peeked.AsSpan(_at, take).CopyTo(buffer);
        _at += take;
        return take;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
