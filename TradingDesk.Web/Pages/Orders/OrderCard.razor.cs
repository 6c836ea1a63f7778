using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>One order as far as the evidence goes: terms, tag, the venue's number, and what a person can do.</summary>
public sealed partial class OrderCard : ComponentBase
{
    [Parameter, EditorRequired] public OrderView Order { get; set; } = null!;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter] public bool IsBusy { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    [Parameter] public EventCallback<ResolveOrder> OnResolve { get; set; }

    private string Price(Price price) => price.Scaled == 0 ? IndianNumbers.Nothing
        : Order.Stage == OrderStage.Denied ? OrderWords.Of(price) : Labels.Price(price, Instrument);
}
