using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Claims;

/// <summary>Records to and from JSON, with field order and escaping fixed: the same record gives the same bytes.</summary>
public static class RecordJson
{
    private static readonly RecordJsonContext Line = new(Options(indented: false));
    private static readonly RecordJsonContext Page = new(Options(indented: true));

    /// <summary>One line without a line break at its end.</summary>
    public static string WriteLine(ReportRecord record) => JsonSerializer.Serialize(record, Line.ReportRecord);

    /// <summary>The same, as UTF-8 into a buffer.</summary>
    public static void WriteLine(ReportRecord record, IBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        JsonSerializer.Serialize(writer, record, Line.ReportRecord);
    }

    /// <summary>Indented by two spaces, for people.</summary>
    public static string WriteIndented(ReportRecord record) => JsonSerializer.Serialize(record, Page.ReportRecord);

    /// <summary>Reads one record.</summary>
    /// <exception cref="JsonException">It is not JSON, or a required field is missing.</exception>
    public static ReportRecord Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads one record from UTF-8.</summary>
    /// <exception cref="JsonException">It is not JSON, or a required field is missing.</exception>
    public static ReportRecord Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Line.ReportRecord) ?? throw new JsonException("a record is expected, not null");

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}

/// <summary>Serialisation code made at build time: no reflection when the program runs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportRecord))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
