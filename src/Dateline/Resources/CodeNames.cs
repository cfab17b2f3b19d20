using System.Collections.Concurrent;
using System.Text;

namespace Dateline.Resources;

/// <summary>The code of an enum value as records and knowledge files write it: <c>StateForce</c> is <c>state-force</c>.</summary>
public static class CodeNames
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Code(this Enum value) => Known.GetOrAdd(value, static v => Hyphenated(v.ToString()));

    /// <summary>Reads a code; null when no value of the enum has it.</summary>
    public static T? Parse<T>(string code)
        where T : struct, Enum
    {
        var at = Array.IndexOf(Codes<T>.Names, code);
        return at < 0 ? null : Codes<T>.Values[at];
    }

    /// <summary>Reads the code that a knowledge node holds.</summary>
    /// <exception cref="DataException">No value of the enum has that code.</exception>
    public static T Parse<T>(KnowledgeNode node)
        where T : struct, Enum
    {
        var code = node.Required();
        return Parse<T>(code) ?? throw node.Error($"unknown code \"{code}\"{Nearest.Suggestion(code, Codes<T>.Names)}");
    }

    /// <summary>The codes of one enum, found once: rules ask for them by the thousand while they load.</summary>
    private static class Codes<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Names = Array.ConvertAll(Values, value => value.Code());
    }

    private static string Hyphenated(string member)
    {
        var code = new StringBuilder(member.Length + 4);
        foreach (var letter in member)
        {
            if (char.IsUpper(letter) && code.Length > 0) code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
