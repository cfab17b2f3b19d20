using System.Text.Json;

namespace Dateline.Evaluation.Records;

/// <summary>Reads fields of a record that may be absent, null or of another kind: each of these is "not stated".</summary>
internal static class JsonFields
{
    /// <summary>The value under a name; null when it is absent or null, or when this is no object or one with a name that is no text.</summary>
    public static JsonElement? Field(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a name, which the parser lets pass.
            return null;
        }
    }

    /// <summary>The object under a name; null when there is none or it is empty.</summary>
    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Object } value && value.EnumerateObject().Any() ? value : null;

    public static string? Text(this JsonElement element, string name) => element.Field(name)?.Text();

    /// <summary>The text of a string; null for anything else, and for a string with half a surrogate pair.</summary>
    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool IsTrue(this JsonElement element, string name) => element.Field(name) is { ValueKind: JsonValueKind.True };

    public static long? Whole(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static double? Number(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    /// <summary>The items of the list under a name; none when there is no such list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>The strings of the list under a name.</summary>
    public static List<string> Texts(this JsonElement element, string name) =>
        [.. element.Items(name).Select(item => item.Text()).OfType<string>()];

    /// <summary>The entries of the object under a name; none when there is no such object. Names with half a surrogate pair are left out.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Entries(this JsonElement element, string name)
    {
        if (element.Field(name) is not { ValueKind: JsonValueKind.Object } value) yield break;
        foreach (var entry in value.EnumerateObject())
        {
            if (NameOf(entry) is { } known) yield return (known, entry.Value);
        }
    }

    private static string? NameOf(JsonProperty entry)
    {
        try
        {
            return entry.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
