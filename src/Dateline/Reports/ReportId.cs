using System.Security.Cryptography;
using System.Text;

namespace Dateline.Reports;

/// <summary>Identity of reports and their texts. Both are hashes of content: the same input has the same id on every machine.</summary>
public static class ReportId
{
    /// <summary>The given id, else a hash of outlet and address, else (no address) of outlet and text: 16 hexadecimal digits.</summary>
    public static string Of(Report report) =>
        report.Id ?? (report.Address is { } address ? Short("address", report.Outlet ?? "", address) : Short("text", report.Outlet ?? "", report.Text));

    /// <summary>Hash of title and text as received: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static string Revision(Report report) => "sha256:" + Hash(report.Title ?? "", report.Text);

    private static string Short(params ReadOnlySpan<string> parts) => Hash(parts)[..16];

    /// <summary>SHA-256 over length-prefixed UTF-8 parts, so that ("a", "bc") and ("ab", "c") differ.</summary>
    public static string Hash(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
