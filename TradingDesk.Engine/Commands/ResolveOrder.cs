using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>What a person found out at the venue about an order that is unknown or in conflict, with the reason to believe it.</summary>
public sealed record ResolveOrder(OrderId Order, ResolvedAs As, long VenueOrder, string Reason) : DeskCommand
{
    internal const string Verb = "resolve";

    public override string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Verb} {Order} {As} {VenueOrder} {Uri.EscapeDataString(Reason)}").TrimEnd();

    internal static ResolveOrder? Parse(string text)
    {
        var words = new CommandWords(text);
        var (order, found, venueOrder) = (words.Order(), words.OneOf<ResolvedAs>(), words.Number());
        var resolve = new ResolveOrder(order, found, venueOrder, words.AreDone ? "" : words.Escaped());
        return words.AreDone ? resolve : null;
    }
}

/// <summary>What an order was found to be.</summary>
public enum ResolvedAs
{
    Working = 1,
    Filled = 2,
    Cancelled = 3,
    Rejected = 4,

    /// <summary>The venue never had it.</summary>
    Absent = 5,
}
