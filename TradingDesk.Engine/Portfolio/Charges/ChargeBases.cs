using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>What the rates of a note are taken of.</summary>
internal readonly record struct ChargeBases
{
    /// <summary>Bought and sold at the prices traded.</summary>
    public Money Turnover { get; init; }

    /// <summary>Shares that come in, at the day's average price.</summary>
    public Money TaxedIn { get; init; }

    /// <summary>Shares that go out, at the day's average price.</summary>
    public Money TaxedOut { get; init; }

    /// <summary>Sold and not delivered: shares at the day's average price, contracts at the prices traded.</summary>
    public Money TaxedSold { get; init; }

    /// <summary>What exercised options were worth.</summary>
    public Money Intrinsic { get; init; }

    /// <summary>Bought for delivery, at the prices traded.</summary>
    public Money StampedIn { get; init; }

    /// <summary>Bought and not delivered, at the prices traded.</summary>
    public Money StampedBought { get; init; }

    /// <summary>Scrips of which more was sold than bought for delivery.</summary>
    public int ScripsOut { get; init; }

    /// <summary>What a rate in parts of a value is taken of.</summary>
    public Money Of(ChargeKind kind, bool isDelivered) => (kind, isDelivered) switch
    {
        (ChargeKind.Transaction or ChargeKind.Ipft or ChargeKind.Sebi, false) => Turnover,
        (ChargeKind.SttBuy, true) => TaxedIn,
        (ChargeKind.SttSell, true) => TaxedOut,
        (ChargeKind.SttSell, false) => TaxedSold,
        (ChargeKind.SttExercise, false) => Intrinsic,
        (ChargeKind.Stamp, true) => StampedIn,
        (ChargeKind.Stamp, false) => StampedBought,
        _ => default,
    };

    public static ChargeBases operator +(in ChargeBases left, in ChargeBases right) => new()
    {
        Turnover = left.Turnover + right.Turnover,
        TaxedIn = left.TaxedIn + right.TaxedIn,
        TaxedOut = left.TaxedOut + right.TaxedOut,
        TaxedSold = left.TaxedSold + right.TaxedSold,
        Intrinsic = left.Intrinsic + right.Intrinsic,
        StampedIn = left.StampedIn + right.StampedIn,
        StampedBought = left.StampedBought + right.StampedBought,
        ScripsOut = left.ScripsOut + right.ScripsOut,
    };

    public static ChargeBases operator -(in ChargeBases left, in ChargeBases right) => new()
    {
        Turnover = left.Turnover - right.Turnover,
        TaxedIn = left.TaxedIn - right.TaxedIn,
        TaxedOut = left.TaxedOut - right.TaxedOut,
        TaxedSold = left.TaxedSold - right.TaxedSold,
        Intrinsic = left.Intrinsic - right.Intrinsic,
        StampedIn = left.StampedIn - right.StampedIn,
        StampedBought = left.StampedBought - right.StampedBought,
        ScripsOut = left.ScripsOut - right.ScripsOut,
    };
}
