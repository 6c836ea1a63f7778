using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Indicators;

/// <summary>
/// Indicator sets that warm up beside those in force. Candles that close before a set is warm wait for it, so that none is lost between
/// stored history and the desk's own candles.
/// </summary>
internal sealed class WarmingSets
{
    private readonly SessionClocks _sessions;
    private readonly IndicatorSet?[] _sets;
    private readonly RungState[] _grown;
    private readonly bool[] _isWarm;
    private readonly List<(int Rung, Candle Candle)>?[] _waiting;
    private readonly int _rungs;
    private int _waitingInAll;

    /// <param name="lists">The lists the sets are made from.</param>
    /// <param name="timeframes">All timeframes of the desk.</param>
    /// <param name="wanted">Those whose sets are made anew.</param>
    /// <param name="instruments">How many instruments.</param>
    /// <param name="sessions">The engine's clock of sessions.</param>
    public WarmingSets(
        IndicatorLists lists, ReadOnlySpan<Timeframe> timeframes, IReadOnlyList<Timeframe> wanted, int instruments, SessionClocks sessions)
    {
        (Lists, _sessions, _rungs) = (lists, sessions, timeframes.Length);
        _sets = new IndicatorSet?[instruments * _rungs];
        _grown = new RungState[_sets.Length];
        _isWarm = new bool[instruments];
        _waiting = new List<(int, Candle)>?[instruments];
        for (var place = 0; place < _sets.Length; place++)
        {
            var timeframe = timeframes[place % _rungs];
            if (wanted.Contains(timeframe)) _sets[place] = new IndicatorSet(lists.For(new InstrumentId(place / _rungs), timeframe));
        }
    }

    public IndicatorLists Lists { get; }

    /// <summary>Instruments whose sets are warm.</summary>
    public int Warm { get; private set; }

    public bool AreAllWarm => Warm == _isWarm.Length;

    /// <summary>More candles closed than may wait: the change must be dropped.</summary>
    public bool IsOverrun => _waitingInAll > Limits.WaitingCandlesMost;

    /// <summary>The new set of a rung, or null where the one in force stays.</summary>
    public IndicatorSet? SetOf(InstrumentId id, int rung) => _sets[(id.Index * _rungs) + rung];

    /// <summary>The rung as stored candles tell it up to where the desk's own candles go on; empty where that is not asked.</summary>
    public ref readonly RungState GrownOf(InstrumentId id, int rung) => ref _grown[(id.Index * _rungs) + rung];

    /// <summary>A candle closed: it goes to the new set as it went to the one in force, at once or when the set is warm.</summary>
    public void Note(InstrumentId id, int rung, in Candle closed)
    {
        if (SetOf(id, rung) is null) return;
        if (_isWarm[id.Index])
        {
            Take(id, rung, closed);
            return;
        }

        if (++_waitingInAll > Limits.WaitingCandlesMost) return;
        (_waiting[id.Index] ??= []).Add((rung, closed));
    }

    /// <summary>Gives one rung's set its state; <paramref name="grown"/> is empty for a rung that the desk has built all along.</summary>
    public void Restore(InstrumentId id, int rung, ReadOnlySpan<long> words, in RungState grown)
    {
        var reader = new StateReader(words);
        SetOf(id, rung)!.Restore(ref reader);
        _grown[(id.Index * _rungs) + rung] = grown;
    }

    /// <summary>All rungs of the instrument were given their state: what waited goes in.</summary>
    public void Arrive(InstrumentId id)
    {
        if (_isWarm[id.Index]) return;
        _isWarm[id.Index] = true;
        Warm++;
        foreach (var (rung, candle) in _waiting[id.Index] ?? []) Take(id, rung, candle);
        _waiting[id.Index] = null;
    }

    /// <summary>A new rung's first candle lacks its beginning, which was stored before the rung was added.</summary>
    private void Take(InstrumentId id, int rung, Candle closed)
    {
        ref var grown = ref _grown[(id.Index * _rungs) + rung];
        if (!grown.Forming.IsEmpty)
        {
            if (grown.Forming.Start == closed.Start) closed = TimeframeLadder.Joined(grown.Forming, closed);
            else Update(id, rung, grown.Forming);
            grown.Forming = default;
        }

        Update(id, rung, closed);
    }

    private void Update(InstrumentId id, int rung, in Candle candle) =>
        SetOf(id, rung)!.Update(candle.ToValues(_sessions[id].Of(candle.Start).Open));
}
