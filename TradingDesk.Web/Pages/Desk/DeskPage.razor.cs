using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The desk: what is watched, its chart, its book, and how the engine does.</summary>
public sealed partial class DeskPage(Choices choices)
{
    private static readonly Segment<string>[] _tabs =
        [new("watchlist", "Watchlist"), new("instrument", "Depth and facts"), new("book", "Positions and orders")];

    private InstrumentId _chosen;
    private Timeframe _timeframe = Timeframe.Minute;
    private string _tab = "watchlist";
    private string _book = "positions";
    private string? _wanted;
    private int _named;
    private OrderTicket? _ticket;
    private bool _isTicketOpen;

    /// <summary>An instrument the palette was asked for, by its key.</summary>
    [SupplyParameterFromQuery(Name = "show")] private string? Wanted { get; set; }

    private InstrumentLabel? Chosen => Slice is { All: var all } && _chosen.Index < all.Count ? all[_chosen.Index].Instrument : null;

    protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

    // The page itself needs only the names, which do not change with every price.
    protected override Task SliceChangedAsync()
    {
        if (_named == Slice!.All.Count) return Task.CompletedTask;
        _named = Slice.All.Count;
        return base.SliceChangedAsync();
    }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (Wanted == _wanted) return;
        _wanted = Wanted;
        if (Slice?.All.FirstOrDefault(quote => quote.Instrument.Key == Wanted) is { } found) Choose(found.Instrument.Id);
    }

    private int SizeOf(string panel, int fallback) =>
        int.TryParse(choices.Of($"panel-{panel}"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : fallback;

    private void Keep(string panel, int size) => choices.Keep($"panel-{panel}", size.ToString(CultureInfo.InvariantCulture));

    private void Choose(InstrumentId id) => _chosen = id;

    private async Task BeginAsync(Side side)
    {
        _isTicketOpen = true;
        StateHasChanged();
        if (_ticket is not null) await _ticket.BeginAsync(side);
    }

    private async Task TakePriceAsync(Price price)
    {
        _isTicketOpen = true;
        if (_ticket is not null) await _ticket.TakePriceAsync(price);
    }
}
