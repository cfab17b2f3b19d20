using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Claims;

/// <summary>Records to and from JSON, with field order and escaping fixed: the same record gives the same bytes.</summary>
public static class RecordJson
{
    // Reading needs metadata of all types; writing calls the generated code, which spares a first run some 200 methods to compile.
    private static readonly Action<Utf8JsonWriter, ReportRecord> Serialise = RecordWriting.Default.ReportRecord.SerializeHandler!;

    /// <summary>One line without a line break at its end.</summary>
    public static string WriteLine(ReportRecord record) => Write(record, indented: false);

    /// <summary>The same, as UTF-8 into a buffer.</summary>
    public static void WriteLine(ReportRecord record, IBufferWriter<byte> buffer) => Write(record, buffer, indented: false);

    /// <summary>Indented by two spaces, for people.</summary>
    public static string WriteIndented(ReportRecord record) => Write(record, indented: true);

    /// <summary>Reads one record.</summary>
    /// <exception cref="JsonException">It is not JSON, or a required field is missing.</exception>
    public static ReportRecord Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads one record from UTF-8.</summary>
    /// <exception cref="JsonException">It is not JSON, or a required field is missing.</exception>
    public static ReportRecord Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, RecordReading.Default.ReportRecord) ?? throw new JsonException("a record is expected, not null");

    private static string Write(ReportRecord record, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(record, buffer, indented);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(ReportRecord record, IBufferWriter<byte> buffer, bool indented)
    {
        using var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n", SkipValidation = true });
        Serialise(writer, record);
    }
}

/// <summary>Writing code made at build time: no reflection and no type metadata when the program runs.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportRecord))]
internal sealed partial class RecordWriting : JsonSerializerContext;

/// <summary>Type metadata for reading, made at build time as well.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportRecord))]
internal sealed partial class RecordReading : JsonSerializerContext;
