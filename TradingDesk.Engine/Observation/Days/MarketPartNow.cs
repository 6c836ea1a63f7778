using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Days;

/// <summary>What instruments of the same hours do now: the phase in words, whether they trade, and when that changes.</summary>
/// <param name="Hours">Whose hours: `NSE fno-stocks`.</param>
/// <param name="Label">The same for a person: `Stocks with F&amp;O`.</param>
/// <param name="Phase">The phase for a person: `Open`, `Pre-open`, `Closing auction`.</param>
/// <param name="IsTrading">Whether candles are made.</param>
/// <param name="Until">When the phase ends; null around the clock.</param>
/// <param name="Next">The phase that comes then, as Phase is.</param>
public sealed record MarketPartNow(string Hours, string Label, string Phase, bool IsTrading, Instant? Until, string Next)
{
    /// <summary>The holiday that closes it today, such as `Christmas`; empty on every other day.</summary>
    public string Holiday { get; init; } = "";
}
