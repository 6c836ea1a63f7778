using System.Globalization;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;

namespace TradingDesk.Benchmarks;

/// <summary>
/// The goal `replay`: ten million ticks of fifty instruments through the desk against the reference loop, and the same facts as
/// through the line and the engine's thread.
/// </summary>
internal static class ReplayGoal
{
    private const int Ticks = 10_000_000;
    private const int Instruments = 50;
    private const int TicksPerSecond = 4;
    private const int RoundsMeasured = 7;
    private const double Target = 0.4;

    public static IEnumerable<GoalResult> Run()
    {
        var ticks = RecordedTicks.Make(Ticks, Instruments, TicksPerSecond);
        var run = new ReplayRun(ticks, Instruments);
        if (run.Difference() is { } difference)
        {
            yield return GoalResult.NotMeasured("replay", Target, atMost: false, difference);
            yield break;
        }

        if (LiveDifference(ticks) is { } other)
        {
            yield return GoalResult.NotMeasured("replay", Target, atMost: false, other);
            yield break;
        }

        var times = Rounds.Compare(run.TimeDesk, run.TimeReference, RoundsMeasured);
        var detail = string.Create(
            CultureInfo.InvariantCulture, $"{times.Describe(Ticks, "tick")}; {run.Facts} facts, checksum {run.Checksum:x}");
        yield return new GoalResult("replay", times.Speedup, Target, AtMost: false, detail);
    }

    /// <summary>A sentence if the desk with its line and threads says other bytes than the desk without, or null.</summary>
    private static string? LiveDifference(RecordedTick[] ticks)
    {
        using var direct = new FactHash();
        var desk = new DirectDesk(ReplayRun.PlanFor(Instruments));
        foreach (ref readonly var tick in ticks.AsSpan())
        {
            desk.Process(tick.ToInput());
            while (desk.TryRead(out var fact)) direct.Add(fact);
        }

        using var queued = new FactHash();
        using (var live = new LivePath(ReplayRun.PlanFor(Instruments), queued.Add))
        {
            live.Post(ticks);
            live.Stop();
        }

        if (direct.ToString() == queued.ToString()) return null;
        return string.Create(CultureInfo.InvariantCulture, $"the live path's {queued.Count} facts are not the replay's {direct.Count}");
    }
}
