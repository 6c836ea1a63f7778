using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>Other terms for a working order, filled in with those it has.</summary>
public sealed partial class ChangeForm : ComponentBase
{
    private TicketDraft _draft = null!;
    private NumberField? _first;
    private bool _nothing;

    [Parameter, EditorRequired] public OrderView Order { get; set; } = null!;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter] public bool IsBusy { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback<ChangeOrder> OnChange { get; set; }

    protected override void OnInitialized()
    {
        var lots = Order.Quantity.Units / (Tradable.IsDerivative(Instrument) ? Instrument.Lot : 1);
        var empty = TicketDraft.For(Instrument, Order.Side);
        _draft = empty with
        {
            Product = Order.Product,
            Type = Order.Type,
            Validity = Order.Validity,
            Quantity = empty.QuantityRule.Write(lots),
            Price = Text(empty, Order.Price),
            Trigger = Text(empty, Order.Trigger),
        };
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _first is not null) await _first.TakeFocusAsync();
    }

    private static string Text(TicketDraft draft, Price price) => price.Scaled == 0 ? "" : draft.PriceRule("").Write(price.Rupees);

    private string? ProblemOf(string field) => _draft.Read().Problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    private async Task AskAsync()
    {
        if (_draft.Read().Order is not { } terms) return;
        _nothing = (terms.Quantity, terms.Price, terms.Trigger) == (Order.Quantity, Order.Price, Order.Trigger);
        if (!_nothing) await OnChange.InvokeAsync(new ChangeOrder(Order.Id, terms.Quantity, terms.Price, terms.Trigger));
    }

    private async Task HearKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape") await OnClose.InvokeAsync();
    }
}
