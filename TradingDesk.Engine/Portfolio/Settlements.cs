using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>How trades of an instrument move cash.</summary>
internal static class Settlements
{
    /// <summary>
    /// Whether the price is paid and received in full: delivered shares and the premium of options. Futures and intraday shares are held
    /// on margin and move cash by what is realised.
    /// </summary>
    public static bool IsPaidInFull(Instrument instrument, Product product) =>
        instrument.Kind is InstrumentKind.Call or InstrumentKind.Put
        || (instrument.Kind == InstrumentKind.Equity && product == Product.Cnc);
}
