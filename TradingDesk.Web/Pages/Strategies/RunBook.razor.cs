using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>What a run's own book holds, each with its exit, and the run's orders with the way to their lives.</summary>
public sealed partial class RunBook(IDeskView desk) : ComponentBase
{
    private IReadOnlyList<OrderView>? _given;
    private IReadOnlyList<OrderView> _orders = [];

    [Parameter, EditorRequired] public RunView Run { get; set; } = null!;

    [Parameter, EditorRequired] public AccountView Account { get; set; } = null!;

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public EventCallback OnMoved { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_given, Account.Orders)) return;
        _given = Account.Orders;
        _orders = [.. _given.Where(order => order.Run == Run.Id)];
    }

    private InstrumentLabel LabelOf(InstrumentId id) => desk.Current.Quotes.All[id.Index].Instrument;

    private async Task ExitAsync(PositionView position)
    {
        var instrument = LabelOf(position.Instrument);
        var giving = Hand.ExitAsync(Account.Name, instrument.Key, position.Product, Run.Id, Labels.ShortName(instrument));
        await OnMoved.InvokeAsync();
        await giving;
        await OnMoved.InvokeAsync();
    }
}
