using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The chosen account's orders by group, each with its reason, and what can be asked of them.</summary>
public sealed partial class OrdersPanel(TradingHand trading, ChosenAccount chosen)
{
    /// <summary>More rows are shown when asked for: a day of thousands must not be one page.</summary>
    private const int PageSize = 100;

    private readonly AccountHand _hand = new(trading);
    private readonly HashSet<OrderId> _picked = [];
    private OrderGroup _group;
    private OrderId _changing;
    private int _pages = 1;

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    private IEnumerable<OrderView> Grouped => Slice!.Orders.Where(order => OrderGroups.Of(order) == _group);

    private OrderView[] Shown => [.. Grouped.Take(_pages * PageSize)];

    private int Hidden => Math.Max(0, Grouped.Count() - (_pages * PageSize));

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
            group, $"{group} {IndianNumbers.Whole(Slice?.Orders.Count(order => OrderGroups.Of(order) == group) ?? 0)}")),
    ];

    private InstrumentLabel LabelOf(InstrumentId id) => Desk.Current.Quotes.All[id.Index].Instrument;

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
