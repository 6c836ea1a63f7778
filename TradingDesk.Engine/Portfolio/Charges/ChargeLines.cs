using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>A note's lines as they are charged; the total is their sum and nothing else.</summary>
internal readonly record struct ChargeLines(
    Money Brokerage, Money Stt, Money Transaction, Money Ipft, Money Sebi, Money Stamp, Money Gst, Money Dp)
{
    public Money Total => Brokerage + Stt + Transaction + Ipft + Sebi + Stamp + Gst + Dp;

    public Money this[ChargeLine line] => line switch
    {
        ChargeLine.Brokerage => Brokerage,
        ChargeLine.Stt => Stt,
        ChargeLine.Transaction => Transaction,
        ChargeLine.Ipft => Ipft,
        ChargeLine.Sebi => Sebi,
        ChargeLine.Stamp => Stamp,
        ChargeLine.Gst => Gst,
        ChargeLine.Dp => Dp,
    };

    public static ChargeLines operator +(in ChargeLines left, in ChargeLines right) => new(
        left.Brokerage + right.Brokerage,
        left.Stt + right.Stt,
        left.Transaction + right.Transaction,
        left.Ipft + right.Ipft,
        left.Sebi + right.Sebi,
        left.Stamp + right.Stamp,
        left.Gst + right.Gst,
        left.Dp + right.Dp);
}
