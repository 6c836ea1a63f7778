using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>
/// Puts running totals such as OBV on one chart at one height: each reading of history begins its total elsewhere, and so did the desk, so
/// what is drawn gives the height and what comes is moved to it by the candle that both know.
/// </summary>
internal sealed class RunningTotals
{
    private readonly int[] _columns;
    private readonly Dictionary<long, double?[]> _drawn = [];
    private double[]? _moves;

    public RunningTotals(CandleHistory history)
    {
        _columns = [.. Enumerable.Range(0, history.Columns.Count).Where(at => history.Columns[at].IsRunningTotal)];
        if (_columns.Length > 0) Remember(history);
    }

    /// <summary>The reading at the height of what is drawn; as it is when they share no candle.</summary>
    public CandleHistory Level(CandleHistory read)
    {
        if (_columns.Length == 0) return read;
        for (var at = 0; at < read.Candles.Count; at++)
        {
            if (!_drawn.TryGetValue(read.Candles[at].Start.UnixSeconds, out var drawn)) continue;
            var moves = Moves(read.Values[at], drawn);
            var level = read with { Values = [.. read.Values.Select(values => Moved(values, moves))] };
            Remember(level);
            return level;
        }

        return read;
    }

    /// <summary>
    /// The forming values at the height of what is drawn: the desk's own change since its last close, on the last drawn close. While the
    /// newest closed candle is not drawn yet, the height is the one known before.
    /// </summary>
    public RungReading Level(RungReading rung, long newestClosed, bool isNext)
    {
        if (_columns.Length == 0 || !_drawn.TryGetValue(newestClosed, out var drawn)) return rung;
        if (isNext || _moves is null) _moves = Moves(rung.Confirmed, drawn);
        return rung with { Peeked = Moved(rung.Peeked, _moves) };
    }

    private double[] Moves(IReadOnlyList<double?> values, double?[] drawn) =>
        [.. _columns.Select((column, at) => (drawn[at] - values[column]) ?? 0)];

    private double?[] Moved(IReadOnlyList<double?> values, double[] moves)
    {
        double?[] moved = [.. values];
        for (var at = 0; at < _columns.Length; at++) moved[_columns[at]] += moves[at];
        return moved;
    }

    private void Remember(CandleHistory level)
    {
        for (var at = 0; at < level.Candles.Count; at++)
            _drawn[level.Candles[at].Start.UnixSeconds] = [.. _columns.Select(column => level.Values[at][column])];
    }
}
