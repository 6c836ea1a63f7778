using System.Globalization;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>What an order's level means to a person.</summary>
internal static class OrderViews
{
    public static OrderView Of(in OrderLevel level, bool isDurable) => new(level.Id, level.Instrument)
    {
        Run = level.Run,
        Side = level.Terms.Side,
        Product = level.Terms.Product,
        Type = level.Terms.Type,
        Validity = level.Terms.Validity,
        Quantity = level.Terms.Quantity,
        Filled = level.Filled,
        Price = level.Terms.Price,
        Trigger = level.Terms.Trigger,
        Average = level.Booked.Units == 0 ? default : new Price(level.Value.Scaled / level.Booked.Units),
        Stage = StageOf(level, isDurable),
        Sentence = SentenceOf(level),
        Purpose = PurposeOf(level.Role),
        CanCancel = CanCancel(level, isDurable),
        CanChange = isDurable && level.State is (OrderState.Working or OrderState.Partial) && level.Pending == PendingCommand.None,
        Tag = level.Tag.IsNone ? "" : level.Tag.ToString(),
        VenueOrder = level.VenueOrder == 0 ? "" : level.VenueOrder.ToString(CultureInfo.InvariantCulture),
        At = level.At,
        ChangedAt = level.ChangedAt,
    };

    public static string PurposeOf(IntentRole role) => role switch
    {
        IntentRole.Exit => "exit",
        IntentRole.Stop => "stop",
        IntentRole.Target => "target",
        IntentRole.SquareOff => "square-off",
        IntentRole.Kill => "kill",
        _ => "entry",
    };

    private static bool CanCancel(in OrderLevel level, bool isDurable) =>
        isDurable && level.Pending is (PendingCommand.None or PendingCommand.CancelUnknown or PendingCommand.ModifyUnknown)
        && level.State is (OrderState.Unknown or OrderState.Pending or OrderState.Working or OrderState.Partial);

    private static OrderStage StageOf(in OrderLevel level, bool isDurable)
    {
        if (!isDurable && level.State is (OrderState.Accepted or OrderState.Sending)) return OrderStage.Recording;
        var isAlive = level.State is OrderState.Pending or OrderState.Working or OrderState.Partial;
        if (isAlive && level.Pending is (PendingCommand.CancelSending or PendingCommand.CancelUnknown)) return OrderStage.Cancelling;
        if (isAlive && level.Pending is (PendingCommand.ModifySending or PendingCommand.ModifyUnknown)) return OrderStage.Changing;
        return level.State switch
        {
            OrderState.Accepted => OrderStage.Recording,
            OrderState.Sending => OrderStage.Sending,
            OrderState.Unknown => OrderStage.Unknown,
            OrderState.Pending => OrderStage.Pending,
            OrderState.Working => OrderStage.Working,
            OrderState.Partial => OrderStage.PartlyFilled,
            OrderState.Filled => OrderStage.Filled,
            OrderState.Cancelled => OrderStage.Cancelled,
            OrderState.Rejected => OrderStage.Rejected,
            OrderState.Expired => OrderStage.Expired,
            OrderState.PresumedAbsent => OrderStage.PresumedAbsent,
            OrderState.Conflict => OrderStage.Conflict,
            _ => OrderStage.NotSent,
        };
    }

    private static string SentenceOf(in OrderLevel level) => level.State switch
    {
        OrderState.Unknown => "Whether the venue has this order cannot be told. Do not enter it again.",
        OrderState.Conflict => "The evidence contradicts itself; look at the venue and say what is true.",
        OrderState.PresumedAbsent => "Every proof says that the venue never had it; it is watched to the end of the day.",
        OrderState.Rejected or OrderState.Abandoned => RefusalSentences.Of(level.Code),
        _ when level.Pending is PendingCommand.CancelUnknown => "Whether the venue took the cancel cannot be told.",
        _ when level.Pending is PendingCommand.ModifyUnknown => "Whether the venue took the change cannot be told.",
        OrderState.Pending or OrderState.Working when level.IsAsleep => "It waits for the last price to reach its trigger.",
        _ when level.Filled > level.Booked => "The venue says it is filled; its trades are not all known yet.",
        _ => "",
    };
}
