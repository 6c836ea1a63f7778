using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Simulation;

/// <summary>
/// What must hold of every run, whatever was delivered: it knows the inputs and the rules, and reads the facts and counters as anybody can.
/// </summary>
internal sealed class FaultyRunOracle
{
    private readonly FaultyRun _run;
    private readonly NaiveSeconds[] _twins;

    public FaultyRunOracle(FaultyRun run)
    {
        _run = run;
        _twins = [.. Enumerable.Range(0, FaultyRun.Instruments).Select(_ => Twin())];
        foreach (var input in run.Inputs)
        {
            if (input.Kind == InputKind.Tick) _twins[input.Instrument.Index].Take(input.Tick, input.At);
        }
    }

    public void Judge()
    {
        HoldOrder();
        for (var index = 0; index < _twins.Length; index++) HoldCandles(new InstrumentId(index), _twins[index]);
        HoldCounters();
        Assert.True(FaultyRun.HashOf(_run.Desk) == FaultyRun.HashOf(_run.Rerun()), $"{_run.Name}: a re-run says something else");
    }

    /// <summary>Inputs never go back in time; candles are told once each, ascending, possible, and inside their session.</summary>
    private void HoldOrder()
    {
        Assert.True(_run.Inputs.Zip(_run.Inputs.Skip(1), (one, next) => one.At <= next.At).All(inOrder => inOrder), _run.Name);
        var told = new Dictionary<(InstrumentId, int), Instant>();
        foreach (var fact in _run.Desk.Of(FactKind.CandleClosed))
        {
            var candle = fact.Candle;
            var where = $"{_run.Name}: {fact.Instrument} {candle.Seconds} s {candle.Start}";
            Assert.True(!told.TryGetValue((fact.Instrument, candle.Seconds), out var last) || candle.Start > last, where);
            told[(fact.Instrument, candle.Seconds)] = candle.Start;
            Assert.True(candle.Low <= candle.Open && candle.Low <= candle.Close && candle.Low.Scaled > 0, where);
            Assert.True(candle.High >= candle.Open && candle.High >= candle.Close && candle.High <= Price.Max, where);
            Assert.True(candle is { Ticks: > 0, Volume: >= 0 }, where);
            Assert.True(candle.Start >= TestPlans.Open && candle.End <= TestPlans.Close, where);
        }
    }

    private void HoldCandles(InstrumentId id, NaiveSeconds twin)
    {
        var seconds = twin.Closed(by: new Instant(long.MaxValue));
        HoldSame(id, 1, seconds);
        foreach (var timeframe in FaultyRun.Timeframes)
            HoldSame(id, timeframe, NaiveLadder.Merge(seconds, _run.Plan.Calendar, new Timeframe(timeframe)));
        _run.Desk.Board.Read(id, out var quote, out _, out _);
        Assert.True(twin.Quote == quote, $"{_run.Name}: {id} shows {quote}, the newest tick believed is {twin.Quote}");
    }

    private void HoldSame(InstrumentId id, int timeframe, List<Candle> expected)
    {
        var told = _run.Desk.Candles(id, timeframe);
        for (var place = 0; place < Math.Max(told.Count, expected.Count); place++)
        {
            var twin = place < expected.Count ? expected[place].ToText() : "none";
            var own = place < told.Count ? told[place].ToText() : "none";
            Assert.True(twin == own, $"{_run.Name}: {id} {timeframe} s candle {place}\ntwin {twin}\ndesk {own}");
        }
    }

    /// <summary>Every tick is believed or counted under the one reason that the rules give.</summary>
    private void HoldCounters()
    {
        var counters = _run.Desk.Board.ReadCounters();
        var faults = counters.Faults;
        var delivered = _run.Inputs.Count(input => input.Kind == InputKind.Tick);
        var refused = faults.Late + faults.Duplicate + faults.NonPositive + faults.OutsideSession + counters.Ahead;
        Assert.Equal((delivered, _run.Name), (counters.Ticks + refused, _run.Name));
        Assert.Equal(
            (Sum(twin => twin.Believed), Sum(twin => twin.Late), Sum(twin => twin.Duplicate), Sum(twin => twin.NonPositive), _run.Name),
            (counters.Ticks, faults.Late, faults.Duplicate, faults.NonPositive, _run.Name));
        Assert.Equal(
            (Sum(twin => twin.OutsideSession), Sum(twin => twin.StepsBack), Sum(twin => twin.Ahead), _run.Name),
            (faults.OutsideSession, faults.VolumeStepsBack, counters.Ahead, _run.Name));
    }

    private long Sum(Func<NaiveSeconds, int> count) => _twins.Sum(count);

    private NaiveSeconds Twin() => new(_run.Plan.Calendar, _run.Plan.ClosingLagMilliseconds);
}
