using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>
/// A candle's body and shadows as patterns compare them: whole numbers of a price's smallest step, so that a share of a range which prices
/// meet exactly is met at every height of the market.
/// </summary>
internal readonly struct CandleParts(in CandleValues candle)
{
    /// <summary>Percent of the range: such a body decided something, the shadows are the smaller part.</summary>
    private const double LongBody = 60;

    public double Open { get; } = Math.Round(candle.Open * Price.Scale);

    public double High { get; } = Math.Round(candle.High * Price.Scale);

    public double Low { get; } = Math.Round(candle.Low * Price.Scale);

    public double Close { get; } = Math.Round(candle.Close * Price.Scale);

    public double Range => High - Low;

    public double Body => Math.Abs(Close - Open);

    public double BodyTop => Math.Max(Open, Close);

    public double BodyBottom => Math.Min(Open, Close);

    /// <summary>A half is exact in a double.</summary>
    public double BodyMiddle => (Open + Close) / 2;

    public double UpperShadow => High - BodyTop;

    public double LowerShadow => BodyBottom - Low;

    public bool Rises => Close > Open;

    public bool Falls => Close < Open;

    public bool IsLong => Range > 0 && 100 * Body >= LongBody * Range;
}
