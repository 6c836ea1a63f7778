using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The columns of a list of orders: by what each sorts, and what of it the filter searches.</summary>
internal static class OrderColumns
{
    public static TableColumn<OrderView>[] For(Func<InstrumentId, InstrumentLabel> labelOf) =>
    [
        new("time", "Time") { SortKey = order => order.At.Nanos, IsWide = true },
        new("instrument", "Instrument")
        {
            Text = order => WordsOf(order, labelOf(order.Instrument)),
            SortKey = order => Labels.ShortName(labelOf(order.Instrument)),
        },
        new("type", "Type") { Text = order => $"{OrderWords.Of(order.Product)} {OrderWords.Of(order.Type)}", IsWide = true },
        new("quantity", "Quantity") { SortKey = order => order.Quantity.Units, IsNumber = true },
        new("price", "Price ₹") { SortKey = order => KnownOrNone(order.Price), IsNumber = true, IsWide = true },
        new("average", "Average ₹") { SortKey = order => KnownOrNone(order.Average), IsNumber = true, IsWide = true },
        new("state", "State")
        {
            Text = order => $"{OrderWords.Of(order.Stage)} {order.Sentence}",
            SortKey = order => OrderWords.Of(order.Stage),
            IsWide = true,
        },
        new("acts", "What can be done") { IsHeaderSilent = true },
    ];

    private static string WordsOf(OrderView order, InstrumentLabel instrument) =>
        $"{order.Id} {order.Side} {Labels.ShortName(instrument)} {instrument.Symbol} {Labels.Origin(instrument)} {order.Purpose}"
        + (order.Run.IsNone ? "" : $" run {IndianNumbers.Whole(order.Run.Number)}");

    /// <summary>A market order has no price: it stands last whichever way.</summary>
    private static long? KnownOrNone(Price price) => price.Scaled == 0 ? null : price.Scaled;
}
