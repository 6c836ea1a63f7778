using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that asks the venue to work an order no more.</summary>
public sealed record CancelOrder(OrderId Order) : DeskCommand
{
    internal const string Verb = "cancel";

    public override string ToText() => $"{Verb} {Order}";

    internal static CancelOrder? Parse(string text) => OrderId.TryParse(text, out var order) ? new CancelOrder(order) : null;
}
