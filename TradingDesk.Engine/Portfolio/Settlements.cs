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

    /// <summary>
    /// What a contract is worth when it ends and its underlying stands there: an option what it is in the money, a future the underlying's
    /// price. Stock contracts end in shares at the exchange; here they end in cash, as the desk's documents say.
    /// </summary>
    public static Price AtExpiry(Instrument contract, Price underlying) => contract.Kind switch
    {
        InstrumentKind.Call => underlying > contract.Strike ? underlying - contract.Strike : default,
        InstrumentKind.Put => underlying < contract.Strike ? contract.Strike - underlying : default,
        _ => underlying,
    };
}
