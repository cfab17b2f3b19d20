using System.Buffers;
using System.Text;
using Dateline.Claims;
using Dateline.Cli.Commands;

namespace Dateline.Cli.Output;

/// <summary>Prints records to standard output in one format.</summary>
internal interface IRecordPrinter : IDisposable
{
    /// <summary>Makes the bytes of one record; called on several threads.</summary>
    Printable Prepare(ReportRecord record, bool inBulk);

    /// <summary>Prints them; called in input order.</summary>
    void Print(Printable printable);
}

/// <summary>One record a line. Each line is flushed whole, so that an interrupted run leaves no half line.</summary>
internal sealed class JsonLinesPrinter : IRecordPrinter
{
    private readonly Stream _stdout = Console.OpenStandardOutput();

    public Printable Prepare(ReportRecord record, bool inBulk)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        RecordJson.WriteLine(record, buffer);
        buffer.Write("\n"u8);
        return new Printable(buffer.WrittenMemory, record.Incidents.Count > 0);
    }

    public void Print(Printable printable)
    {
        _stdout.Write(printable.Bytes.Span);
        _stdout.Flush();
    }

    public void Dispose() => _stdout.Dispose();
}

/// <summary>Indented JSON: the record itself when one text was given, a list when the inputs can hold several.</summary>
internal sealed class JsonPrinter : IRecordPrinter
{
    private readonly Stream _stdout = Console.OpenStandardOutput();
    private ReadOnlyMemory<byte> _first;
    private int _printed;
    private volatile bool _isList;

    public Printable Prepare(ReportRecord record, bool inBulk)
    {
        if (inBulk) _isList = true;
        return new Printable(Encoding.UTF8.GetBytes(RecordJson.WriteIndented(record)), record.Incidents.Count > 0);
    }

    public void Print(Printable printable)
    {
        _printed++;
        if (_printed == 1)
        {
            // Whether a list is needed shows only when a second record comes.
            _first = printable.Bytes;
            return;
        }

        if (_printed == 2)
        {
            _isList = true;
            _stdout.Write("[\n"u8);
            _stdout.Write(_first.Span);
        }

        _stdout.Write(",\n"u8);
        _stdout.Write(printable.Bytes.Span);
    }

    public void Dispose()
    {
        if (_printed == 0) _stdout.Write("[]\n"u8);
        else if (_printed == 1 && _isList) _stdout.Write([.. "[\n"u8, .. _first.Span, .. "\n]\n"u8]);
        else if (_printed == 1) _stdout.Write([.. _first.Span, .. "\n"u8]);
        else _stdout.Write("\n]\n"u8);
        _stdout.Dispose();
    }
}

/// <summary>Cards for people; an input that could not be read has none, its sentence stands on standard error.</summary>
internal sealed class CardPrinter(CardStyle style) : IRecordPrinter
{
    private readonly Stream _stdout = Console.OpenStandardOutput();

    public Printable Prepare(ReportRecord record, bool inBulk) =>
        new(record.Error is null ? Encoding.UTF8.GetBytes(Card.Render(record, style)) : default, record.Incidents.Count > 0);

    public void Print(Printable printable)
    {
        _stdout.Write(printable.Bytes.Span);
        _stdout.Flush();
    }

    public void Dispose() => _stdout.Dispose();
}
