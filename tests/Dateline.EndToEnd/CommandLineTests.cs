using System.Diagnostics;
using Dateline.Tests;

namespace Dateline.EndToEnd;

public sealed class CommandLineTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("there is no command \"raed\"; did you mean \"read\"?", "raed", "a.txt")]
    [InlineData("dateline read has no option --fromat; did you mean \"--format\"?", "read", "a.txt", "--fromat", "card")]
    [InlineData("dateline read has no option --zzz.", "read", "a.txt", "--zzz=1")]
    [InlineData("--format takes card, json or jsonl, not \"crad\"; did you mean \"card\"?", "read", "a.txt", "--format", "crad")]
    [InlineData("--color takes auto, always or never, not \"purple\".", "read", "a.txt", "--color", "purple")]
    [InlineData("--published takes a day such as 2024-06-16, not \"16.6.2024\".", "read", "a.txt", "--published", "16.6.2024")]
    [InlineData("--threads takes a number from 1 to 256, not \"0\".", "read", "a.txt", "--threads", "0")]
    [InlineData("--width takes a number of columns from 20 to 1000, not \"wide\".", "read", "a.txt", "--width", "wide")]
    [InlineData("--outlet needs a value: NAME.", "read", "a.txt", "--outlet")]
    [InlineData("the knowledge folder nowhere does not exist.", "read", "a.txt", "--data", "nowhere")]
    [InlineData("the codebook nowhere.yaml does not exist.", "read", "a.txt", "--codebook", "nowhere.yaml")]
    [InlineData("completion knows bash, zsh, fish and powershell, not \"bahs\"; did you mean \"bash\"?", "completion", "bahs")]
    [InlineData("dateline evaluate needs a command: records, attribution, language, time or places.", "evaluate")]
    [InlineData("dateline evaluate records needs GOLD: gold reports: a JSON Lines file, a gold.json, or a folder with one gold.json per report.", "evaluate", "records")]
    [InlineData("there is no command \"evaluate recrods\"; did you mean \"records\"?", "evaluate", "recrods", "x")]
    [InlineData("--errors takes a whole number, not \"x\".", "evaluate", "records", "gold", "--errors", "x")]
    [InlineData("nowhere: there is no such file", "evaluate", "records", "nowhere")]
    [InlineData("nowhere.conllu: there is no such file", "evaluate", "language", "nowhere.conllu")]
    [InlineData("a.txt: no scorer reads this file; treebanks end in .conllu or .conllu.gz", "evaluate", "language", "a.txt")]
    [InlineData("--sample takes a number from 1.", "evaluate", "language", "a.txt", "--sample", "0")]
    [InlineData("--pretokenized prints CoNLL-U: leave --format table out, or say --format conllu.", "mentions", "a.txt", "--pretokenized", "--format", "table")]
    [InlineData("--format takes table, conllu or jsonl, not \"conlu\"; did you mean \"conllu\"?", "mentions", "a.txt", "--format", "conlu")]
    [InlineData("dateline train needs a command: tagger, parser, entities, clusters, truecase or coreference.", "train")]
    [InlineData("dateline train tagger needs --out FILE: the model file to write.", "train", "tagger", "--train", "a.txt")]
    [InlineData("--count takes a number of clusters from 2 to 4096, not \"1\".", "train", "clusters", "--text", "a.txt", "--count", "1", "--out", "x.bin")]
    [InlineData("nowhere does not exist.", "train", "tagger", "--train", "nowhere", "--out", "x.bin")]
    [InlineData("dateline build needs a command: gazetteer or knowledge.", "build")]
    [InlineData("the folder nowhere does not exist; data/gazetteer/fetch-sources.sh fills one.", "build", "gazetteer", "--sources", "nowhere", "--out", "x.bin")]
    [InlineData("dateline check needs RECORDS: files with one record a line, or - for standard input.", "check")]
    [InlineData("there is no command \"train tager\"; did you mean \"tagger\"?", "help", "train", "tager")]
    [InlineData("there is no help on \"exit-code\"; did you mean \"exit-codes\"?", "help", "exit-code")]
    public void A_mistake_is_told_in_one_sentence_with_exit_code_2(string sentence, params string[] args)
    {
        _desk.Write("a.txt", "Text.");
        var run = _desk.Start(args);
        Assert.Equal((2, "", "dateline: " + sentence + "\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("mentions")]
    [InlineData("explain")]
    [InlineData("check")]
    [InlineData("check-data")]
    [InlineData("codebook")]
    [InlineData("evaluate")]
    [InlineData("evaluate records")]
    [InlineData("evaluate language")]
    [InlineData("train")]
    [InlineData("train tagger")]
    [InlineData("train parser")]
    [InlineData("train clusters")]
    [InlineData("train truecase")]
    [InlineData("build")]
    [InlineData("build gazetteer")]
    [InlineData("completion")]
    [InlineData("help")]
    public void Help_of_every_command_opens_with_an_example(string command)
    {
        var run = _desk.Start([.. command.Split(' '), "--help"]);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Example", run.Output, StringComparison.Ordinal);
        Assert.Contains("dateline " + command, run.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\u001B", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_name_looks_like_an_option_is_read_after_two_dashes()
    {
        _desk.Write("--x.txt", "Text.");
        Assert.Equal(1, _desk.Start("read", "--", "--x.txt").ExitCode);
    }

    [Fact]
    public void Exit_codes_have_a_help_page()
    {
        var run = _desk.Start("help", "exit-codes");
        Assert.Equal(0, run.ExitCode);
        foreach (var code in (string[])["0", "1", "2", "3", "5", "130"]) Assert.Contains(run.Lines, line => line.TrimStart().StartsWith(code + " ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_is_trained_and_the_same_seed_gives_the_same_bytes()
    {
        _desk.Write("toy.conllu", "1\tGunmen\tgunman\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\t_\n\n");
        foreach (var model in (string[])["a.bin", "b.bin"])
        {
            var run = _desk.Start("train", "tagger", "--train", "toy.conllu", "--epochs", "2", "--out", model);
            Assert.True(run.ExitCode == 0, run.Errors);
            Assert.StartsWith(model + ": ", run.Output, StringComparison.Ordinal);
        }

        Assert.Equal(File.ReadAllBytes(Path.Combine(_desk.Folder, "a.bin")), File.ReadAllBytes(Path.Combine(_desk.Folder, "b.bin")));
    }

    [Fact]
    public void A_treebank_that_is_none_is_told_with_its_line()
    {
        _desk.Write("a.txt", "Text.");
        var run = _desk.Start("train", "tagger", "--train", "a.txt", "--out", "x.bin");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("a.txt(1)", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_desk.Folder, "x.bin")));
    }

    [Fact]
    public void A_score_below_the_frozen_one_exits_with_5()
    {
        _desk.Write("gold/one/gold.json", File.ReadAllText(Repository.PathOf("corpus/reports/2024-06-rostov-detention-centre/gold.json")));
        Assert.Equal(0, _desk.Start("evaluate", "records", "gold", "--freeze", "scores.csv").ExitCode);
        var frozen = File.ReadAllLines(Path.Combine(_desk.Folder, "scores.csv"));
        Assert.Equal(0, _desk.Start("evaluate", "records", "gold", "--against", "scores.csv").ExitCode);
        _desk.Write("higher.csv", string.Join('\n', frozen.Select(line => line.StartsWith("headline,", StringComparison.Ordinal) ? "headline,,,1.5,,," : line)) + "\n");
        var run = _desk.Start("evaluate", "records", "gold", "--against", "higher.csv");
        Assert.Equal(5, run.ExitCode);
        Assert.StartsWith("dateline: fell: headline", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_three_numbers() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", _desk.Start("--version").Output);

    [Fact]
    public void Check_data_finds_the_shipped_knowledge_sound()
    {
        var run = _desk.Start("check-data");
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    [Fact]
    public void Check_data_names_file_and_line_of_broken_knowledge()
    {
        _desk.Write("data/en/broken.yaml", "words:\n  - [a\nb: c: d");
        var run = _desk.Start("check-data", "--data", "data");
        Assert.Equal(5, run.ExitCode);
        Assert.StartsWith("en/broken.yaml(", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c dateline")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public void Completion_scripts_exist_for_other_shells(string shell, string word) =>
        Assert.Contains(word, _desk.Start("completion", shell).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("./dateline re", "read")]
    [InlineData("./dateline read --for", "--format")]
    [InlineData("./dateline read a.txt --format ", "jsonl")]
    [InlineData("./dateline completion ", "fish")]
    [InlineData("./dateline ev", "evaluate")]
    [InlineData("./dateline evaluate records --ag", "--against")]
    [InlineData("./dateline train ta", "tagger")]
    public void Bash_completes_commands_options_and_values(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "bash is not installed.");
        _desk.Write("completion.bash", _desk.Start("completion", "bash").Output);
        var program = Path.Combine(AppContext.BaseDirectory, "Dateline.Cli.dll");
        _desk.Write("dateline", $"#!/bin/bash\nexec dotnet '{program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(_desk.Folder, "dateline"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _desk.Write("try.bash", $"""
            source completion.bash
            COMP_LINE='{line}'; COMP_POINT=${'{'}#COMP_LINE{'}'}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ "$COMP_LINE" == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$(( ${'{'}#COMP_WORDS[@]{'}'} - 1 ))
            _dateline
            printf '%s\n' "${'{'}COMPREPLY[@]{'}'}"
            """);
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["try.bash"]) { WorkingDirectory = _desk.Folder, RedirectStandardOutput = true })!;
        var output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        Assert.Contains(expected, output.Split('\n'));
    }
}
