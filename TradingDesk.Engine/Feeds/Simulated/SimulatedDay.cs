using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>Open, high, low and previous close of every instrument in one session, up to a second.</summary>
/// <remarks>
/// It walks on with the seconds that are read; after a jump it is made again from the session's minutes, with the same
/// result.
/// </remarks>
internal sealed class SimulatedDay(MinuteCache cache, SimulatedHours hours, InstrumentTable instruments)
{
    private readonly Price[] _opens = new Price[instruments.Count];
    private readonly Price[] _highs = new Price[instruments.Count];
    private readonly Price[] _lows = new Price[instruments.Count];
    private readonly Price[] _previousCloses = new Price[instruments.Count];
    private DateOnly? _date;
    private Instant _through;

    /// <summary>Brings everything to the state just before that second's first tick.</summary>
    public void MoveTo(SimulatedSession session, Instant second)
    {
        if (_date == session.Span.Date && _through == second) return;
        if (_date != session.Span.Date || _through > second) Begin(session);
        while (_through < second)
        {
            var fromSecond = SecondOf(session, _through);
            var wholeMinute = fromSecond == 0 && second - _through >= 60 * Instant.NanosPerSecond;
            var toSecond = wholeMinute ? 60 : fromSecond + 1;
            var minute = session.MinuteOf(_through);
            for (var i = 0; i < instruments.Count; i++) Widen(i, cache.Of(i, session, minute).CandleOf(fromSecond, toSecond));
            _through = _through.PlusSeconds(toSecond - fromSecond);
        }
    }

    /// <summary>Takes in a tick of the second moved to and completes it with the day's prices.</summary>
    public Tick Complete(int instrument, in Tick tick)
    {
        if (tick.Last > _highs[instrument]) _highs[instrument] = tick.Last;
        if (tick.Last < _lows[instrument]) _lows[instrument] = tick.Last;
        return tick with
        {
            DayOpen = _opens[instrument],
            DayHigh = _highs[instrument],
            DayLow = _lows[instrument],
            PreviousClose = _previousCloses[instrument],
        };
    }

    /// <summary>Says that all ticks of the second moved to were taken in.</summary>
    public void Finish(Instant second) => _through = second.PlusSeconds(1);

    private void Begin(SimulatedSession session)
    {
        var previous = hours.Before(session.Span.Open);
        for (var i = 0; i < instruments.Count; i++)
            _previousCloses[i] = cache.Of(i, previous, previous.LastMinute(HoursOf(i))).CandleOf(0, 60).Close;
        for (var i = 0; i < instruments.Count; i++) _opens[i] = cache.Of(i, session, session.FirstMinute(HoursOf(i))).CandleOf(0, 60).Open;
        Array.Clear(_highs);
        Array.Fill(_lows, Price.Max);
        _date = session.Span.Date;
        _through = session.Span.Open;
    }

    private TradingHours HoursOf(int instrument) => instruments.All[instrument].Hours;

    private void Widen(int instrument, in Candle candle)
    {
        if (candle.IsEmpty) return;
        if (candle.High > _highs[instrument]) _highs[instrument] = candle.High;
        if (candle.Low < _lows[instrument]) _lows[instrument] = candle.Low;
    }

    private static int SecondOf(SimulatedSession session, Instant moment) =>
        (int)((moment - session.Span.Open) / Instant.NanosPerSecond % 60);
}
