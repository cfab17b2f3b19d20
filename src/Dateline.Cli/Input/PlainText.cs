using System.Globalization;
using Dateline.Reports;

namespace Dateline.Cli.Input;

/// <summary>Reads one plain text as one report.</summary>
internal static class PlainText
{
    /// <summary>Reads as much of a stream as is analysed.</summary>
    public static ReportInput Read(Stream stream, string name, InputDefaults defaults)
    {
        var bytes = new byte[stream.CanSeek ? (int)Math.Min(stream.Length - stream.Position, InputLimits.TextBytes) : InputLimits.TextBytes];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var isWhole = read < InputLimits.TextBytes || stream.ReadByte() < 0;
        if (read == 0) return ReportInput.Failed(name, $"{Subject(name)} is empty.");
        var decoded = TextDecoder.Decode(bytes.AsSpan(0, read), isWhole);
        if (decoded.Text is not { } text) return ReportInput.Failed(name, $"{Subject(name)} {decoded.Refusal}.");
        if (string.IsNullOrWhiteSpace(text)) return ReportInput.Failed(name, $"{Subject(name)} is empty: it holds only white space.");
        var remarks = new List<string>();
        if (decoded.Remark is { } remark) remarks.Add(remark);
        var report = new Report(name, Cut(Report.WellFormed(text), remarks, isWhole))
        {
            Outlet = defaults.Outlet,
            Published = defaults.Published,
            PublishedFrom = defaults.Published is null ? null : PublishedFrom.Option,
        };
        return new ReportInput(name, report, null) { Remarks = remarks };
    }

    /// <summary>The part of a text that is analysed, with a remark when that is not all of it. No character is cut in two.</summary>
    public static string Cut(string text, List<string> remarks, bool isWhole = true)
    {
        var length = Math.Min(text.Length, InputLimits.AnalysedCharacters);
        if (length < text.Length && char.IsLowSurrogate(text[length])) length--;
        if (length < text.Length || !isWhole)
        {
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"only the first {length:N0} characters were read; the text is longer"));
        }

        return length < text.Length ? text[..length] : text;
    }

    /// <summary>How a sentence names the input.</summary>
    public static string Subject(string name) => name == "-" ? "Standard input" : name;
}
