using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Kills;

/// <summary>A kill with no desk running: latched in each journal of the data folder, and said to be no more than that.</summary>
internal static class KillBehindDesk
{
    /// <summary>As the door of a running desk names its caller.</summary>
    public const string Principal = "console";

    private const string NoMore = "Nothing was cancelled or left.";

    /// <summary>The exit code; null when a desk holds the data folder, so that it is the one to be asked.</summary>
    public static int? TryLatch(
        IReadOnlyList<DeskSettings> worlds, SubmittedCommand submitted, TimeProvider time, Terminal terminal, string whyNoDesk)
    {
        var kept = worlds.Where(settings => File.Exists(settings.JournalFile)).ToList();
        if (kept.Count == 0) return terminal.Fail(ExitCodes.Wrong, $"{whyNoDesk} No journal is there either: nothing can be killed.");
        using var held = StoppedKill.TryHold(worlds[0], out _);
        if (held is null) return null;
        var refusals = new List<string>();
        foreach (var settings in kept)
        {
            if (!StoppedKill.TryLatch(settings, submitted, Instant.From(time.GetUtcNow()), out var refusal)) refusals.Add(refusal);
            else terminal.Say($"{whyNoDesk} The kill switch is latched in {settings.JournalFile}: the next start is killed. {NoMore}");
        }

        // An account is in one of the two journals; a desk's kill must be in every one.
        var isDone = refusals.Count == 0 || (submitted.Account.Length > 0 && refusals.Count < kept.Count);
        return isDone ? ExitCodes.Good : terminal.Fail(ExitCodes.Wrong, $"Not killed: {string.Join(' ', refusals)}");
    }
}
