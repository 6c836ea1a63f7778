using TradingDesk.Cli.Files;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>Indicators computed over a file's candles, a row of values for each.</summary>
internal sealed class IndicatorRun
{
    private readonly IndicatorSet _set;
    private readonly double[] _values;
    private readonly RowWriter _output;
    private Instant _newest;

    /// <summary>The day's first candle: a file does not say when its session opened.</summary>
    private Instant _sessionOpen;

    public IndicatorRun(IndicatorList list, RowWriter output)
    {
        _set = new IndicatorSet(list);
        _values = new double[list.Columns.Count];
        _output = output;
        output.Cell("time");
        foreach (var column in list.Columns) output.Cell(column);
        output.EndRow();
    }

    /// <summary>Candles whose time is before that of a candle already taken.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>Candles of the same time as the one before.</summary>
    public long Duplicate { get; private set; }

    public int Taken => _set.Candles;

    public void Take(Instant time, ReadOnlySpan<char> timeText, in CandleValues candle)
    {
        if (Taken > 0 && time <= _newest)
        {
            if (time < _newest) OutOfOrder++;
            else Duplicate++;
            return;
        }

        if (Taken == 0 || time.IndiaDate != _newest.IndiaDate) _sessionOpen = time;
        _newest = time;
        _set.Update(candle with { Start = time.UnixSeconds, SessionOpen = _sessionOpen.UnixSeconds });
        _set.Read(_values);
        _output.Cell(timeText);
        foreach (var value in _values) _output.Cell(value);
        _output.EndRow();
    }
}
