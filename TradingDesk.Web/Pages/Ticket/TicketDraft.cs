using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Fields;
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

    /// <summary>What the quantity's field takes: the engine has the last word on what is too much.</summary>
    public NumberRule QuantityRule => new(QuantityName, 0) { Least = 1, Most = MostTyped, Step = 1 };

    /// <summary>The units that the typed quantity means, null while it means none.</summary>
    public long? Units => TypedQuantity.Value is { } typed ? (long)typed * (IsInLots ? Instrument.Lot : 1) : null;

    /// <summary>What a price's field takes; that it stands on the tick is the engine's to say, like the order's other checks.</summary>
    public NumberRule PriceRule(string name) => new(name, 4)
    {
        Least = Instrument.Tick.Rupees,
        Most = Engine.Primitives.Price.Max.Rupees,
        Step = Instrument.Tick.Rupees,
        Unit = NumberUnit.Rupees,
    };

    public NumberRule OptionalRule(string name) => PriceRule(name) with { IsRequired = false };

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

    private string Written(string text) => IndianNumbers.Plain(PriceRule("").Read(text).Value, Labels.Places(Instrument));

    private TypedNumber TypedQuantity => QuantityRule.Read(Quantity);

    private long ReadUnits(List<OrderProblem> problems)
    {
        if (TypedQuantity.Problem is { } problem) problems.Add(new OrderProblem("quantity", "not-a-number", problem));
        return Units ?? 0;
    }

    private Price ReadOptional(string field, string name, string text, List<OrderProblem> problems) =>
        text.Trim().Length == 0 ? default : ReadPrice(field, name, text, problems);

    private Price ReadPrice(string field, string name, string text, List<OrderProblem> problems)
    {
        var typed = PriceRule(name).Read(text);
        if (typed.Value is { } rupees) return Engine.Primitives.Price.FromRupees(rupees);
        problems.Add(new OrderProblem(field, "not-a-price", typed.Problem!));
        return default;
    }
}
