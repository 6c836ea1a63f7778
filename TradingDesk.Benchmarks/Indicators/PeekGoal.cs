using System.Diagnostics;
using TradingDesk.Benchmarks.Reference;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;

namespace TradingDesk.Benchmarks.Indicators;

/// <summary>
/// The goal `peek`: ten indicators on four timeframes of fifty instruments against the reference loop, and SMA, EMA and RSI
/// against the npm package trading-signals, both after proof that the values are equal.
/// </summary>
internal sealed class PeekGoal
{
    private const int Series = 50 * 4;
    private const int Warm = 500;
    private const int Sweeps = 300;
    private const int Seed = 11;

    private readonly TenIndicators[] _reference = new TenIndicators[Series];
    private readonly IndicatorSet[] _sets = new IndicatorSet[Series];
    private readonly CandleValues[] _forming = new CandleValues[Series];
    private readonly double[] _values = new double[TenIndicators.Columns];
    private TenIndicators.Values _peeked;
    private double _checksum;

    public IEnumerable<GoalResult> Run()
    {
        yield return AgainstReference();
        yield return new PeekPeer().Measure();
    }

    private GoalResult AgainstReference()
    {
        const double Target = 2;
        Prepare();
        var difference = Difference();
        if (difference is not null) return GoalResult.NotMeasured("peek", Target, atMost: true, difference);
        var before = StateHash();
        var times = Rounds.Compare(TimeSets, TimeReference);
        if (StateHash() != before) return GoalResult.NotMeasured("peek", Target, atMost: true, "peeking changed the state");
        var detail = $"{times.Describe((double)Series * Sweeps, "ten peeks")}; checksum {_checksum:R}";
        return new GoalResult("peek", times.WorseRatio, Target, AtMost: true, detail);
    }

    private void Prepare()
    {
        var random = new Random(Seed);
        var list = new IndicatorList(IndicatorSpecs.Parse(TenIndicators.Specs).Specs);
        for (var s = 0; s < Series; s++)
        {
            _sets[s] = new IndicatorSet(list);
            var close = 100 + (1_000 * random.NextDouble());
            for (var i = 0; i <= Warm; i++)
            {
                var candle = Candles.After(ref close, random);
                _forming[s] = candle;
                if (i == Warm) break;
                _sets[s].Update(candle);
                _reference[s].Close(candle);
            }
        }
    }

    /// <summary>A sentence on the first value that is not the reference's to 1e-9, or null.</summary>
    private string? Difference()
    {
        var expected = new TenIndicators.Values();
        for (var s = 0; s < Series; s++)
        {
            _sets[s].Peek(_forming[s], _values);
            _reference[s].Peek(_forming[s], ref expected);
            for (var c = 0; c < TenIndicators.Columns; c++)
            {
                if (Same.Value(_values[c], expected[c])) continue;
                return $"series {s}, {_sets[s].List.Columns[c]}: {_values[c]:R} against {expected[c]:R}";
            }
        }

        return null;
    }

    private double TimeSets()
    {
        var start = Stopwatch.GetTimestamp();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var s = 0; s < _sets.Length; s++)
            {
                _sets[s].Peek(_forming[s], _values);
                _checksum += _values[0] + _values[11];
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private double TimeReference()
    {
        var start = Stopwatch.GetTimestamp();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var s = 0; s < _reference.Length; s++)
            {
                _reference[s].Peek(_forming[s], ref _peeked);
                _checksum += _peeked[0] + _peeked[11];
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private int StateHash()
    {
        var hash = new HashCode();
        var words = new long[_sets[0].StateWords];
        foreach (var set in _sets)
        {
            var writer = new StateWriter(words);
            set.Save(ref writer);
            foreach (var word in words) hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
