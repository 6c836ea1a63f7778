using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>The timeframes built and the indicator columns computed, in order.</summary>
public sealed record DeskLayout(int Version, IReadOnlyList<Timeframe> Timeframes, IReadOnlyList<IndicatorColumn> Columns)
{
    public static DeskLayout Empty { get; } = new(0, [], []);
}
