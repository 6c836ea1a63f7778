using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>An account's trades as marks: what was traded, which order it was and whose, and why it got its price.</summary>
internal static class ChartTrades
{
    /// <summary>Those of one instrument, oldest first.</summary>
    public static IReadOnlyList<ChartTrade> Of(
        IReadOnlyList<TradeView> newestFirst, AccountView account, InstrumentLabel instrument, DeskSnapshot snapshot) =>
    [
        .. newestFirst.Reverse().Where(trade => trade.Instrument == instrument.Id).Select(trade => new ChartTrade(
            trade.At.UnixSeconds, trade.Side.Sign(), WordsOf(trade, instrument, snapshot.Market.MarketTime.IndiaDate),
            ReasonOf(trade, account, snapshot))),
    ];

    private static string WordsOf(TradeView trade, InstrumentLabel instrument, DateOnly today) =>
        $"{(trade.Side == Side.Buy ? "Bought" : "Sold")} {Tradable.Units(trade.Quantity.Units, instrument)} "
        + $"at {Labels.Price(trade.Price, instrument)}, {OrderTimes.Short(trade.At, today)}";

    private static string ReasonOf(TradeView trade, AccountView account, DeskSnapshot snapshot)
    {
        var order = account.Orders.FirstOrDefault(one => one.Id == trade.Order);
        var run = order is null ? null : snapshot.Runs.FirstOrDefault(one => one.Id == order.Run);
        var purpose = order is null ? "" : $", {order.Purpose} {(run is null ? "by hand" : $"of {run.Name}")}";
        var why = trade.Reason.Length == 0 ? "" : $"{trade.Reason.TrimEnd('.')}. ";
        return $"{why}Order {trade.Order}{purpose}: {trade.Why}{(trade.IsLate ? "; its order was finished before, look at it" : "")}";
    }
}
