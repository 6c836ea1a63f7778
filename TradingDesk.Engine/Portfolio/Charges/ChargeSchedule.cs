using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>The rates of one day, exchange, segment and broker.</summary>
internal sealed class ChargeSchedule
{
    private static readonly int _kinds = Enum.GetValues<ChargeKind>().Length;

    private readonly ChargeRate?[] _rates = new ChargeRate?[2 * _kinds];
    private readonly decimal[] _factors = new decimal[2 * _kinds];

    public ChargeSchedule(DateOnly date, Exchange exchange, ChargeSegment segment, string broker, IReadOnlyList<ChargeRate> rates)
    {
        (Date, Exchange, Segment, Broker) = (date, exchange, segment, broker);
        foreach (var rate in rates)
        {
            foreach (var isDelivered in new[] { false, true })
            {
                if (rate.Product is { } product && product == Product.Cnc != isDelivered) continue;
                _rates[Place(rate.Kind, isDelivered)] = rate;
                _factors[Place(rate.Kind, isDelivered)] = rate.Factor;
            }
        }
    }

    public DateOnly Date { get; }

    public Exchange Exchange { get; }

    public ChargeSegment Segment { get; }

    public string Broker { get; }

    /// <summary>The rate of shares delivered or of everything else; null where there is none, which charges nothing.</summary>
    public ChargeRate? Find(ChargeKind kind, bool isDelivered) => _rates[Place(kind, isDelivered)];

    /// <summary>What one rupee, one order or one scrip costs, in rupees.</summary>
    public decimal Factor(ChargeKind kind, bool isDelivered) => _factors[Place(kind, isDelivered)];

    /// <summary>One order's brokerage in rupees, not rounded: its share, within the least and the most of an order.</summary>
    public decimal Brokerage(Money value, bool isDelivered)
    {
        var most = Factor(ChargeKind.BrokerageMost, isDelivered);
        if (Find(ChargeKind.BrokerageShare, isDelivered) is null) return most;
        var share = value.Rupees * Factor(ChargeKind.BrokerageShare, isDelivered);
        return Math.Min(Math.Max(share, Factor(ChargeKind.BrokerageLeast, isDelivered)), most);
    }

    private static int Place(ChargeKind kind, bool isDelivered) => (isDelivered ? _kinds : 0) + (int)kind;
}
