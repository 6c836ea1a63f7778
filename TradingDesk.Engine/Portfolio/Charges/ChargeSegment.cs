using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>What the rates of a trade go by.</summary>
internal enum ChargeSegment : byte
{
    Equity = 1,
    Futures = 2,
    Options = 3,
}

/// <summary>Which rates an instrument's trades go by.</summary>
internal static class ChargeSegments
{
    /// <summary>Null for what cannot be traded, and for currencies and commodities, whose rates the desk does not know.</summary>
    public static ChargeSegment? Of(Instrument instrument) => instrument.Segment switch
    {
        Segment.Mcx or Segment.Ncdex or Segment.Cds => null,
        _ => instrument.Kind switch
        {
            InstrumentKind.Equity => ChargeSegment.Equity,
            InstrumentKind.Future => ChargeSegment.Futures,
            InstrumentKind.Call or InstrumentKind.Put => ChargeSegment.Options,
            _ => null,
        },
    };
}
