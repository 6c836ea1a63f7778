using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>What of an account stands on an instrument's chart: what it holds there, and what its open orders wait for.</summary>
internal static class MoneyLines
{
    /// <summary>More open orders than this leave no chart to see; the newest are shown.</summary>
    private const int OrdersMost = 16;

    public static IReadOnlyList<ChartLine> Of(AccountView account, InstrumentLabel instrument) =>
    [
        .. account.Positions.Where(position => position.Instrument == instrument.Id && position.Units != 0)
            .Select(position => Of(position, instrument)),
        .. OpenOrders(account, instrument).SelectMany(order => LinesOf(order, instrument)),
    ];

    /// <summary>Whether such an order can be moved on the chart now; the engine has the last word.</summary>
    public static IEnumerable<LineMove> Movable(AccountView account, InstrumentLabel instrument) =>
        from order in OpenOrders(account, instrument)
        where order.CanChange
        from move in LineMove.Of(order)
        select move;

    private static IEnumerable<OrderView> OpenOrders(AccountView account, InstrumentLabel instrument) => account.Orders
        .Where(order => order.Instrument == instrument.Id && !OrderWords.IsOver(order.Stage)).Take(OrdersMost);

    private static ChartLine Of(PositionView position, InstrumentLabel instrument)
    {
        var side = position.Units > 0 ? "Long" : "Short";
        var run = position.Run == default ? "" : $", run {IndianNumbers.Whole(position.Run.Number)}";
        var stale = position.IsStale ? ", stale" : "";
        var units = Tradable.Units(Math.Abs(position.Units), instrument);
        var (product, net) = (OrderWords.Of(position.Product), IndianNumbers.SignedRupees(position.Net.Rupees));
        return new ChartLine(
            $"position {product} {IndianNumbers.Whole(position.Run.Number)}", "position", position.Average.Rupees,
            $"{side} {units} {product}{run} · net {net}{stale} · average",
            "accent", 0);
    }

    private static IEnumerable<ChartLine> LinesOf(OrderView order, InstrumentLabel instrument)
    {
        var tick = order.CanChange ? instrument.Tick.Rupees : 0;
        var tone = order.Side == Side.Buy ? "up" : "down";
        return LineMove.Of(order).Select(move =>
            new ChartLine(move.Id, KindOf(order, move), move.From.Rupees, TextOf(order, move, instrument), tone, tick));
    }

    private static string KindOf(OrderView order, LineMove move) => order.Purpose switch
    {
        "stop" => "stop",
        "target" => "target",
        _ => move.IsTrigger ? "trigger" : "order",
    };

    private static string TextOf(OrderView order, LineMove move, InstrumentLabel instrument)
    {
        var purpose = order.Purpose == "entry" ? "" : $" {order.Purpose}";
        var part = order.Type == OrderType.StopLimit ? move.IsTrigger ? " trigger" : " limit" : "";
        var stage = order.Stage == OrderStage.Working ? "" : $" · {OrderWords.Of(order.Stage)}";
        return $"{order.Side} {Tradable.Units(order.Quantity.Units - order.Filled.Units, instrument)} {OrderWords.Of(order.Type)}"
            + $"{purpose}{part}{stage} ·";
    }
}
