using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The chosen account's newest trades as the journal has them, each with why it got its price.</summary>
public sealed partial class TradesPanel(ChosenAccount chosen)
{
    private const int Most = 200;

    private JournalReading<IReadOnlyList<TradeView>> _reading = null!;
    private IReadOnlyList<OrderView>? _readFor;
    private AccountId _readOf;
    private TableColumn<TradeView>[] _columns = [];

    private DateOnly Today => Desk.Current.Market.MarketTime.IndiaDate;

    private string Empty => Slice is null ? Labels.NoAccount : $"Nothing was traded in {Slice.Name} yet.";

    private TableStanding Standing => this switch
    {
        { _reading.Failure.Length: > 0 } => TableStanding.Failed(_reading.Failure),
        { Slice: null } when Desk.Current.IsReady => TableStanding.Ready,
        { _reading.Value: null } => TableStanding.Loading("Reading the journal ..."),
        _ => TableStanding.Ready,
    };

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _columns = MakeColumns();
        _reading = new(cancel => Desk.ReadTradesAsync(_readOf, Most, cancel));
    }

    protected override Task OnParametersSetAsync() => FollowAsync();

    protected override Task SliceChangedAsync() => FollowAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _reading.Dispose();
        base.Dispose(disposing);
    }

    private static Dictionary<string, object> MarksOf(TradeView trade) => new() { ["data-trade"] = trade.Number };

    private InstrumentLabel LabelOf(TradeView trade) => Desk.Current.Quotes.All[trade.Instrument.Index].Instrument;

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
