using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Components.Chart;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>The engine's candles and values as a chart's rows and columns.</summary>
internal static class ChartRows
{
    public static List<ChartRow> Of(CandleHistory history)
    {
        var rows = new List<ChartRow>(history.Candles.Count);
        for (var at = 0; at < history.Candles.Count; at++) rows.Add(Of(history.Candles[at], history.Values[at], forming: false));
        return rows;
    }

    public static ChartRow Of(CandleView forming, RungReading rung) => Of(forming, rung.Peeked, forming: true);

    public static ChartColumn[] Columns(IEnumerable<IndicatorColumn> columns) =>
        [.. columns.Select(Of)];

    private static ChartColumn Of(IndicatorColumn column) => new(column.Name, column.Spec, column.Output, column.Overlay)
    {
        Look = column.Look.ToString().ToLowerInvariant(),
        Guides = column.Guides,
        DrawnBack = column.DrawnBack,
        WarmUp = column.WarmUp,
    };

    private static ChartRow Of(CandleView candle, IReadOnlyList<double?> values, bool forming) => new(
        candle.Start.UnixSeconds,
        new ChartCandle(
            candle.Open.Rupees, candle.High.Rupees, candle.Low.Rupees, candle.Close.Rupees,
            candle.Volume, candle.Ticks, candle.Quality, forming),
        values);
}
