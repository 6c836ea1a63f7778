using TradingDesk.Engine;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>A desk whose clock is the newest tick of a file: takes the rows in, gives the candles that close away.</summary>
internal sealed class TickReplay
{
    private readonly DirectDesk _desk;
    private readonly Action<InstrumentId, Candle, bool> _take;
    private readonly TradingCalendar _calendar;
    private Instant _clock;
    private bool _fileEnded;

    /// <param name="calendar">The sessions.</param>
    /// <param name="scan">What a first reading of the file found.</param>
    /// <param name="timeframes">The candles to build.</param>
    /// <param name="take">Takes a candle that closed; true when it closed only because the file is at its end.</param>
    public TickReplay(
        TradingCalendar calendar, TickScan scan, IReadOnlyList<Timeframe> timeframes, Action<InstrumentId, Candle, bool> take)
    {
        (_calendar, _take, _clock) = (calendar, take, scan.First.Second);
        _desk = new DirectDesk(DeskModes.FromFile(calendar, scan.Instruments, timeframes, ""));
        Feed(DeskInput.Started(_clock, _desk.Plan));
        Feed(DeskInput.HistoryEnd(_clock));
    }

    /// <summary>Rows whose second was over when they came.</summary>
    public long Behind { get; private set; }

    /// <summary>The engine's own counts; complete after the end.</summary>
    public DeskCounters Counters => _desk.Board.ReadCounters();

    public void Take(in TickRow row)
    {
        if (row.Time < _clock.Second)
        {
            Behind++;
            return;
        }

        // The open seconds close as the clock passes their end, not when the next tick comes: after a pause they would be too old.
        var end = _clock.Second.PlusSeconds(1);
        if (row.Time >= end) MoveClock(end);
        if (row.Time > _clock) _clock = row.Time;
        _desk.Plan.Instruments.TryFind(row.Segment, row.Token, out var instrument);
        Feed(DeskInput.Of(_clock, instrument!.Id, row.Tick));
    }

    /// <summary>The file ends: its last second counts as over; what still forms then closes with its session and counts as cut.</summary>
    public void End()
    {
        MoveClock(_clock.Second.PlusSeconds(1));
        _fileEnded = true;
        MoveClock(_desk.Plan.Instruments.All.Max(instrument => _calendar.SessionAfter(instrument.Hours, _clock).Open));
    }

    private void MoveClock(Instant to)
    {
        _clock = to;
        Feed(DeskInput.Time(to));
    }

    private void Feed(in DeskInput input)
    {
        _desk.Process(input);
        while (_desk.TryRead(out var fact))
        {
            if (fact.Kind == FactKind.CandleClosed) _take(fact.Instrument, fact.Candle, _fileEnded);
        }
    }
}
