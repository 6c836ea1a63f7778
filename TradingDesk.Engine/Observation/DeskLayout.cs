using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>The timeframes built, in order; the version rises with each change of timeframes or indicators.</summary>
public sealed record DeskLayout(int Version, IReadOnlyList<Timeframe> Timeframes)
{
    public static DeskLayout Empty { get; } = new(0, []);
}
