using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>
/// The command that asks the venue to work an order on other terms: all three as they are to be, 0 where the type has none.
/// </summary>
public sealed record ChangeOrder(OrderId Order, Quantity Quantity, Price Price, Price Trigger) : DeskCommand
{
    internal const string Verb = "change";

    public override string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Verb} {Order} {Quantity.Units} {Price.Scaled} {Trigger.Scaled}");

    internal static ChangeOrder? Parse(string text)
    {
        var words = new CommandWords(text);
        var change = new ChangeOrder(words.Order(), new Quantity(words.Number()), new Price(words.Number()), new Price(words.Number()));
        return words.AreDone ? change : null;
    }
}
