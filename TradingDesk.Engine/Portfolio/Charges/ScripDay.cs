using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>
/// One scrip's trades of a day. What is bought and sold for delivery on the same day never leaves the exchange's netting: it is taxed and
/// stamped as intraday, and only the rest is delivered.
/// </summary>
internal readonly record struct ScripDay
{
    private Money Value { get; init; }

    private long Units { get; init; }

    private long UnitsIn { get; init; }

    private long UnitsOut { get; init; }

    private Money ValueIn { get; init; }

    private long IntradaySold { get; init; }

    private Money IntradayBought { get; init; }

    public ScripDay With(Side side, Product product, Quantity quantity, Price price)
    {
        var (value, units) = (price * quantity, quantity.Units);
        var with = this with { Value = Value + value, Units = Units + units };
        return (side, product == Product.Cnc) switch
        {
            (Side.Buy, true) => with with { UnitsIn = UnitsIn + units, ValueIn = ValueIn + value },
            (Side.Buy, false) => with with { IntradayBought = IntradayBought + value },
            (_, true) => with with { UnitsOut = UnitsOut + units },
            (_, false) => with with { IntradaySold = IntradaySold + units },
        };
    }

    public ChargeBases Bases
    {
        get
        {
            var netted = Math.Min(UnitsIn, UnitsOut);
            var stampedIn = Part(ValueIn, UnitsIn - netted, UnitsIn);
            return new ChargeBases
            {
                Turnover = Value,
                TaxedIn = Part(Value, UnitsIn - netted, Units),
                TaxedOut = Part(Value, UnitsOut - netted, Units),
                TaxedSold = Part(Value, IntradaySold + netted, Units),
                StampedIn = stampedIn,
                StampedBought = IntradayBought + ValueIn - stampedIn,
                ScripsOut = UnitsOut > UnitsIn ? 1 : 0,
            };
        }
    }

    /// <summary>The worth of some of the units at the average price of all, half up in the last place that money has.</summary>
    private static Money Part(Money value, long units, long ofUnits) =>
        units == 0 ? default : new Money((long)((((Int128)value.Scaled * units * 2) + ofUnits) / ((Int128)ofUnits * 2)));
}
