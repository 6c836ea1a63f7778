using TradingDesk.Engine.Market;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>The textbook's averages over whole series, as naive twins are made of them; NaN where there is none yet.</summary>
internal static class Twin
{
    public static double[] Closes(IReadOnlyList<CandleValues> candles) => [.. candles.Select(candle => candle.Close)];

    /// <summary>The mean of the first values that are there, as many as the period; then each weighs so much.</summary>
    public static double[] Fading(IReadOnlyList<double> values, int period, double weight)
    {
        var first = values.TakeWhile(double.IsNaN).Count();
        var averages = Enumerable.Repeat(double.NaN, values.Count).ToArray();
        averages[first + period - 1] = values.Skip(first).Take(period).Average();
        for (var i = first + period; i < values.Count; i++) averages[i] = (weight * values[i]) + ((1 - weight) * averages[i - 1]);
        return averages;
    }

    public static double[] Exponential(IReadOnlyList<double> values, int period) => Fading(values, period, 2.0 / (period + 1));

    /// <summary>The newest value weighs the period, the oldest 1.</summary>
    public static double[] Weighted(IReadOnlyList<double> values, int period) =>
        [.. values.Select((_, at) => at < period - 1
            ? double.NaN
            : Enumerable.Range(1, period).Sum(weight => weight * values[at - period + weight]) / (period * (period + 1) / 2))];

    /// <summary>Wilder's true ranges; the first candle has none.</summary>
    public static double[] TrueRanges(IReadOnlyList<CandleValues> candles) =>
        [.. candles.Select((candle, i) => i == 0 ? double.NaN : TrueRange(candle, candles[i - 1].Close))];

    /// <summary>Columns beside one another: per candle one value of each.</summary>
    public static double[][] Rows(params IReadOnlyList<double>[] columns) =>
        [.. columns[0].Select((_, row) => columns.Select(column => column[row]).ToArray())];

    private static double TrueRange(CandleValues candle, double previous) => Enumerable.Max(
        [candle.High - candle.Low, Math.Abs(candle.High - previous), Math.Abs(candle.Low - previous)]);
}
