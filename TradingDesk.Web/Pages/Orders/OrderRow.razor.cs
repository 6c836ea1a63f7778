using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>One order in a list; it renders only when the order is another object.</summary>
public sealed partial class OrderRow : ComponentBase
{
    private (OrderView? Order, bool IsBusy, bool CanPick, bool IsPicked, bool IsStop) _shown;

    [Parameter, EditorRequired] public OrderView Order { get; set; } = null!;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter] public DateOnly Today { get; set; }

    [Parameter] public bool IsBusy { get; set; }

    /// <summary>Whether the list has a column to choose several orders at once.</summary>
    [Parameter] public bool CanPick { get; set; }

    [Parameter] public bool IsPicked { get; set; }

    /// <summary>It is the one that Tab reaches; the arrow keys reach the others.</summary>
    [Parameter] public bool IsStop { get; set; }

    [Parameter] public EventCallback<bool> OnPick { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    [Parameter] public EventCallback OnChange { get; set; }

    private (OrderView? Order, bool IsBusy, bool CanPick, bool IsPicked, bool IsStop) Parts =>
        (Order, IsBusy, CanPick, IsPicked, IsStop);

    private Tone SideTone => Order.Side == Side.Buy ? Tone.Up : Tone.Down;

    private string AverageText => Order.Average.Scaled == 0 ? IndianNumbers.Nothing : IndianNumbers.Plain(Order.Average.Rupees);

    private string PriceText => Order.Type switch
    {
        OrderType.Market => "market",
        OrderType.Limit => Text(Order.Price),
        OrderType.StopMarket => $"{Text(Order.Trigger)} SL-M",
        _ => $"{Text(Order.Price)} / {Text(Order.Trigger)}",
    };

    /// <summary>What was refused is shown as it was asked for.</summary>
    private string Text(Price price) => Order.Stage == OrderStage.Denied ? OrderWords.Of(price) : Labels.Price(price, Instrument);

    // What is shown is noted by the markup itself: a render that waits in the queue takes newer parameters than were asked about here.
    protected override bool ShouldRender() =>
        !ReferenceEquals(_shown.Order, Order)
        || (_shown.IsBusy, _shown.CanPick, _shown.IsPicked, _shown.IsStop) != (IsBusy, CanPick, IsPicked, IsStop);
}
