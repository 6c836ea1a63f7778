using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The four indices everybody watches, with their day's change.</summary>
public sealed partial class IndexStrip
{
    private static readonly string[] _watched = ["NIFTY", "BANKNIFTY", "SENSEX", "INDIAVIX"];

    protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

    private IEnumerable<Quote> Indices() => Slice!.All
        .Where(quote => InstrumentGroups.Of(quote.Instrument) == InstrumentGroup.Indices && Rank(quote) >= 0)
        .OrderBy(Rank);

    private static int Rank(Quote quote) => Array.IndexOf(_watched, quote.Instrument.Symbol);
}
