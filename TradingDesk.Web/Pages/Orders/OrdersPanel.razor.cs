using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The chosen account's orders by group, each with its reason, and what can be asked of them.</summary>
public sealed partial class OrdersPanel(TradingHand trading, ChosenAccount chosen, Confirmations confirmations)
{
    /// <summary>More rows are shown when asked for: a day of thousands must not be one page.</summary>
    private const int PageSize = 100;

    private readonly AccountHand _hand = new(trading);
    private readonly HashSet<OrderId> _picked = [];
    private TableColumn<OrderView>[] _columns = [];
    private OrderArrangement _arrangement = null!;
    private int _filterRound;
    private OrderGroup _group;
    private OrderId _changing;
    private int _pages = 1;
    private JournalReading<IReadOnlyList<OrderView>> _denied = null!;
    private AccountId? _deniedOf;

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    private OrderView[] Grouped => _group == OrderGroup.Refused
        ? [.. Slice!.Orders.Where(IsShown).Concat(Denied).OrderByDescending(order => (order.Id.Intent, order.Id.Slice))]
        : [.. Slice!.Orders.Where(IsShown)];

    private IReadOnlyList<OrderView> Arranged => _arrangement.Arrange(Grouped);

    private bool CanPick => _group is OrderGroup.Open or OrderGroup.Unknown;

    /// <summary>The day's intents that the desk refused: they never were orders, and are read from the journal.</summary>
    private OrderView[] Denied => _deniedOf != Slice?.Id
        ? [] : [.. (_denied.Value ?? []).Where(intent => intent.At.IndiaDate == Desk.Current.Market.MarketTime.IndiaDate)];

    private int OpenCount => Slice?.Orders.Count(order => order.CanCancel) ?? 0;

    /// <summary>Those chosen that can still be cancelled: an order that was filled meanwhile is not asked for.</summary>
    private OrderId[] Picked => _picked.Count == 0 || Slice is null ? []
        : [.. Slice.Orders.Where(order => order.CanCancel && _picked.Contains(order.Id)).Select(order => order.Id)];

    private string CancelAllQuestion => OpenCount == 1
        ? $"Cancel the open order of {Slice?.Name}?"
        : $"Cancel all {IndianNumbers.Whole(OpenCount)} open orders of {Slice?.Name}?";

    private Segment<OrderGroup>[] Groups =>
    [
        .. Enum.GetValues<OrderGroup>().Select(group => new Segment<OrderGroup>(
            group, $"{group} {IndianNumbers.Whole(CountOf(group))}")),
    ];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _denied = new(cancel => Desk.ReadDeniedAsync(_deniedOf!.Value, cancel));
        _columns = OrderColumns.For(LabelOf);
        _arrangement = new OrderArrangement(_columns);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Slice is { } account && account.Id != _deniedOf) await ReadDeniedAsync();
    }

    protected override async Task SliceChangedAsync()
    {
        StateHasChanged();
        if (Slice is { } account && account.Id != _deniedOf) await ReadDeniedAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _denied.Dispose();
        base.Dispose(disposing);
    }

    private bool IsShown(OrderView order) => OrderGroups.Holds(_group, order);

    private int CountOf(OrderGroup group) =>
        (Slice?.Orders.Count(order => OrderGroups.Holds(group, order)) ?? 0) + (group == OrderGroup.Refused ? Denied.Length : 0);

    private async Task ReadDeniedAsync()
    {
        if (Slice is not { } account) return;
        if (account.Id != _deniedOf) _denied.Forget();
        _deniedOf = account.Id;
        if (await _denied.ReadAsync()) StateHasChanged();
    }

    private InstrumentLabel LabelOf(InstrumentId id) => Desk.Current.Quotes.All[id.Index].Instrument;

    private void Show(OrderGroup group)
    {
        (_group, _pages) = (group, 1);
        _arrangement.Begin();
    }

    private void ClearFilter()
    {
        _filterRound++;
        _arrangement.Filter = "";
    }

    private void Pick(OrderId order, bool isPicked)
    {
        if (isPicked) _picked.Add(order);
        else _picked.Remove(order);
    }

    private async Task CancelPickedAsync()
    {
        if (await _hand.CancelEachAsync(Slice!.Name, Picked)) _picked.Clear();
    }

    private async Task ChangeAsync(ChangeOrder change)
    {
        if (await _hand.GiveAsync(Slice!.Name, change, $"Change {change.Order}")) _changing = OrderId.None;
    }
}
