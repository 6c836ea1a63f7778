using System.Globalization;
using TradingDesk.Cli.Files;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Exporting;

/// <summary>Writes candles or their indicators as rows of a file, labelled by their start or their end.</summary>
internal sealed class ExportRows(RowWriter file, ExportSeries series, bool labelsEnd)
{
    private const int SettlingCandlesLeast = 1_000;

    private static readonly string[] _columns = ["time", "open", "high", "low", "close", "volume", "ticks"];

    /// <summary>Candles written.</summary>
    public long Count { get; private set; }

    /// <summary>In the desk's own form, which `import` reads back.</summary>
    public void WriteOwn(IEnumerable<Candle> candles)
    {
        WriteHeader(_columns);
        foreach (var candle in candles)
        {
            file.Cell(TimeOf(candle));
            WritePrices(candle);
            file.Cell(candle.Ticks);
            End();
        }
    }

    /// <summary>In the form of vendors: symbol,yyyymmdd,HH:MM,open,high,low,close,volume, and 0 for the open interest the desk does not
    /// keep.</summary>
    public void WriteVendor(string symbol, Timeframe timeframe, IEnumerable<Candle> candles)
    {
        var clock = timeframe < Timeframe.Minute ? "HH:mm:ss" : "HH:mm";
        foreach (var candle in candles)
        {
            var label = LabelOf(candle).ToIndia();
            file.Cell(symbol);
            file.Cell(label.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            file.Cell(label.ToString(clock, CultureInfo.InvariantCulture));
            WritePrices(candle);
            file.Cell(0L);
            End();
        }
    }

    /// <summary>The indicators of a list at the close of each candle from that day on, settled on the candles before it.</summary>
    public void WriteIndicators(IndicatorList list, DateOnly from, DateOnly to)
    {
        WriteHeader(["time", .. list.Columns]);
        var set = new IndicatorSet(list);
        foreach (var candle in series.Before(from, Math.Max(SettlingCandlesLeast, 10 * list.WarmUp)))
            set.Update(candle.ToValues(series.SessionOpen(candle)));
        var values = new double[list.Columns.Count];
        foreach (var candle in series.Between(from, to))
        {
            set.Update(candle.ToValues(series.SessionOpen(candle)));
            set.Read(values);
            file.Cell(TimeOf(candle));
            foreach (var value in values) file.Cell(value);
            End();
        }
    }

    private void WriteHeader(IEnumerable<string> columns)
    {
        foreach (var column in columns) file.Cell(column);
        file.EndRow();
    }

    private void WritePrices(in Candle candle)
    {
        file.Cell(candle.Open);
        file.Cell(candle.High);
        file.Cell(candle.Low);
        file.Cell(candle.Close);
        file.Cell(candle.Volume);
    }

    private Instant LabelOf(in Candle candle) => labelsEnd ? series.EndOf(candle) : candle.Start;

    private string TimeOf(in Candle candle) => LabelOf(candle).ToIndia().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private void End()
    {
        file.EndRow();
        Count++;
    }
}
