using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The chosen account's orders by group, each with its reason, and what can be asked of them.</summary>
public sealed partial class OrdersPanel(TradingHand trading, ChosenAccount chosen, Confirmations confirmations)
{
    private readonly AccountHand _hand = new(trading);
    private readonly HashSet<OrderId> _picked = [];
    private OrderGroup _group;
    private (AccountId?, IReadOnlyList<OrderView>?, IReadOnlyList<OrderView>?, OrderGroup) _arranged;
    private IReadOnlyList<OrderView> _shown = [];
    private JournalReading<IReadOnlyList<OrderView>> _denied = null!;
    private AccountId? _deniedOf;

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    private TableStanding Standing => this switch
    {
        { Slice: null } when !Desk.Current.IsReady => TableStanding.Loading("Waiting for the desk to name its accounts."),
        { Slice: null } => TableStanding.Ready,
        { _denied.Failure.Length: > 0, _group: OrderGroup.Refused } => TableStanding.Failed(_denied.Failure),
        { Slice.Orders.Count: 0 } when Denied.Length == 0 => TableStanding.Ready,
        _ => _shown.Count == 0 ? TableStanding.Filtered(OrderGroups.NothingIn(_group)) : TableStanding.Ready,
    };

    private string Empty => Slice is null ? Labels.NoAccount
        : $"No orders in {Slice.Name} yet. B buys and S sells the instrument that is shown.";

    private bool CanPick => _group is OrderGroup.Open or OrderGroup.Unknown;

    /// <summary>The day's intents that the desk refused: they never were orders, and are read from the journal.</summary>
    private OrderView[] Denied => _deniedOf != Slice?.Id
        ? [] : [.. (_denied.Value ?? []).Where(intent => intent.At.IndiaDate == Desk.Current.Market.MarketTime.IndiaDate)];

    private int OpenCount => Slice?.Orders.Count(order => order.CanCancel) ?? 0;

    /// <summary>Those chosen that can still be cancelled: an order that was filled meanwhile is not asked for.</summary>
    private OrderId[] Cancellable => _picked.Count == 0 || Slice is null ? []
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
    }

    protected override async Task OnParametersSetAsync()
    {
        Arrange();
        if (Slice is { } account && account.Id != _deniedOf) await ReadDeniedAsync();
    }

    protected override async Task SliceChangedAsync()
    {
        Arrange();
        StateHasChanged();
        if (Slice is { } account && account.Id != _deniedOf) await ReadDeniedAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _denied.Dispose();
        base.Dispose(disposing);
    }

    private int CountOf(OrderGroup group) =>
        (Slice?.Orders.Count(order => OrderGroups.Holds(group, order)) ?? 0) + (group == OrderGroup.Refused ? Denied.Length : 0);

    private async Task ReadDeniedAsync()
    {
        if (Slice is not { } account) return;
        if (account.Id != _deniedOf) _denied.Forget();
        _deniedOf = account.Id;
        if (!await _denied.ReadAsync()) return;
        Arrange();
        StateHasChanged();
    }

    /// <summary>Another list only when other orders are in it: what is the same list is not looked at again, row by row.</summary>
    private void Arrange()
    {
        var now = (Slice?.Id, Slice?.Orders, _denied.Value, _group);
        if (now == _arranged) return;
        _arranged = now;
        var orders = (Slice?.Orders ?? []).Where(order => OrderGroups.Holds(_group, order));
        _shown = _group == OrderGroup.Refused
            ? [.. orders.Concat(Denied).OrderByDescending(order => (order.Id.Intent, order.Id.Slice))]
            : [.. orders];
    }

    private void Show(OrderGroup group)
    {
        _group = group;
        Arrange();
    }

    private void Pick(OrderView order)
    {
        if (!_picked.Remove(order.Id)) _picked.Add(order.Id);
    }

    private async Task CancelPickedAsync()
    {
        if (await _hand.CancelEachAsync(Slice!.Name, Cancellable)) _picked.Clear();
    }

    private async Task<bool> ChangeAsync(ChangeOrder change)
    {
        var giving = _hand.GiveAsync(Slice!.Name, change, $"Change {change.Order}");
        StateHasChanged();
        var isTaken = await giving;
        StateHasChanged();
        return isTaken;
    }
}
