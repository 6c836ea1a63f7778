using System.Diagnostics;
using TradingDesk.Benchmarks.Reference;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks;

/// <summary>
/// The same ticks through a desk without threads and through the reference loop: proof that they say the same, then timing.
/// </summary>
internal sealed class ReplayRun(RecordedTick[] ticks, int instruments)
{
    public static DeskPlan PlanFor(int instruments) => RecordedTicks.Plan(instruments, ReplayReference.Timeframes, TenIndicators.Specs);

    public long Facts { get; private set; }

    /// <summary>Consumed results, so that no work can be left out.</summary>
    public long Checksum { get; private set; }

    /// <summary>A sentence on the first thing the desk says otherwise than the reference, or null.</summary>
    public string? Difference()
    {
        var desk = new DirectDesk(PlanFor(instruments));
        var reference = new ReplayReference(instruments, RecordedTicks.Open);
        for (var i = 0; i < ticks.Length; i++)
        {
            desk.Process(ticks[i].ToInput());
            reference.Add(ticks[i]);
            if (FactDifference(desk, reference) is { } difference) return $"tick {i}: {difference}";
        }

        return LevelDifference(desk, reference);
    }

    public double TimeDesk()
    {
        var desk = new DirectDesk(PlanFor(instruments));
        Facts = 0;
        var start = Stopwatch.GetTimestamp();
        foreach (ref readonly var tick in ticks.AsSpan())
        {
            desk.Process(tick.ToInput());
            while (desk.TryRead(out var fact))
            {
                Facts++;
                Checksum ^= fact.Kind == FactKind.CandleClosed
                    ? fact.Candle.Close.Scaled
                    : BitConverter.DoubleToInt64Bits(fact.Readings.Values[0]);
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    public double TimeReference()
    {
        var reference = new ReplayReference(instruments, RecordedTicks.Open);
        var start = Stopwatch.GetTimestamp();
        foreach (ref readonly var tick in ticks.AsSpan())
        {
            reference.Add(tick);
            foreach (ref readonly var closed in reference.Said)
                Checksum ^= closed.Candle.Close.Scaled ^ BitConverter.DoubleToInt64Bits(closed.Values[0]);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static string? FactDifference(DirectDesk desk, ReplayReference reference)
    {
        foreach (ref readonly var closed in reference.Said)
        {
            if (!desk.TryRead(out var fact)) return "the desk says less";
            var isCandle = fact.Kind == FactKind.CandleClosed && fact.Instrument.Index == closed.Instrument;
            if (!isCandle || !Same.Candle(fact.Candle, closed.Candle))
                return $"{fact.Kind} where the reference closes {closed.Candle.Seconds} s of instrument {closed.Instrument}";
            if (closed.Candle.Seconds > 1 && ReadingDifference(desk, closed.Values) is { } difference) return difference;
        }

        return desk.TryRead(out var more) ? $"the desk says more: {more.Kind}" : null;
    }

    private static string? ReadingDifference(DirectDesk desk, ReadOnlySpan<double> expected)
    {
        while (expected.Length > 0)
        {
            if (!desk.TryRead(out var fact) || fact.Kind != FactKind.IndicatorsRead) return "the desk says no values";
            for (var i = 0; i < fact.Readings.Count; i++)
            {
                var value = (fact.Readings.Ready & (1 << i)) == 0 ? double.NaN : fact.Readings.Values[i];
                if (!Same.Value(value, expected[i])) return $"column {fact.Readings.First + i}: {value:R} against {expected[i]:R}";
            }

            expected = expected[fact.Readings.Count..];
        }

        return null;
    }

    private string? LevelDifference(DirectDesk desk, ReplayReference reference)
    {
        var values = new double[TenIndicators.Columns];
        for (var place = 0; place < instruments * ReplayReference.Rungs; place++)
        {
            var (instrument, rung) = (place / ReplayReference.Rungs, place % ReplayReference.Rungs);
            desk.Board.Rungs.Read(new InstrumentId(instrument), rung, out var level, values, []);
            var forming = level.Forming;
            var expected = reference.FormingOn(instrument, rung);
            if (forming.Ticks != expected.Ticks || (forming.Ticks > 0 && !Same.Candle(forming, expected)))
                return $"the forming candle of instrument {instrument}, rung {rung}";
            for (var i = 0; i < values.Length; i++)
            {
                var peeked = reference.PeekedOn(instrument, rung)[i];
                if (!Same.Value(values[i], peeked))
                    return $"instrument {instrument}, rung {rung}, peeked column {i}: {values[i]:R} against {peeked:R}";
            }
        }

        return null;
    }
}
