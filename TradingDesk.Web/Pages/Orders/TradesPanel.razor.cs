using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The chosen account's newest trades as the journal has them, each with why it got its price.</summary>
public sealed partial class TradesPanel(ChosenAccount chosen)
{
    private const int Most = 200;

    private JournalReading<IReadOnlyList<TradeView>> _reading = null!;
    private IReadOnlyList<OrderView>? _readFor;
    private AccountId _readOf;

    private DateOnly Today => Desk.Current.Market.MarketTime.IndiaDate;

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _reading = new(cancel => Desk.ReadTradesAsync(_readOf, Most, cancel));
    }

    protected override Task OnParametersSetAsync() => FollowAsync();

    protected override Task SliceChangedAsync() => FollowAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _reading.Dispose();
        base.Dispose(disposing);
    }

    private static Tone ToneOf(Side side) => side == Side.Buy ? Tone.Up : Tone.Down;

    private InstrumentLabel LabelOf(InstrumentId id) => Desk.Current.Quotes.All[id.Index].Instrument;

    /// <summary>A trade comes with a new view of its order; the account's money moves far more often.</summary>
    private Task FollowAsync()
    {
        if (Slice is not { } account || ReferenceEquals(account.Orders, _readFor)) return Task.CompletedTask;
        if (account.Id != _readOf) _reading.Forget();
        (_readFor, _readOf) = (account.Orders, account.Id);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (await _reading.ReadAsync()) StateHasChanged();
    }
}
