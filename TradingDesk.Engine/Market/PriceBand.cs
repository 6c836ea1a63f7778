using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>
/// The day's lowest and highest price: 10 % round the previous close for futures and shares that have derivatives, 20 % for other
/// shares. Exchanges slide the first during the day and narrow the second for some shares, so a venue may still refuse.
/// </summary>
internal static class PriceBand
{
    private const long WithDerivativesPercent = 10;
    private const long OtherPercent = 20;

    public static bool Contains(Instrument instrument, Price previousClose, Price price) =>
        ReachOf(instrument, previousClose) is not { } reach || Math.Abs(price.Scaled - previousClose.Scaled) <= reach;

    /// <summary>The price itself, or the last one on the tick that is still within the band.</summary>
    public static Price Clamp(Instrument instrument, Price previousClose, Price price)
    {
        if (ReachOf(instrument, previousClose) is not { } reach) return price;
        var tick = instrument.Tick.Scaled;
        var (low, high) = (previousClose.Scaled - reach + tick - 1, previousClose.Scaled + reach);
        return new Price(Math.Clamp(price.Scaled, low / tick * tick, high / tick * tick));
    }

    /// <summary>How far from the previous close; null where nothing bounds it.</summary>
    private static long? ReachOf(Instrument instrument, Price previousClose)
    {
        if (previousClose == default || instrument.Kind is InstrumentKind.Call or InstrumentKind.Put) return null;
        var isNarrow = instrument.HasDerivatives || instrument.Kind == InstrumentKind.Future;
        return previousClose.Scaled * (isNarrow ? WithDerivativesPercent : OtherPercent) / 100;
    }
}
