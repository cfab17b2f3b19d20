using System.CommandLine;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline completion</c>: prints a script that teaches a shell to complete commands, options and values.</summary>
/// <remarks>The scripts ask the program itself, by its <c>[suggest:POSITION]</c> directive, so that they never go out of date.</remarks>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    public static Command Create()
    {
        var command = new ExampleCommand(
            "completion",
            "Print a completion script for bash, zsh, fish or powershell.",
            "source <(dateline completion bash)");
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell." };
        shell.CompletionSources.Add(Shells);
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Shells.Contains(token.Value))
            {
                result.AddError($"completion knows bash, zsh, fish and powershell, not \"{token.Value}\"{Suggestion.For(token.Value, Shells)}");
            }
        });
        command.Add(shell);
        command.SetAction(parse =>
        {
            Console.Write(parse.GetValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => PowerShell,
            });
            return ExitCode.Ok;
        });
        return command;
    }

    private const string Bash = """
        # Load with: source <(dateline completion bash)
        _dateline() {
          local line word
          COMPREPLY=()
          word="${COMP_WORDS[COMP_CWORD]}"
          while IFS= read -r line; do
            if [[ "$line" == "$word"* ]]; then COMPREPLY+=("$line"); fi
          done < <("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
        }
        complete -o default -F _dateline dateline ./dateline

        """;

    private const string Zsh = """
        #compdef dateline
        # Load with: source <(dateline completion zsh)
        _dateline() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          found=(${found:#})
          if (( ${#found} )); then compadd -- "${found[@]}"; fi
          _files
        }
        compdef _dateline dateline

        """;

    private const string Fish = """
        # Load with: dateline completion fish | source
        function __dateline_suggest
          set -l line (commandline -cp)
          dateline "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c dateline -a '(__dateline_suggest)'

        """;

    private const string PowerShell = """
        # Load with: dateline completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName dateline -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          dateline "[suggest:$cursorPosition]" "$commandAst" 2>$null |
            Where-Object { $_ -like "$wordToComplete*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;
}
