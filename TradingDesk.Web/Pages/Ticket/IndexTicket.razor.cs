using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>What stands in the ticket's place for an index: the way to its nearest future.</summary>
public sealed partial class IndexTicket
{
    private int _named;

    [Parameter, EditorRequired] public InstrumentLabel Index { get; set; } = null!;

    [Parameter] public EventCallback<InstrumentId> OnInstrumentWanted { get; set; }

    private InstrumentLabel? Future => Tradable.FutureOf(Index, Slice!.All, Desk.Current.Market.MarketTime.IndiaDate);

    protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

    // Which instruments there are does not change with every price.
    protected override Task SliceChangedAsync()
    {
        if (_named == Slice!.All.Count) return Task.CompletedTask;
        _named = Slice.All.Count;
        return base.SliceChangedAsync();
    }
}
