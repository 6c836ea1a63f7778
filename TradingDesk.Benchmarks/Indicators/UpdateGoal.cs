using System.Diagnostics;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;

namespace TradingDesk.Benchmarks.Indicators;

/// <summary>
/// The goal `update`: eight indicators candle by candle, each value readable after every candle, against TA-Lib's C code over whole arrays
/// of the same candles; values equal once the seeds have died out.
/// </summary>
internal sealed class UpdateGoal
{
    private const string Id = "update";
    private const double Target = 2.5;
    private const string Specs = "SMA:20,EMA:21,RSI:14,MACD:12:26:9,BBANDS:20:2,ATR:14,ADX:14,WILLR:14";
    private const int Count = 20_000;
    private const int Seed = 13;

    /// <summary>Candles after which no seed is in any value any more.</summary>
    private const int Settled = 1_000;

    /// <summary>ADX gives two more columns, which TA-Lib computes by other functions.</summary>
    private static readonly int[] _columns = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13];

    private readonly IndicatorSet _set = new(new IndicatorList(IndicatorSpecs.Parse(Specs).Specs));
    private readonly CandleValues[] _candles = new CandleValues[Count];
    private readonly double[] _values;
    private readonly double[][] _theirs = [.. _columns.Select(_ => new double[Count])];
    private double[] _highs = [];
    private double[] _lows = [];
    private double[] _closes = [];
    private double _checksum;

    public UpdateGoal() => _values = new double[_set.Columns];

    public IEnumerable<GoalResult> Run()
    {
        if (Peers.Folder() is not { } peers) return [GoalResult.NotMeasured(Id, Target, atMost: true, "the peers' folder is missing")];
        using var talib = TaLib.TryLoad(peers, out var why);
        return [talib is null ? GoalResult.NotMeasured(Id, Target, atMost: true, why) : Measure(talib)];
    }

    private GoalResult Measure(TaLib talib)
    {
        Prepare();
        if (Difference(talib) is { } difference) return GoalResult.NotMeasured(Id, Target, atMost: true, difference);
        var times = Rounds.Compare(TimeSet, () => TimeTaLib(talib));
        return new GoalResult(
            Id, times.WorseRatio, Target, AtMost: true, $"{times.Describe(Count, "candle of eight")}; {Specs}; checksum {_checksum:R}");
    }

    private void Prepare()
    {
        var random = new Random(Seed);
        var close = 500.0;
        for (var i = 0; i < Count; i++) _candles[i] = Candles.After(ref close, random);
        _highs = [.. _candles.Select(candle => candle.High)];
        _lows = [.. _candles.Select(candle => candle.Low)];
        _closes = [.. _candles.Select(candle => candle.Close)];
    }

    private string? Difference(TaLib talib)
    {
        var begins = talib.Compute(_highs, _lows, _closes, _theirs);
        _set.Reset();
        for (var i = 0; i < Count; i++)
        {
            _set.Update(_candles[i]);
            if (i < Settled) continue;
            _set.Read(_values);
            for (var c = 0; c < _columns.Length; c++)
            {
                var (ours, theirs) = (_values[_columns[c]], _theirs[c][i - begins[c]]);
                if (!Same.Value(ours, theirs)) return $"candle {i}, {_set.List.Columns[_columns[c]]}: {ours:R} against {theirs:R}";
            }
        }

        return null;
    }

    private double TimeSet()
    {
        _set.Reset();
        var start = Stopwatch.GetTimestamp();
        foreach (ref readonly var candle in _candles.AsSpan())
        {
            _set.Update(candle);
            _set.Read(_values);
        }

        _checksum += _values[0] + _values[13];
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private double TimeTaLib(TaLib talib)
    {
        var start = Stopwatch.GetTimestamp();
        talib.Compute(_highs, _lows, _closes, _theirs);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        _checksum += _theirs[0][Settled] + _theirs[11][Settled];
        return elapsed;
    }
}
