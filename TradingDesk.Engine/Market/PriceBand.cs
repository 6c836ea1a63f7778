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

    public static bool Contains(Instrument instrument, Price previousClose, Price price)
    {
        if (previousClose == default || instrument.Kind is InstrumentKind.Call or InstrumentKind.Put) return true;
        var isNarrow = instrument.HasDerivatives || instrument.Kind == InstrumentKind.Future;
        var reach = previousClose.Scaled * (isNarrow ? WithDerivativesPercent : OtherPercent) / 100;
        return Math.Abs(price.Scaled - previousClose.Scaled) <= reach;
    }
}
