using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>
/// A run's strategy at work: all that no fact keeps of it. It grows from candles alone, first stored ones, then those that close, so that a
/// start finds the same again.
/// </summary>
internal sealed class LiveRun
{
    /// <summary>Candles that may close while the history is read: more than a day of minutes.</summary>
    private const int WaitingMost = 2_048;

    private readonly IStrategy _strategy;
    private readonly IndicatorSet _set;
    private readonly double[] _values;
    private readonly Queue<(Candle Candle, CandleValues Values)> _waiting = [];
    private Instant _newest;
    private long _minute;
    private int _signals;

    public LiveRun(RunId run, RunSpec spec, int version, int request)
    {
        (Run, Spec, Version, Request) = (run, spec, version, request);
        _strategy = spec.Strategy.Create(spec.Settings);
        _set = new IndicatorSet(new IndicatorList(IndicatorSpecs.Parse(spec.Indicators).Specs));
        _values = new double[_set.Columns];
        (Needed, History, Looks) = (spec.Needed, spec.History, _strategy is IFormingStrategy);
    }

    public RunId Run { get; }

    public RunSpec Spec { get; }

    public int Version { get; }

    /// <summary>The request for its history.</summary>
    public int Request { get; }

    /// <summary>Candles it must have taken in before it may wish.</summary>
    public int Needed { get; }

    /// <summary>Candles it wants from the store.</summary>
    public int History { get; }

    public int Taken { get; private set; }

    /// <summary>Whether all history there is has been given.</summary>
    public bool IsHistoryIn { get; private set; }

    public bool IsWarm => IsHistoryIn && Taken >= Needed;

    /// <summary>Candles without a hole since the last one that had one, or since its first.</summary>
    public int Clean { get; private set; }

    /// <summary>Whether it has yet to see the first candle after its history: only then it is known whether one is missing.</summary>
    public bool IsJoining { get; private set; }

    /// <summary>When it looks at the forming candle next.</summary>
    public Instant LookAt { get; set; }

    /// <summary>Whether it wants to see candles that form.</summary>
    public bool Looks { get; }

    public StrategyDesk Pad { get; } = new();

    /// <summary>The candle whose decision the pad holds.</summary>
    public Candle Last { get; private set; }

    /// <summary>Takes in a closed candle, or keeps it until the history is in.</summary>
    public void Take(in Candle candle, in CandleValues values, in StrategyBook book)
    {
        if (IsHistoryIn)
        {
            Decide(candle, values, book);
            return;
        }

        if (_waiting.Count == WaitingMost) _waiting.Dequeue();
        _waiting.Enqueue((candle, values));
    }

    /// <summary>Takes in a stored candle; whatever it makes the strategy wish is past.</summary>
    public void Recall(in Candle candle, in CandleValues values) => Decide(candle, values, default);

    /// <summary>The history is in: what closed meanwhile comes after it.</summary>
    public void EndHistory()
    {
        (IsHistoryIn, IsJoining) = (true, true);
        while (_waiting.TryDequeue(out var next)) Decide(next.Candle, next.Values, default);
    }

    /// <summary>Something is missing before the next candle.</summary>
    public void LoseTrack() => Clean = 0;

    /// <summary>Shows the forming candle to a strategy that asks for it.</summary>
    public void Look(in Candle forming, in CandleValues values, in StrategyBook book)
    {
        _set.Peek(values, _values);
        Pad.Begin(book);
        Last = forming;
        ((IFormingStrategy)_strategy).Form(new StrategyCandle(values, forming.Quality, _values), Pad);
    }

    /// <summary>What it would wish if the candle closed now; nothing of it stays.</summary>
    public void Evaluate(in Candle forming, in CandleValues values, in StrategyBook book, StrategyDesk pad)
    {
        _set.Peek(values, _values);
        pad.Begin(book);
        _strategy.Copy().Close(new StrategyCandle(values, forming.Quality, _values), pad);
    }

    /// <summary>Counts a signal and gives how many there were in its minute.</summary>
    public int CountSignal(Instant at)
    {
        var minute = at.UnixSeconds / 60;
        _signals = minute == _minute ? _signals + 1 : 1;
        _minute = minute;
        return _signals;
    }

    private void Decide(in Candle candle, in CandleValues values, in StrategyBook book)
    {
        if (candle.Start <= _newest && Taken > 0)
        {
            Pad.Begin(book);
            return;
        }

        _set.Update(values);
        _set.Read(_values);
        Last = candle;
        // Between the last stored candle and the first that the desk closed itself it may have been away.
        var isNext = candle.Start <= _newest.PlusSeconds(candle.Seconds) || values.Start == values.SessionOpen;
        if (IsJoining && !isNext) LoseTrack();
        (_newest, IsJoining) = (candle.Start, false);
        Taken++;
        if ((candle.Quality & (CandleQuality.Gap | CandleQuality.Partial)) != 0) LoseTrack();
        else Clean++;
        Pad.Begin(book);
        _strategy.Close(new StrategyCandle(values, candle.Quality, _values), Pad);
    }
}
