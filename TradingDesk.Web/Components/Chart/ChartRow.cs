namespace TradingDesk.Web.Components.Chart;

/// <summary>One candle on its way to the browser, written as a bare array so that ten updates a second stay small.</summary>
public sealed class ChartRow(long startSeconds, ChartCandle candle, IReadOnlyList<double?> values)
{
    /// <summary>The candle's first second since 1970 UTC.</summary>
    public long StartSeconds { get; } = startSeconds;

    /// <summary>Start, open, high, low, close, volume, ticks, quality, 1 while forming; then the columns in order.</summary>
    public object?[] ToArray()
    {
        object?[] head =
        [
            StartSeconds, candle.Open, candle.High, candle.Low, candle.Close,
            candle.Volume, candle.Ticks, candle.Quality, candle.Forming ? 1 : 0,
        ];
        return [.. head, .. values];
    }
}
