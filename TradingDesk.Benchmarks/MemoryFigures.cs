using TradingDesk.Engine.Hosting.Settings;

namespace TradingDesk.Benchmarks;

/// <summary>What a warm desk with the default timeframes and indicators occupies of the heap and of the process.</summary>
internal static class MemoryFigures
{
    private const int Ticks = 100_000;

    public static void Print()
    {
        var timeframes = SettingNames.Find(SettingNames.Timeframes)!.Default;
        var indicators = SettingNames.Find(SettingNames.Indicators)!.Default;
        foreach (var instruments in (int[])[50, 3_000])
        {
            var (heap, process) = (Heap(), Environment.WorkingSet);
            var desk = new ScaleDesk(RecordedTicks.Plan(instruments, timeframes, indicators), ticksPerSecond: 1, Ticks);
            desk.TimeRound();
            (heap, process) = (Heap() - heap - desk.BytesOfTicks, Environment.WorkingSet - process);
            Figures.Print($"memory-{instruments}-instruments", heap / 1e6, "MB of managed heap, warm");
            Figures.Print($"memory-{instruments}-instruments-each", heap / 1e3 / instruments, "KB an instrument");
            Figures.Print($"memory-{instruments}-instruments-process", process / 1e6, "MB more of the process, with garbage and ticks");
            GC.KeepAlive(desk);
        }
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);
}
