using System.Globalization;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks;

/// <summary>The goal `scale`: what a tick costs with many instruments against few, and what an instrument and timeframe occupies.</summary>
internal static class ScaleGoal
{
    private const int TicksPerRound = 1_000_000;
    private const int RoundsMeasured = 9;
    private const int BytesMost = 700;

    public static IEnumerable<GoalResult> Run()
    {
        yield return Compare("scale", 1_000, 1, ticksPerSecond: 4, target: 2.5);
        yield return Compare("scale-peek-every-tick", 10_000, 1_000, ticksPerSecond: 1, target: 4);
        yield return HotState();
    }

    private static GoalResult Compare(string id, int many, int few, int ticksPerSecond, double target)
    {
        var larger = new ScaleDesk(many, ticksPerSecond, TicksPerRound);
        var smaller = new ScaleDesk(few, ticksPerSecond, TicksPerRound);
        var times = Rounds.Compare(larger.TimeRound, smaller.TimeRound, RoundsMeasured);
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"{many} instruments against {few}, {ticksPerSecond} ticks a second each: {times.Describe(TicksPerRound, "tick")}; "
            + $"checksum {larger.Checksum ^ smaller.Checksum:x}");
        return new GoalResult(id, times.WorseRatio, target, AtMost: true, detail);
    }

    /// <summary>Rung, indicator set and board cell of the default timeframes and indicators, counted as they are made.</summary>
    private static GoalResult HotState()
    {
        const int Instruments = 1_000;
        var timeframes = SettingNames.Find(SettingNames.Timeframes)!.Default;
        var indicators = SettingNames.Find(SettingNames.Indicators)!.Default;
        var plan = RecordedTicks.Plan(1, timeframes, indicators);
        var lists = IndicatorLists.Parse(indicators, plan.Instruments, out _)!;
        var before = GC.GetAllocatedBytesForCurrentThread();
        object[] made =
        [
            new TimeframeLadder(Instruments, plan.Timeframes),
            new IndicatorDesk(Instruments, plan.Timeframes, lists),
            new RungLevels(1, Instruments, plan.Timeframes, lists.ColumnsMost),
        ];
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(made);
        var detail = $"B per instrument and timeframe; {timeframes}; {indicators}";
        return new GoalResult("scale-bytes", (double)bytes / (Instruments * plan.Timeframes.Count), BytesMost, AtMost: true, detail);
    }
}
