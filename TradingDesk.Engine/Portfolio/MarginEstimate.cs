using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>
/// Cash that a position or an order holds: an estimate and called so, for exchanges compute theirs from scenarios. Percentages of the
/// notional are our own round figures above what brokers asked in 2026.
/// </summary>
internal static class MarginEstimate
{
    /// <summary>Five times leverage, the most that peak margin rules leave intraday.</summary>
    private const int IntradaySharePercent = 20;

    private const int IndexContractPercent = 15;
    private const int StockContractPercent = 25;

    /// <summary>
    /// What these units hold besides the price that is paid in full: nothing for delivered shares and bought options, a share of the
    /// notional for the rest. A sold option's notional is its strike's, never its premium.
    /// </summary>
    public static Money Of(Instrument instrument, Product product, long units, Price price)
    {
        var size = new Quantity(Math.Abs(units));
        return instrument.Kind switch
        {
            InstrumentKind.Equity => product == Product.Mis ? Share(price * size, IntradaySharePercent) : default,
            InstrumentKind.Future => Share(price * size, PercentOf(instrument)),
            InstrumentKind.Call or InstrumentKind.Put when units < 0 => Share(instrument.Strike * size, PercentOf(instrument)),
            _ => default,
        };
    }

    /// <summary>Cash that opening these units holds: their price where that is paid in full, and their margin.</summary>
    public static Money ToOpen(Instrument instrument, Product product, Side side, Quantity quantity, Price price)
    {
        var margin = Of(instrument, product, side.Sign() * quantity.Units, price);
        var isPaid = side == Side.Buy && Settlements.IsPaidInFull(instrument, product);
        return isPaid ? margin + (price * quantity) : margin;
    }

    private static int PercentOf(Instrument instrument) => IsOnIndex(instrument) ? IndexContractPercent : StockContractPercent;

    private static bool IsOnIndex(Instrument instrument) =>
        instrument.Symbol.Contains("NIFTY", StringComparison.Ordinal) || instrument.Symbol.StartsWith("SENSEX", StringComparison.Ordinal)
        || instrument.Symbol.StartsWith("BANKEX", StringComparison.Ordinal);

    private static Money Share(Money notional, int percent) => new(checked(notional.Scaled / 100 * percent));
}
