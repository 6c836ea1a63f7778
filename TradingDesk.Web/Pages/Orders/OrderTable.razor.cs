using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>Orders in rows, each with its reason; where one may act on them also with what can be asked of each.</summary>
public sealed partial class OrderTable(IDeskView desk) : ComponentBase
{
    private TableColumn<OrderView>[] _plain = [];
    private TableColumn<OrderView>[] _picking = [];
    private OrderId _changing;

    [Parameter] public string Id { get; set; } = "orders";

    /// <summary>The newest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<OrderView> Orders { get; set; } = [];

    [Parameter] public TableStanding Standing { get; set; } = TableStanding.Ready;

    [Parameter] public string? Empty { get; set; }

    [Parameter] public bool IsBusy { get; set; }

    /// <summary>Otherwise they are shown only, each leading to its life.</summary>
    [Parameter] public bool CanAct { get; set; }

    /// <summary>Whether there is a column to choose several at once; with those chosen.</summary>
    [Parameter] public bool CanPick { get; set; }

    [Parameter] public IReadOnlySet<OrderId> Picked { get; set; } = new HashSet<OrderId>();

    [Parameter] public EventCallback<OrderView> OnPick { get; set; }

    [Parameter] public EventCallback<OrderView> OnCancel { get; set; }

    /// <summary>Gives a change of terms; true when it was taken.</summary>
    [Parameter] public Func<ChangeOrder, Task<bool>> Change { get; set; } = _ => Task.FromResult(false);

    /// <summary>More are shown when asked for: a day of thousands must not be one page.</summary>
    [Parameter] public int PageSize { get; set; } = 100;

    [Parameter] public RenderFragment? Tools { get; set; }

    [Parameter] public EventCallback OnRetry { get; set; }

    private TableColumn<OrderView>[] Columns => CanPick ? _picking : _plain;

    private DateOnly Today => desk.Current.Market.MarketTime.IndiaDate;

    protected override void OnInitialized()
    {
        TableColumn<OrderView> pick = new("pick", "Chosen") { IsHeaderSilent = true, IsWide = true, Css = _ => "pick", Cell = Pick };
        _plain = MakeColumns();
        if (!CanAct) _plain = _plain[..^1];
        _picking = [pick, .. _plain];
    }

    private static string ClassOf(OrderView order) => "order-row";

    private static Dictionary<string, object> MarksOf(OrderView order) =>
        new() { ["data-order"] = order.Id, ["data-order-stage"] = order.Stage };

    private static string FilledOf(OrderView order) =>
        $"{IndianNumbers.Whole(order.Filled.Units)} / {IndianNumbers.Whole(order.Quantity.Units)}";

    private static string TermsOf(OrderView order) =>
        $"{OrderWords.Of(order.Product)} {OrderWords.Of(order.Type)}{OrderWords.Beyond(order.Validity)}";

    private static string AverageOf(OrderView order) =>
        order.Average.Scaled == 0 ? IndianNumbers.Nothing : IndianNumbers.Plain(order.Average.Rupees);

    /// <summary>A market order has no price: it stands last whichever way.</summary>
    private static long? KnownOrNone(Price price) => price.Scaled == 0 ? null : price.Scaled;

    private InstrumentLabel LabelOf(OrderView order) => desk.Current.Quotes.All[order.Instrument.Index].Instrument;

    /// <summary>By what an order is found.</summary>
    private string WordsOf(OrderView order) =>
        $"{order.Id} {order.Side} {Labels.ShortName(LabelOf(order))} {LabelOf(order).Symbol} {Labels.Origin(LabelOf(order))} "
        + order.Purpose + (order.Run.IsNone ? "" : $" run {IndianNumbers.Whole(order.Run.Number)}");

    private string PriceOf(OrderView order) => order.Type switch
    {
        OrderType.Market => "market",
        OrderType.Limit => Text(order, order.Price),
        OrderType.StopMarket => $"{Text(order, order.Trigger)} SL-M",
        _ => $"{Text(order, order.Price)} / {Text(order, order.Trigger)}",
    };

    /// <summary>What was refused is shown as it was asked for.</summary>
    private string Text(OrderView order, Price price) =>
        order.Stage == OrderStage.Denied ? OrderWords.Of(price) : Labels.Price(price, LabelOf(order));

    private async Task ChangeAsync(ChangeOrder change)
    {
        if (await Change(change)) _changing = OrderId.None;
    }
}
