using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>
/// All trades of one account, day, exchange and segment with what they cost. Lines are taken of the note's totals and rounded once, so
/// they do not depend on how orders were filled.
/// </summary>
internal sealed class ChargeNote(ChargeSchedule schedule)
{
    private static readonly ChargeKind[] _taken =
    [
        ChargeKind.SttBuy, ChargeKind.SttSell, ChargeKind.SttExercise, ChargeKind.Transaction, ChargeKind.Ipft, ChargeKind.Sebi,
        ChargeKind.Stamp,
    ];

    private readonly Dictionary<OrderId, OrderTotals> _orders = [];
    private readonly Dictionary<InstrumentId, ScripDay> _scrips = [];
    private OrderTotals _delivered;
    private OrderTotals _other;
    private ChargeBases _bases;
    private ChargeLines? _lines = new ChargeLines();

    public ChargeSchedule Schedule { get; } = schedule;

    /// <summary>Counted again only after something was added.</summary>
    public ChargeLines Lines => _lines ??= Count();

    /// <summary>Adds a fill; fills of one order add up to its value, of which its brokerage is taken.</summary>
    public void Add(OrderId order, InstrumentId scrip, Side side, Product product, Quantity quantity, Price price)
    {
        if (order.IsNone) throw new ArgumentException("A fill belongs to an order; what expires is no fill.", nameof(order));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity.Units);
        ArgumentOutOfRangeException.ThrowIfNegative(price.Scaled);
        AddToOrder(order, price * quantity, product == Product.Cnc);
        if (Schedule.Segment == ChargeSegment.Equity) AddToScrip(scrip, side, product, quantity, price);
        else AddContract(side, price * quantity);
        _lines = null;
    }

    /// <summary>Adds bought options that were exercised: no order and no turnover, a tax of what they were worth.</summary>
    public void AddExercise(Money intrinsic)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(intrinsic.Scaled);
        if (Schedule.Segment != ChargeSegment.Options) throw new InvalidOperationException("Only options are exercised.");
        _bases += new ChargeBases { Intrinsic = intrinsic };
        _lines = null;
    }

    /// <summary>Begins anew under the same rates.</summary>
    public void Clear()
    {
        _orders.Clear();
        _scrips.Clear();
        (_delivered, _other, _bases, _lines) = (default, default, default, new ChargeLines());
    }

    /// <summary>What the lines are made of, rate by rate, in the order of the lines; what was taken of nothing is left out.</summary>
    public IReadOnlyList<ChargePart> Parts()
    {
        var parts = new List<ChargePart>();
        AddBrokerage(parts, _delivered, isDelivered: true);
        AddBrokerage(parts, _other, isDelivered: false);
        foreach (var kind in _taken)
        {
            AddTaken(parts, kind, isDelivered: true);
            AddTaken(parts, kind, isDelivered: false);
        }

        var taxed = GstBase(Lines);
        if (taxed.Scaled > 0 && Schedule.Find(ChargeKind.Gst, false) is { } gst)
            parts.Add(new ChargePart(ChargeLine.Gst, [gst], false, taxed, 0, taxed.Rupees * gst.Factor));
        if (_bases.ScripsOut > 0 && Schedule.Find(ChargeKind.Dp, true) is { } dp)
            parts.Add(new ChargePart(ChargeLine.Dp, [dp], true, default, _bases.ScripsOut, _bases.ScripsOut * dp.Factor));
        return parts;
    }

    private void AddToOrder(OrderId order, Money value, bool isDelivered)
    {
        ref var totals = ref CollectionsMarshal.GetValueRefOrAddDefault(_orders, order, out _);
        var after = new OrderTotals(1, totals.Value + value, Schedule.Brokerage(totals.Value + value, isDelivered));
        if (isDelivered) _delivered = _delivered.With(totals, after);
        else _other = _other.With(totals, after);
        totals = after;
    }

    private void AddToScrip(InstrumentId scrip, Side side, Product product, Quantity quantity, Price price)
    {
        ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_scrips, scrip, out _);
        var after = day.With(side, product, quantity, price);
        _bases = _bases - day.Bases + after.Bases;
        day = after;
    }

    private void AddContract(Side side, Money value) => _bases += new ChargeBases
    {
        Turnover = value,
        TaxedSold = side == Side.Sell ? value : default,
        StampedBought = side == Side.Buy ? value : default,
    };

    private ChargeLines Count()
    {
        var lines = new ChargeLines
        {
            Brokerage = ToPaise(_delivered.Brokerage + _other.Brokerage),
            Stt = ToRupees(Taken(ChargeKind.SttBuy) + Taken(ChargeKind.SttSell) + Taken(ChargeKind.SttExercise)),
            Transaction = ToPaise(Taken(ChargeKind.Transaction)),
            Ipft = ToPaise(Taken(ChargeKind.Ipft)),
            Sebi = ToPaise(Taken(ChargeKind.Sebi)),
            Stamp = ToRupees(Taken(ChargeKind.Stamp)),
            Dp = ToPaise(_bases.ScripsOut * Schedule.Factor(ChargeKind.Dp, isDelivered: true)),
        };
        return lines with { Gst = ToPaise(GstBase(lines).Rupees * Schedule.Factor(ChargeKind.Gst, isDelivered: false)) };
    }

    /// <summary>Services are taxed as they are charged, after their own rounding; taxes are not.</summary>
    private static Money GstBase(in ChargeLines lines) => lines.Brokerage + lines.Transaction + lines.Ipft + lines.Sebi + lines.Dp;

    private decimal Taken(ChargeKind kind) => Taken(kind, isDelivered: true) + Taken(kind, isDelivered: false);

    private decimal Taken(ChargeKind kind, bool isDelivered)
    {
        var taken = _bases.Of(kind, isDelivered);
        return taken.Scaled == 0 ? 0 : taken.Rupees * Schedule.Factor(kind, isDelivered);
    }

    private void AddTaken(List<ChargePart> parts, ChargeKind kind, bool isDelivered)
    {
        var taken = _bases.Of(kind, isDelivered);
        if (taken.Scaled == 0 || Schedule.Find(kind, isDelivered) is not { } rate) return;
        parts.Add(new ChargePart(ChargePart.LineOf(kind), [rate], isDelivered, taken, 0, Taken(kind, isDelivered)));
    }

    private void AddBrokerage(List<ChargePart> parts, in OrderTotals totals, bool isDelivered)
    {
        if (totals.Count == 0 || Schedule.Find(ChargeKind.BrokerageMost, isDelivered) is not { } most) return;
        var (share, least) = (Schedule.Find(ChargeKind.BrokerageShare, isDelivered), Schedule.Find(ChargeKind.BrokerageLeast, isDelivered));

        // Where every order pays the most, whatever is doubtful of the least changes nothing.
        if (totals.Brokerage == totals.Count * most.Factor) least = null;
        ChargeRate[] rates = [.. new[] { share, most, least }.OfType<ChargeRate>()];
        parts.Add(new ChargePart(ChargeLine.Brokerage, rates, isDelivered, totals.Value, totals.Count, totals.Brokerage));
    }

    private static Money ToPaise(decimal rupees) => Money.FromRupees(decimal.Round(rupees, 2, MidpointRounding.AwayFromZero));

    private static Money ToRupees(decimal rupees) => Money.FromRupees(decimal.Round(rupees, 0, MidpointRounding.AwayFromZero));
}
