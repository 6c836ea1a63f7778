using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>
/// What of an account stands on an instrument's chart: what it holds there, and what its open orders, stops and targets wait for.
/// </summary>
internal static class MoneyLines
{
    /// <summary>More open orders than this leave no chart to see; the newest are shown.</summary>
    private const int OrdersMost = 16;
    private const int BracketsMost = 8;

    public static IReadOnlyList<ChartLine> Of(AccountView account, InstrumentLabel instrument) =>
    [
        .. account.Positions.Where(position => position.Instrument == instrument.Id && position.Units != 0)
            .Select(position => Of(position, instrument)),
        .. Held(account, instrument).SelectMany(bracket => LinesOf(bracket, instrument)),
        .. OpenOrders(account, instrument).SelectMany(order => LinesOf(order, instrument)),
    ];

    /// <summary>What can be moved on the chart now; the engine has the last word.</summary>
    public static IEnumerable<LineMove> Movable(AccountView account, InstrumentLabel instrument)
    {
        var orders = OpenOrders(account, instrument).Where(order => order.CanChange).SelectMany(OrderMove.Of);
        return Held(account, instrument).Where(bracket => bracket.CanMove).SelectMany(BracketMove.Of).Concat<LineMove>(orders);
    }

    /// <summary>What the desk holds that waits for this instrument's price, the newest.</summary>
    private static IEnumerable<BracketView> Held(AccountView account, InstrumentLabel instrument) =>
        account.Brackets.Where(bracket => bracket.Watched == instrument.Id).TakeLast(BracketsMost);

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
        return OrderMove.Of(order).Select(move =>
            new ChartLine(move.Id, KindOf(order, move), move.From.Rupees, TextOf(order, move, instrument), tone, tick));
    }

    private static IEnumerable<ChartLine> LinesOf(BracketView bracket, InstrumentLabel instrument)
    {
        var tick = bracket.CanMove ? instrument.Tick.Rupees : 0;
        return BracketMove.Of(bracket).Select(move => move.Part == BracketPart.Stop
            ? new ChartLine(move.Id, "stop", move.From.Rupees, TextOf(bracket, "Stop", instrument), "down", tick)
            : new ChartLine(move.Id, "target", move.From.Rupees, TextOf(bracket, "Target", instrument), "up", tick));
    }

    /// <summary>A run's may be those of a contract whose price this chart does not show.</summary>
    private static string TextOf(BracketView bracket, string word, InstrumentLabel instrument)
    {
        var held = bracket.Side == Side.Buy ? "long" : "short";
        var what = bracket.Watched == bracket.Instrument ? $" for {held} {Tradable.Units(bracket.Units.Units, instrument)}" : "";
        var run = bracket.Run.IsNone ? "" : $" of run {IndianNumbers.Whole(bracket.Run.Number)}";
        var trail = word == "Stop" && bracket.Trail != default ? $" · trails by {Labels.Price(bracket.Trail, instrument)}" : "";
        var fired = bracket.HasFired ? " · reached" : "";
        return $"{word}{what}{run}{trail}{fired} ·";
    }

    private static string KindOf(OrderView order, OrderMove move) => order.Purpose switch
    {
        "stop" => "stop",
        "target" => "target",
        _ => move.IsTrigger ? "trigger" : "order",
    };

    private static string TextOf(OrderView order, OrderMove move, InstrumentLabel instrument)
    {
        var purpose = order.Purpose == "entry" ? "" : $" {order.Purpose}";
        var part = order.Type == OrderType.StopLimit ? move.IsTrigger ? " trigger" : " limit" : "";
        var stage = order.Stage == OrderStage.Working ? "" : $" · {OrderWords.Of(order.Stage)}";
        return $"{order.Side} {Tradable.Units(order.Quantity.Units - order.Filled.Units, instrument)} {OrderWords.Of(order.Type)}"
            + $"{purpose}{part}{stage} ·";
    }
}
