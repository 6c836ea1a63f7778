using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>Which timeframes a desk may build: those its session holds and its outbox has room for.</summary>
internal sealed class TimeframeRules(long sessionSeconds, int instruments, int columns, int factsCapacity)
{
    /// <summary>Puts the list in order, without the second and with the minute of history; says whether it may be built.</summary>
    public RefusalCode Review(IReadOnlyList<Timeframe> wanted, out Timeframe[] timeframes)
    {
        timeframes = InOrder(wanted);
        if (timeframes.Length > Limits.TimeframesMost) return RefusalCode.TooManyTimeframes;
        if (Limits.FactsPerInputMost(instruments, timeframes.Length, columns) > factsCapacity) return RefusalCode.TooManyTimeframes;
        return wanted.All(Fits) ? RefusalCode.None : RefusalCode.TimeframeNotAllowed;
    }

    public static Timeframe[] InOrder(IEnumerable<Timeframe> wanted) =>
        [.. wanted.Append(Timeframe.Minute).Where(timeframe => timeframe > Timeframe.Second).Distinct().Order()];

    private bool Fits(Timeframe timeframe) => timeframe.IsAllowed && (timeframe.IsDay || timeframe.Seconds <= sessionSeconds);
}
