using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Cli.Verbs;

/// <summary>Re-runs a desk's tape and says whether every fact comes out as recorded.</summary>
internal sealed class VerifyVerb : IVerb
{
    public VerbDescription Description { get; } = new("verify", "Re-runs a desk's tape and compares every fact.", [VerbOption.Json])
    {
        Word = "DIR",
        Remarks = """
            DIR is a desk's data folder or its folder of tapes. Prints `identical N facts HASH` and leaves 0, or the first difference
            and leaves 1. Parts of a tape that were lost, or cut off by a kill, are left out and said so.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var folder = arguments.Word;
        if (!Directory.Exists(folder)) return terminal.Fail(ExitCodes.BadInput, $"The folder {folder} does not exist.");
        var tapes = TapesOf(folder);
        if (tapes.Length == 0)
            return terminal.Fail(ExitCodes.BadInput, $"{folder} holds no tape, nor do the folders simulated/tape and market/tape in it.");
        var checks = Array.ConvertAll(tapes, tape => (tape, check: Check(tape, cancelled)));
        var identical = checks.All(pair => pair.check.Identical);
        if (arguments.Has("--json")) terminal.Say(new { Identical = identical, Tapes = checks.Select(Readable) });
        else foreach (var (tape, check) in checks) Tell(terminal, checks.Length > 1 ? tape : "", check);
        return identical ? ExitCodes.Good : ExitCodes.Wrong;
    }

    /// <summary>The folders of tapes that are meant by a data folder, a market's folder or a folder of tapes.</summary>
    private static string[] TapesOf(string folder) =>
    [
        .. new[] { "", "tape", Path.Combine("simulated", "tape"), Path.Combine("market", "tape") }
            .Select(below => Path.Combine(folder, below))
            .Where(path => Directory.Exists(path) && Directory.EnumerateFiles(path, "*" + TapeNames.Extension).Any()),
    ];

    private static TapeCheck Check(string folder, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        using var rerun = new TapeRerun(folder);
        return rerun.Run();
    }

    private static object Readable((string Tape, TapeCheck Check) pair) => new
    {
        Folder = pair.Tape,
        pair.Check.Identical,
        pair.Check.Facts,
        pair.Check.Hash,
        pair.Check.Inputs,
        pair.Check.Starts,
        pair.Check.Difference,
        pair.Check.Remarks,
    };

    private static void Tell(Terminal terminal, string heading, TapeCheck check)
    {
        if (heading.Length > 0) terminal.Say($"{heading}:");
        terminal.Say(check.Identical
            ? string.Create(CultureInfo.InvariantCulture, $"identical {check.Facts} facts {check.Hash}")
            : $"different: {check.Difference}");
        foreach (var remark in check.Remarks) terminal.Say($"left out: {remark}");
    }
}
