using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// The limit that leaves a position at once and yet at no absurd price: a little beyond the last one, on the tick, within the day's
/// band.
/// </summary>
internal static class ProtectedPrice
{
    /// <summary>Beyond the last price in percent; an option's moves that much in seconds.</summary>
    private const long CollarPercent = 1;
    private const long OptionCollarPercent = 5;

    /// <summary>A cheap option's percents are less than a step of its price.</summary>
    private const long CollarTicksLeast = 2;

    public static Price Of(Instrument instrument, Side side, Price last, Price previousClose)
    {
        var percent = instrument.Kind is InstrumentKind.Call or InstrumentKind.Put ? OptionCollarPercent : CollarPercent;
        var tick = instrument.Tick.Scaled;
        var collar = Math.Max(last.Scaled * percent / 100, CollarTicksLeast * tick);
        var wanted = last.Scaled + (side.Sign() * collar);
        var onTick = side == Side.Buy ? (wanted + tick - 1) / tick * tick : wanted / tick * tick;
        return PriceBand.Clamp(instrument, previousClose, new Price(Math.Max(tick, onTick)));
    }
}
