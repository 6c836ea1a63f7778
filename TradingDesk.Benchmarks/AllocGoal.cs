using System.Globalization;

namespace TradingDesk.Benchmarks;

/// <summary>
/// The goal `alloc`: ten million ticks through line, engine thread, tape recorder and a reader of facts, with candles and peeks.
/// All threads of the process are counted, so nothing on the way may allocate.
/// </summary>
internal static class AllocGoal
{
    private const int WarmUps = 1_000_000;
    private const int Ticks = 10_000_000;
    private const int Instruments = 50;
    private const int TicksPerSecond = 4;

    /// <summary>A lock makes its event at its first wait, whenever that is: bytes that belong to no tick.</summary>
    private const int OneOffBytes = 1_024;

    public static IEnumerable<GoalResult> Run()
    {
        var ticks = RecordedTicks.Make(WarmUps + Ticks, Instruments, TicksPerSecond);
        long facts = 0;
        using var live = new LivePath(ReplayRun.PlanFor(Instruments), (in _) => facts++);
        live.Post(ticks.AsSpan(0, WarmUps));
        live.Settle();
        var collections = GC.CollectionCount(0);
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        live.Post(ticks.AsSpan(WarmUps));
        live.Settle();
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        collections = GC.CollectionCount(0) - collections;
        live.Stop();
        var detail = string.Create(CultureInfo.InvariantCulture, $"B per tick; {bytes} B in all over {Ticks} ticks, {facts} facts");
        yield return new GoalResult("alloc", (double)Math.Max(0, bytes - OneOffBytes) / Ticks, 0, AtMost: true, detail);
        yield return new GoalResult("alloc-collections", collections, 0, AtMost: true, "gen-0 collections");
    }
}
