using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The watchlist's filter: which kinds of instruments it lists.</summary>
public enum InstrumentGroup
{
    All = 0,
    Indices = 1,
    Stocks = 2,
    Futures = 3,
    Options = 4,
}

/// <summary>Which instruments are in a group and match a search.</summary>
internal static class InstrumentGroups
{
    public static InstrumentGroup Of(InstrumentLabel instrument) => instrument.Kind.ToUpperInvariant() switch
    {
        "INDEX" => InstrumentGroup.Indices,
        "EQUITY" or "EQ" => InstrumentGroup.Stocks,
        "FUTURE" or "FUT" => InstrumentGroup.Futures,
        _ => InstrumentGroup.Options,
    };

    /// <summary>Every word of the search must stand in the symbol, the name or the exchange.</summary>
    public static bool Matches(InstrumentLabel instrument, InstrumentGroup group, string search)
    {
        if (group != InstrumentGroup.All && Of(instrument) != group) return false;
        var text = $"{instrument.Symbol} {instrument.Name} {instrument.Exchange}";
        return search.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
