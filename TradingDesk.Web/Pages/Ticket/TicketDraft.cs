using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>
/// An order as it is being written: choices and typed texts, and what they mean. Amounts are typed in lots where the instrument has lots.
/// </summary>
public sealed record TicketDraft
{
    // Two hundred times the largest order the desk takes: what is typed above it is a slip, and no product with a lot overflows.
    private const decimal MostTyped = 1_000_000_000;

    public required InstrumentLabel Instrument { get; init; }

    public Side Side { get; init; } = Side.Buy;

    public Product Product { get; init; }

    public OrderType Type { get; init; } = OrderType.Market;

    public Validity Validity { get; init; } = Validity.Day;

    public string Quantity { get; init; } = "1";

    public string Price { get; init; } = "";

    public string Trigger { get; init; } = "";

    public string Stop { get; init; } = "";

    public string Target { get; init; } = "";

    public string Trail { get; init; } = "";

    /// <summary>
    /// An empty ticket: one lot or share at the market, in the product that nothing squares off; who wants a day's position says so.
    /// </summary>
    public static TicketDraft For(InstrumentLabel instrument, Side side = Side.Buy) =>
        new() { Instrument = instrument, Side = side, Product = Tradable.Products(instrument)[0] };

    public bool HasPrice => Type is OrderType.Limit or OrderType.StopLimit;

    public bool HasTrigger => Type is OrderType.StopLimit or OrderType.StopMarket;

    public bool IsInLots => Tradable.IsDerivative(Instrument);

    public string QuantityName => IsInLots ? "Lots" : "Shares";

    /// <summary>The units that the typed quantity means, null while it means none.</summary>
    public long? Units => TypedQuantity.Value is { } typed and > 0 and <= MostTyped ? (long)typed * (IsInLots ? Instrument.Lot : 1) : null;

    /// <summary>The order it is, null while a text cannot be read; the texts' own problems come first.</summary>
    public (PlaceOrder? Order, IReadOnlyList<OrderProblem> Problems) Read()
    {
        var problems = new List<OrderProblem>();
        var order = new PlaceOrder(Instrument.Key, Side, Product, Type, new Quantity(ReadUnits(problems)))
        {
            Validity = Validity,
            Price = HasPrice ? ReadPrice("price", "Price", Price, problems) : default,
            Trigger = HasTrigger ? ReadPrice("trigger", "Trigger", Trigger, problems) : default,
            Stop = ReadOptional("stop", "Stop", Stop, problems),
            Target = ReadOptional("target", "Target", Target, problems),
            Trail = ReadOptional("trail", "Trail", Trail, problems),
        };
        return (problems.Count == 0 ? order : null, problems);
    }

    /// <summary>The order in words: `Buy 65 (1 lot) NIFTY FUT at market, MIS`.</summary>
    public string InWords()
    {
        var at = Type switch
        {
            OrderType.Market => "at market",
            OrderType.Limit => $"limit ₹{Written(Price)}",
            OrderType.StopLimit => $"SL, trigger ₹{Written(Trigger)}, limit ₹{Written(Price)}",
            _ => $"SL-M, trigger ₹{Written(Trigger)}",
        };
        var units = Tradable.Units(Units ?? 0, Instrument);
        var bracket = string.Concat(Part("stop", Stop), Part("target", Target), Part("trail", Trail));
        return $"{Side} {units} {Labels.ShortName(Instrument)} {at}, {OrderWords.Of(Product)}{OrderWords.Beyond(Validity)}{bracket}";
    }

    private string Part(string name, string text) => text.Trim().Length == 0 ? "" : $", {name} ₹{Written(text)}";

    private string Written(string text) => IndianNumbers.Plain(TypedNumber.Read(text, "", 4).Value, Labels.Places(Instrument));

    private TypedNumber TypedQuantity => TypedNumber.Read(Quantity, QuantityName, 0);

    private long ReadUnits(List<OrderProblem> problems)
    {
        if (TypedQuantity.Problem is { } problem) problems.Add(new OrderProblem("quantity", "not-a-number", problem));
        else if (Units is null)
            problems.Add(new OrderProblem("quantity", "not-allowed", TypedQuantity.Value == 0
                ? $"{QuantityName} must be at least 1." : $"{QuantityName}: that is more than any order may be."));
        return Units ?? 0;
    }

    private static Price ReadOptional(string field, string name, string text, List<OrderProblem> problems) =>
        text.Trim().Length == 0 ? default : ReadPrice(field, name, text, problems);

    private static Price ReadPrice(string field, string name, string text, List<OrderProblem> problems)
    {
        var typed = TypedNumber.Read(text, name, 4);
        var problem = typed switch
        {
            { Problem: { } said } => said,
            { Value: 0 } => $"{name} must be above 0.",
            { Value: { } value } when value > Engine.Primitives.Price.Max.Rupees => $"{name} is above every price there is.",
            _ => null,
        };
        if (problem is null) return Engine.Primitives.Price.FromRupees(typed.Value!.Value);
        problems.Add(new OrderProblem(field, "not-a-price", problem));
        return default;
    }
}
