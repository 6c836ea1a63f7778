namespace TradingDesk.Engine.Market.Sessions;

/// <summary>Whose hours an instrument keeps: an exchange and a part of it.</summary>
internal readonly record struct TradingHours(Exchange Exchange, MarketPart Part)
{
    private const int PartsMost = 8;

    /// <summary>How many places there are for one value each of every exchange's parts.</summary>
    public const int Places = 4 * PartsMost;

    /// <summary>The stocks most traders look at; what is said of "the market" where no instrument is named.</summary>
    public static readonly TradingHours NseStocks = new(Exchange.Nse, MarketPart.FnoStocks);

    /// <summary>A number of its own below <see cref="Places"/>.</summary>
    public int Place => ((int)Exchange * PartsMost) + (int)Part;

    /// <summary>The hours of an instrument by its segment, its kind and whether contracts on it trade.</summary>
    public static TradingHours Of(Segment segment, InstrumentKind kind, bool hasDerivatives) =>
        new(ExchangeOf(segment), PartOf(segment, kind, hasDerivatives));

    /// <summary>Such as `NSE fno-stocks`.</summary>
    public override string ToString() => $"{Exchange.ToString().ToUpperInvariant()} {CalendarWords.Of(Part)}";

    private static Exchange ExchangeOf(Segment segment) => segment switch
    {
        Segment.Bse or Segment.Bfo => Exchange.Bse,
        Segment.Mcx => Exchange.Mcx,
        Segment.Ncdex => Exchange.Ncdex,
        _ => Exchange.Nse,
    };

    private static MarketPart PartOf(Segment segment, InstrumentKind kind, bool hasDerivatives) => segment switch
    {
        Segment.Cds => MarketPart.Currency,
        Segment.Mcx or Segment.Ncdex => MarketPart.Commodities,
        _ => kind switch
        {
            InstrumentKind.Index => MarketPart.Index,
            InstrumentKind.Future => MarketPart.Futures,
            InstrumentKind.Call or InstrumentKind.Put => MarketPart.Options,
            _ => hasDerivatives ? MarketPart.FnoStocks : MarketPart.Stocks,
        },
    };
}
