using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Reports;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Cli.Verbs;

/// <summary>Re-runs a desk's tape with its journal and says whether every fact comes out as recorded.</summary>
internal sealed class VerifyVerb : IVerb
{
    public VerbDescription Description { get; } = new("verify", "Re-runs a desk's tape and compares every fact.", [VerbOption.Json])
    {
        Word = "DIR",
        Remarks = """
            DIR is a desk's data folder or its folder of tapes. Prints `identical N facts HASH` and leaves 0, or the first difference
            and leaves 1. Parts of a tape that were lost, or cut off by a kill, are left out and said so.

            The journal beside a tape is checked too: that every row is the one that was written, that its end was not cut off, and
            that it holds what the re-run says about money, byte for byte.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var folder = arguments.Word;
        if (!Directory.Exists(folder)) return terminal.Fail(ExitCodes.BadInput, $"The folder {folder} does not exist.");
        var tapes = TapesOf(folder);
        if (tapes.Length == 0)
            return terminal.Fail(ExitCodes.BadInput, $"{folder} holds no tape, nor do the folders simulated/tape and market/tape in it.");
        var reports = Array.ConvertAll(tapes, tape => Check(tape, cancelled));
        var identical = reports.All(report => report.IsIdentical);
        if (arguments.Has("--json")) terminal.Say(new { Identical = identical, Tapes = reports.Select(report => report.Readable) });
        else foreach (var report in reports) terminal.Say(report.ToText(hasHeading: reports.Length > 1));
        return identical ? ExitCodes.Good : ExitCodes.Wrong;
    }

    /// <summary>The folders of tapes that are meant by a data folder, a market's folder or a folder of tapes.</summary>
    private static string[] TapesOf(string folder) =>
    [
        .. new[] { "", "tape", Path.Combine("simulated", "tape"), Path.Combine("market", "tape") }
            .Select(below => Path.Combine(folder, below))
            .Where(path => Directory.Exists(path) && Directory.EnumerateFiles(path, "*" + TapeNames.Extension).Any()),
    ];

    private static VerifyReport Check(string folder, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        return VerifyReport.Of(folder);
    }
}
