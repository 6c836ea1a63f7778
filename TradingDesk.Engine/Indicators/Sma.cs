using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>The simple moving average: the mean of the last N closes.</summary>
internal sealed class Sma(int period) : IIndicator
{
    private const int Value = 0;
    private const int Sum = 1;

    /// <summary>What rounding took from the sum: both together carry twice a double's digits, so nothing builds up.</summary>
    private const int Lost = 2;

    public static IndicatorDescription Description { get; } = new(
        "SMA",
        "Simple moving average",
        "The mean of the last closes. Smooth, and late by about half its period.",
        [new IndicatorParameter("period", "How many candles are averaged.", 1, 5_000, 20, Whole: true)],
        ["value"],
        IndicatorPane.Overlay,
        parameters => new Sma((int)parameters[0]));

    public int WarmUp => period;

    public int Outputs => 1;

    public int Words => 3;

    public int LooksBack => period;

    public void Update(in CandleValues candle, CloseRing closes, Span<double> words)
    {
        var oldest = closes.Back(period);
        words[Value] = Mean(words, oldest, candle.Close);
        var (less, lostBySubtracting) = ExactSum(words[Sum], -oldest);
        var (more, lostByAdding) = ExactSum(less, candle.Close);
        (words[Sum], words[Lost]) = ExactSum(more, words[Lost] + (lostBySubtracting + lostByAdding));
    }

    public void Peek(in CandleValues forming, CloseRing closes, ReadOnlySpan<double> words, Span<double> values) =>
        values[0] = Mean(words, closes.Back(period), forming.Close);

    /// <summary>The oldest goes first: of positive prices that leaves no more than one rounding of the result.</summary>
    private double Mean(ReadOnlySpan<double> words, double oldest, double close) =>
        (words[Sum] - oldest + close + words[Lost]) / period;

    /// <summary>Knuth's two-sum: the rounded sum and exactly what the rounding lost.</summary>
    private static (double Sum, double Lost) ExactSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }
}
