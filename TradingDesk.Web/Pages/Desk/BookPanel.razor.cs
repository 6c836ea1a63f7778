using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The chosen account's positions, orders, trades, runs and log below the chart.</summary>
public sealed partial class BookPanel(ChosenAccount chosen)
{
    private (int Positions, int Open) _counted;

    [Parameter] public string Tab { get; set; } = "positions";

    [Parameter] public EventCallback<string> TabChanged { get; set; }

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    // The lists follow the account themselves; the tabs need their counts only.
    protected override Task SliceChangedAsync() => _counted == Counts ? Task.CompletedTask : base.SliceChangedAsync();

    private (int Positions, int Open) Counts => Slice is not { } account ? (0, 0) : (
        account.Positions.Count(position => position.Units != 0),
        account.Orders.Count(order => OrderGroups.Of(order) == OrderGroup.Open));

    private Segment<string>[] Tabs
    {
        get
        {
            _counted = Counts;
            return
            [
                new("positions", $"Positions {IndianNumbers.Whole(_counted.Positions)}"),
                new("orders", $"Orders {IndianNumbers.Whole(_counted.Open)}"),
                new("trades", "Trades"),
                new("strategies", "Strategies"),
                new("log", "Log"),
            ];
        }
    }
}
