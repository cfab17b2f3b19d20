using System.Text;
using Dateline.Claims;

namespace Dateline.EndToEnd;

/// <summary>Inputs that cannot be read: one sentence each with name and reason, exit code 3, and the others are still read.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty.txt", [], "empty.txt is empty." },
        { "blank.txt", " \n\t\r\n "u8.ToArray(), "blank.txt is empty: it holds only white space." },
        { "binary.txt", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 256))], "binary.txt is binary data, not text." },
        { "scan.pdf", "%PDF-1.7 and so on"u8.ToArray(), "scan.pdf is a PDF file, not text." },
        { "pack.txt", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], "pack.txt is a gzip archive, not text." },
        { "koi8.txt", [0xF4, 0xF2, 0xC5, 0xD7, 0xCF, 0xC7, 0xC1, 0x81, 0x20, 0xF7, 0xCF, 0xCA, 0xCE, 0xC1], "koi8.txt is neither UTF-8 nor UTF-16 nor Windows-1252 text; convert it to UTF-8." },
        { "page.html", "<p>Two guards</p>"u8.ToArray(), "page.html is HTML, which is not read yet; save the report's text to a file." },
        { "list.jsonl", [], "list.jsonl is empty." },
        { "half.json", "{\"text\":"u8.ToArray(), "half.json is not JSON: " },
        { "other.json", "{\"body\":\"x\"}"u8.ToArray(), "other.json has no \"text\"." },
        { "web.jsonl", "{\"html\":\"<p>x</p>\"}"u8.ToArray(), "web.jsonl, line 1, holds HTML, which is not read yet; give \"text\"." },
        { "void.jsonl", "{\"text\":\"  \"}"u8.ToArray(), "void.jsonl, line 1, has an empty \"text\"." },
        { "array.jsonl", "[1,2]"u8.ToArray(), "array.jsonl, line 1, is JSON but no object with \"text\"." },
        { "latin.jsonl", [.. "{\"text\":\""u8, 0xE9, .. "\"}"u8], "latin.jsonl, line 1, is not UTF-8." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_input_that_cannot_be_read_gets_one_sentence_and_the_others_are_read(string name, byte[] bytes, string sentence)
    {
        _desk.Write("good.txt", "Two guards were freed on Sunday, police said.");
        _desk.Write(name, bytes);
        var run = _desk.Start("read", name, "good.txt");
        Assert.Equal(3, run.ExitCode);
        var error = Assert.Single(run.ErrorLines);
        Assert.StartsWith("dateline: " + sentence, error, StringComparison.Ordinal);
        Assert.Equal(2, run.Lines.Length);
        var failed = RecordJson.Read(run.Lines[0]);
        Assert.Equal("dateline: " + failed.Error!.Message, error);
        Assert.Null(failed.Article);
        Assert.Empty(failed.Incidents);
        Assert.NotNull(RecordJson.Read(run.Lines[1]).Article);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var run = _desk.Start("read", "nowhere.txt");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal("dateline: nowhere.txt does not exist.", Assert.Single(run.ErrorLines));
        Assert.Equal("nowhere.txt does not exist.", RecordJson.Read(run.Lines[0]).Error!.Message);
    }

    [Fact]
    public void A_web_address_is_not_fetched()
    {
        var run = _desk.Start("read", "https://example.org/story");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is an address, which is not fetched", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_told()
    {
        Directory.CreateDirectory(Path.Combine(_desk.Folder, "reports"));
        Assert.Contains("reports holds no .txt, .jsonl or .json file.", _desk.Start("read", "reports").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_read_permission_is_told_and_the_rest_is_read()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        _desk.Write("reports/a.txt", "One report.");
        _desk.Write("reports/locked/b.txt", "Another report.");
        var locked = Path.Combine(_desk.Folder, "reports", "locked");
        File.SetUnixFileMode(locked, UnixFileMode.None);
        if (CanList(locked))
        {
            // Root may read every folder: run as a user who may not, where that user can reach the program.
            _desk.RunAs = "nobody";
            File.SetUnixFileMode(_desk.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            Assert.SkipUnless(_desk.CanRun(), "This user (root) may read every folder, and no other user can start the command from here.");
        }

        var run = _desk.Start("read", "reports");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal("dateline: reports/locked cannot be opened: permission denied.", Assert.Single(run.ErrorLines));
        Assert.Equal(2, run.Lines.Length);
    }

    [Fact]
    public void A_broken_line_of_JSON_Lines_is_told_by_number_and_the_other_nine_are_read()
    {
        var lines = Enumerable.Range(1, 10).Select(i => i == 7 ? "{\"id\":\"r7\",\"text\":\"cut off" : $$"""{"id":"r{{i}}","text":"Report {{i}}."}""");
        _desk.Write("ten.jsonl", string.Join('\n', lines));
        var run = _desk.Start("read", "ten.jsonl");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("dateline: ten.jsonl, line 7, is not JSON: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(
            ["r1", "r2", "r3", "r4", "r5", "r6", "ten.jsonl:7", "r8", "r9", "r10"],
            run.Lines.Select(line => RecordJson.Read(line).Input));
    }

    [Fact]
    public void Text_in_Windows_1252_is_read_with_a_note()
    {
        _desk.Write("latin.txt", [.. "The caf"u8, 0xE9, .. " in Orl"u8, 0xE9, .. "ans was attacked on Sunday."u8]);
        var record = RecordJson.Read(_desk.Start("read", "latin.txt").Lines[0]);
        Assert.Equal("The café in Orléans was attacked on Sunday.", record.Article!.Body);
        Assert.Contains(record.Notes, note => note.Stage == "Input" && note.Why.Contains("Windows-1252", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    public void Unicode_is_read_with_and_without_a_byte_order_mark(string encoding, bool mark)
    {
        const string Text = "The cafe in Orléans was attacked on Sunday.";
        var code = Encoding.GetEncoding(encoding);
        _desk.Write("text.txt", [.. mark ? code.Preamble : [], .. code.GetBytes(Text)]);
        Assert.Equal(Text, RecordJson.Read(_desk.Start("read", "text.txt").Lines[0]).Article!.Body);
    }

    private static bool CanList(string folder)
    {
        try
        {
            Directory.GetFiles(folder);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
