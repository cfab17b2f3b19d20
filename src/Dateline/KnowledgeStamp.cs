using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dateline.Claims;
using Dateline.Resources;

namespace Dateline;

/// <summary>Which code, data and models made a record: their version and content hashes.</summary>
internal sealed record KnowledgeStamp(CoderInfo Coder)
{
    private static readonly string Version =
        typeof(KnowledgeStamp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Hashes the folders' files by name and content, in ordinal order.</summary>
    public static KnowledgeStamp Of(KnowledgeFolder folder) =>
        new(new CoderInfo { Version = Version, Data = HashOf(folder.Data), Models = HashOf(folder.Models) });

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file).Replace('\\', '/')));
                hash.AppendData(Convert.FromHexString(KnowledgePack.BesideProgram.HashOf(file)));
            }
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
