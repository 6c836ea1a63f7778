using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>
/// The forming candle of every instrument on every timeframe: one rung per timeframe, each built from seconds and aligned to the
/// session's open.
/// </summary>
internal sealed class TimeframeLadder
{
    private readonly int _instruments;
    private Timeframe[] _timeframes;
    private RungState[] _rungs;
    private ClosedRung[] _closed;
    private Instant _joinedAt;
    private Instant _awayFrom;
    private Instant _awayTo;

    public TimeframeLadder(int instruments, IReadOnlyList<Timeframe> timeframes)
    {
        _instruments = instruments;
        _timeframes = [.. timeframes];
        _rungs = new RungState[instruments * _timeframes.Length];
        _closed = new ClosedRung[2 * _timeframes.Length];
    }

    public ReadOnlySpan<Timeframe> Timeframes => _timeframes;

    public ref readonly Candle Forming(InstrumentId id, int rung) => ref RungOf(id, rung).Forming;

    /// <summary>Pieces before this moment are in the rung's candles.</summary>
    public Instant Consumed(InstrumentId id, int rung) => RungOf(id, rung).Consumed;

    public ref readonly RungState StateOf(InstrumentId id, int rung) => ref RungOf(id, rung);

    /// <summary>Takes over a rung that was built from stored pieces before the desk began.</summary>
    public void Adopt(InstrumentId id, int rung, in RungState grown) => RungOf(id, rung) = grown;

    /// <summary>Gives a rung that was added to a running desk the part of its forming candle from before, and how far it goes.</summary>
    public void Complete(InstrumentId id, int rung, in RungState grown)
    {
        ref var place = ref RungOf(id, rung);
        if (place.Forming.IsEmpty)
        {
            if (!grown.Forming.IsEmpty && grown.End > place.Consumed) (place.Forming, place.End) = (grown.Forming, grown.End);
            if (grown.Consumed > place.Consumed) place.Consumed = grown.Consumed;
        }
        else if (grown.Forming.Start == place.Forming.Start && !grown.Forming.IsEmpty)
        {
            place.Forming = Joined(grown.Forming, place.Forming);
        }
    }

    /// <summary>A candle whose beginning was not seen, made whole by its beginning.</summary>
    public static Candle Joined(in Candle beginning, in Candle rest)
    {
        var whole = beginning;
        whole.Merge(rest);
        whole.Quality = beginning.Quality | (rest.Quality & ~CandleQuality.Partial);
        return whole;
    }

    /// <summary>
    /// Takes a closed second or a stored candle up the rungs that are no shorter than it; gives the candles this closed, lower rungs first.
    /// A rung that has consumed its time already, from the minute that holds it or from history, passes it over.
    /// </summary>
    public ReadOnlySpan<ClosedRung> Climb(InstrumentId id, in Candle piece, in TradingSession session)
    {
        var count = 0;
        for (var rung = 0; rung < _timeframes.Length; rung++)
        {
            ref var place = ref RungOf(id, rung);
            if (piece.Seconds > _timeframes[rung].Seconds || piece.Start < place.Consumed) continue;
            Step(ref place, rung, piece, session, ref count);
        }

        return _closed.AsSpan(0, count);
    }

    /// <summary>Closes the instrument's candles that ended at or before the boundary.</summary>
    public ReadOnlySpan<ClosedRung> CloseDue(InstrumentId id, Instant boundary)
    {
        var count = 0;
        for (var rung = 0; rung < _timeframes.Length; rung++)
        {
            ref var place = ref RungOf(id, rung);
            if (!place.Forming.IsEmpty && place.End <= boundary) Close(ref place, rung, ref count);
        }

        return _closed.AsSpan(0, count);
    }

    /// <summary>Closes a rung's forming candle, whatever the time.</summary>
    public ReadOnlySpan<ClosedRung> CloseNow(InstrumentId id, int rung)
    {
        var count = 0;
        ref var place = ref RungOf(id, rung);
        if (!place.Forming.IsEmpty) Close(ref place, rung, ref count);
        return _closed.AsSpan(0, count);
    }

    /// <summary>The session's end was moved: forming candles end with it, or after their whole span again.</summary>
    public void Reach(InstrumentId id, in TradingSession session)
    {
        for (var rung = 0; rung < _timeframes.Length; rung++)
        {
            ref var place = ref RungOf(id, rung);
            // A candle may begin in the pause.
            var isOfSession = place.Forming.Start >= session.Open && place.Forming.Start < session.Close;
            if (place.Forming.IsEmpty || !isOfSession) continue;
            place.End = session.EndOf(place.Forming.Start, _timeframes[rung]);
            place.Forming.Quality = (place.Forming.Quality & ~CandleQuality.Short) | Shortness(place, rung);
        }
    }

    /// <summary>
    /// Nothing is known of that span: candles it touches say so. From the beginning of time means the desk joined at its end.
    /// </summary>
    public void MarkAway(Instant from, Instant to)
    {
        var (what, since) = from == default ? (CandleQuality.Partial, default) : (CandleQuality.Gap, from);
        if (what == CandleQuality.Partial) _joinedAt = to;
        else (_awayFrom, _awayTo) = (from, to);
        foreach (ref var place in _rungs.AsSpan())
        {
            if (!place.Forming.IsEmpty) Flag(ref place, since, to, what);
        }
    }

    /// <summary>Keeps the rungs whose timeframe stays and starts the new ones empty; their first candle says it is partial.</summary>
    public void Change(IReadOnlyList<Timeframe> timeframes, Instant clock)
    {
        var changed = new RungState[_instruments * timeframes.Count];
        for (var to = 0; to < timeframes.Count; to++)
        {
            var from = Array.IndexOf(_timeframes, timeframes[to]);
            for (var instrument = 0; instrument < _instruments; instrument++)
            {
                changed[(instrument * timeframes.Count) + to] =
                    from < 0 ? NewRung(instrument, clock) : _rungs[(instrument * _timeframes.Length) + from];
            }
        }

        _timeframes = [.. timeframes];
        _rungs = changed;
        _closed = new ClosedRung[2 * _timeframes.Length];
    }

    /// <summary>
    /// What the minute has taken in is stored history's to bring to a new rung, and so is a second that comes late from before: taken
    /// now, it would count twice.
    /// </summary>
    private RungState NewRung(int instrument, Instant clock)
    {
        var minute = Array.IndexOf(_timeframes, Timeframe.Minute);
        var consumed = minute < 0 ? default : _rungs[(instrument * _timeframes.Length) + minute].Consumed;
        return new RungState { JoinedAt = clock, Consumed = consumed };
    }

    private void Step(ref RungState place, int rung, in Candle piece, in TradingSession session, ref int count)
    {
        if (!place.Forming.IsEmpty && piece.Start >= place.End) Close(ref place, rung, ref count);
        if (place.Forming.IsEmpty) Open(ref place, rung, piece, session);
        else place.Forming.Merge(piece);
        place.Consumed = piece.End;
        if (piece.End >= place.End) Close(ref place, rung, ref count);
    }

    private void Open(ref RungState place, int rung, in Candle piece, in TradingSession session)
    {
        var start = session.StartOf(piece.Start, _timeframes[rung]);
        place.Forming = piece;
        place.Forming.Start = start;
        place.Forming.Seconds = _timeframes[rung].Seconds;
        place.End = session.EndOf(start, _timeframes[rung]);
        place.Forming.Quality = piece.Quality | Shortness(place, rung);
        if (start < place.JoinedAt) place.Forming.Quality |= CandleQuality.Partial;
        Flag(ref place, default, _joinedAt, CandleQuality.Partial);
        Flag(ref place, _awayFrom, _awayTo, CandleQuality.Gap);
    }

    private CandleQuality Shortness(in RungState place, int rung) =>
        !_timeframes[rung].IsDay && place.End < place.Forming.End ? CandleQuality.Short : CandleQuality.Whole;

    private void Close(ref RungState place, int rung, ref int count)
    {
        if (place.End > place.Consumed) place.Consumed = place.End;
        _closed[count++] = new ClosedRung(rung, place.Forming);
        place.Forming = default;
    }

    private static void Flag(ref RungState place, Instant since, Instant until, CandleQuality what)
    {
        var from = since > place.Forming.Start ? since : place.Forming.Start;
        var to = until < place.End ? until : place.End;
        if (from >= to) return;
        place.Forming.Quality |= what;
        place.Forming.Gaps += (int)((to - from + Instant.NanosPerSecond - 1) / Instant.NanosPerSecond);
    }

    private ref RungState RungOf(InstrumentId id, int rung) => ref _rungs[(id.Index * _timeframes.Length) + rung];
}
