using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that wants something traded. The instrument by segment and token, such as `1:2885`; prices of 0 are none.</summary>
public sealed record PlaceOrder(string Instrument, Side Side, Product Product, OrderType Type, Quantity Quantity) : DeskCommand
{
    internal const string Verb = "order";

    public Validity Validity { get; init; } = Validity.Day;

    public Price Price { get; init; }

    public Price Trigger { get; init; }

    /// <summary>Where the position is left at a loss, held by the desk once it is there.</summary>
    public Price Stop { get; init; }

    /// <summary>Where it is left at a gain.</summary>
    public Price Target { get; init; }

    /// <summary>How far the stop follows the best price since the entry.</summary>
    public Price Trail { get; init; }

    /// <summary>Amounts in 1e-4 rupee.</summary>
    public override string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Verb} {Instrument} {Side} {Product} {Type} {Validity} {Quantity.Units} {Prices}");

    private string Prices => string.Create(
        CultureInfo.InvariantCulture, $"{Price.Scaled} {Trigger.Scaled} {Stop.Scaled} {Target.Scaled} {Trail.Scaled}");

    internal static PlaceOrder? Parse(string text)
    {
        var words = new CommandWords(text);
        var (instrument, side, product) = (words.Word(), words.OneOf<Side>(), words.OneOf<Product>());
        var (type, validity, quantity) = (words.OneOf<OrderType>(), words.OneOf<Validity>(), new Quantity(words.Number()));
        var order = new PlaceOrder(instrument, side, product, type, quantity)
        {
            Validity = validity,
            Price = new Price(words.Number()),
            Trigger = new Price(words.Number()),
            Stop = new Price(words.Number()),
            Target = new Price(words.Number()),
            Trail = new Price(words.Number()),
        };
        return words.AreDone ? order : null;
    }
}
