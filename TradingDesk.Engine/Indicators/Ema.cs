using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>The exponential moving average as TA-Lib has it: seeded by the mean of its first N closes.</summary>
internal sealed class Ema(int period) : IIndicator
{
    private const int Value = 0;

    /// <summary>What the last value keeps of its weight; the newest close has the rest, 2 / (N + 1).</summary>
    private readonly double _keep = (period - 1.0) / (period + 1.0);

    public static IndicatorDescription Description { get; } = new(
        "EMA",
        "Exponential moving average",
        "An average that weighs recent closes more. It starts from the simple mean of its first period.",
        [new IndicatorParameter("period", "The span; the newest close weighs 2 / (period + 1).", 1, 5_000, 21, Whole: true)],
        ["value"],
        IndicatorPane.Overlay,
        parameters => new Ema((int)parameters[0]));

    public int WarmUp => period;

    public int Outputs => 1;

    public int Words => 1;

    public int LooksBack => 0;

    public void Update(in CandleValues candle, CloseRing closes, Span<double> words) =>
        words[Value] = Next(words[Value], candle.Close, closes.Candles);

    public void Peek(in CandleValues forming, CloseRing closes, ReadOnlySpan<double> words, Span<double> values) =>
        values[0] = Next(words[Value], forming.Close, closes.Candles);

    /// <summary>
    /// While it warms up the word holds the sum of the closes. Counted from the close, so that a price which stands still is given
    /// back exactly.
    /// </summary>
    private double Next(double value, double close, int candles)
    {
        if (candles >= period) return close + ((value - close) * _keep);
        var sum = value + close;
        return candles == period - 1 ? sum / period : sum;
    }
}
