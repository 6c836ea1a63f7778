using System.Diagnostics;
using System.Runtime.CompilerServices;
using TradingDesk.Benchmarks.Reference;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks;

/// <summary>A warm desk of so many instruments that is fed the same span of ticks again and again, each time later.</summary>
internal sealed class ScaleDesk
{
    /// <summary>Enough minutes that the slowest indicator is ready on the longest timeframe.</summary>
    private const int WarmMinutes = 52 * 15;

    private readonly DirectDesk _desk;
    private readonly RecordedTick[] _ticks;
    private readonly long _spanNanos;
    private long _laterNanos;

    public ScaleDesk(int instruments, int ticksPerSecond, int ticks)
        : this(RecordedTicks.Plan(instruments, ReplayReference.Timeframes, TenIndicators.Specs), ticksPerSecond, ticks)
    {
    }

    public ScaleDesk(DeskPlan plan, int ticksPerSecond, int ticks)
    {
        _desk = new DirectDesk(plan);
        _ticks = RecordedTicks.Make(ticks, plan.Instruments.Count, ticksPerSecond);
        _spanNanos = _ticks[^1].Time.Second.PlusSeconds(1) - RecordedTicks.Open;
        Warm();
    }

    /// <summary>What the ticks occupy, which are no part of a desk.</summary>
    public long BytesOfTicks => (long)_ticks.Length * Unsafe.SizeOf<RecordedTick>();

    public long Checksum { get; private set; }

    public double TimeRound()
    {
        var start = Stopwatch.GetTimestamp();
        foreach (ref readonly var tick in _ticks.AsSpan())
        {
            var later = tick with { Time = new Instant(tick.Time.Nanos + _laterNanos) };
            _desk.Process(later.ToInput());
            Drain();
        }

        _laterNanos += _spanNanos;
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private void Warm()
    {
        var from = RecordedTicks.Open.PlusSeconds(-60 * WarmMinutes);
        var past = new StoredPast(_desk.Plan.Calendar, (instrument, piece, _, _) => piece == Timeframe.Minute
            ? Enumerable.Range(0, WarmMinutes).Select(minute => MinuteAt(from.PlusSeconds(60 * minute), minute + instrument.Id.Index))
            : []);
        var lists = IndicatorLists.Parse(_desk.Plan.Indicators, _desk.Plan.Instruments, out _)!;
        foreach (var instrument in _desk.Plan.Instruments.All)
        {
            var warm = past.AtStart(instrument, _desk.Plan.Timeframes, lists, null, RecordedTicks.Open);
            _desk.Process(DeskInput.Warm(RecordedTicks.Open, instrument.Id, warm));
        }

        _desk.Process(DeskInput.HistoryEnd(RecordedTicks.Open));
        Drain();
    }

    private static Candle MinuteAt(Instant start, int step)
    {
        var price = Price.FromPaise(100_000 + (step % 97));
        return new Candle { Start = start, Open = price, High = price, Low = price, Close = price, Seconds = 60, Ticks = 1, Volume = 1 };
    }

    private void Drain()
    {
        while (_desk.TryRead(out var fact)) Checksum ^= fact.Candle.Close.Scaled;
    }
}
