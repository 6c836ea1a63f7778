using TradingDesk.Cli;
using TradingDesk.Cli.CommandLine;

namespace TradingDesk.Tests.Cli;

/// <summary>One run of the command line inside the test: what it left and what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public static CliRun Of(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = DeskCommandLine.Run(words, new Terminal(output, error, IsWatched: false), CancellationToken.None);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
