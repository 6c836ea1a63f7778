using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>
/// The venue of all paper accounts, and the source of its reports: it sees every input of the line before the desk does, takes requests
/// when they have come all the way, and trades only with what the feed shows of the session. The journal is its only memory.
/// </summary>
internal sealed class PaperMarket : IVenue
{
    /// <summary>A feed's time further ahead of the line's clock is garbage, as the desk itself judges it.</summary>
    private const int AheadSecondsMost = 5;

    private readonly SessionClocks _sessions;
    private readonly PaperLatency _latency;
    private readonly PaperReports _reports;
    private readonly PaperGate _gate;
    private readonly PaperBook[] _books;
    private readonly PriorityQueue<VenueRequest, (Instant Due, long Number)> _requests = new();
    private Instant _clock;
    private Instant _until = PaperReports.Never;
    private long _sent;

    public PaperMarket(DeskPlan plan, PaperRules rules, ulong seed)
    {
        _sessions = new SessionClocks(plan.Calendar, plan.Instruments);
        _latency = new PaperLatency(rules, seed);
        _reports = new PaperReports(_latency);
        _gate = new PaperGate(plan.TagKey, _sessions, _reports);
        _books = [.. plan.Instruments.All.Select(instrument => new PaperBook(instrument, rules, _reports))];
    }

    /// <summary>Remembers a request; it reaches the venue later, and is judged by the book and the session of that moment.</summary>
    public void Send(in VenueRequest request)
    {
        // A recall is the venue's own memory coming back: nothing that is sent afterwards may be there before it.
        var onTheWay = request.Kind == VenueRequestKind.Recall ? 0 : _latency.There(request);
        _requests.Enqueue(request, (new Instant(_clock.Nanos + onTheWay), _sent++));
    }

    /// <summary>The next report that has come back to the desk at or before the moment; the moment's own input comes after it.</summary>
    public bool TryRead(Instant through, out DeskInput report)
    {
        while (Next <= through && Next <= _reports.Due) Act();
        report = default;
        if (_reports.Due > through) return false;
        report = _reports.Take(_clock);
        _clock = report.At;
        return true;
    }

    /// <summary>Sees an input before the desk processes it.</summary>
    public void Observe(in DeskInput input)
    {
        while (Next <= input.At) Act();
        if (input.At > _clock) _clock = input.At;
        if (input.Kind is not (InputKind.Tick or InputKind.Depth)) return;
        var time = input.Kind == InputKind.Tick ? input.Tick.Time : input.Depth.Time;
        if (time > _clock.PlusSeconds(AheadSecondsMost)) return;
        var book = _books[input.Instrument.Index];
        ref readonly var session = ref _sessions[input.Instrument].At(_clock);
        if (input.Kind == InputKind.Tick) book.See(input.Tick, session, _clock);
        else book.See(input.Depth, session, _clock);
    }

    /// <summary>Goes on by the calendar in force; to be told before each input, for a change is an input's doing.</summary>
    public void Follow(TradingCalendar calendar)
    {
        if (ReferenceEquals(calendar, _sessions.Calendar)) return;
        _sessions.Change(calendar);
        foreach (var book in _books) book.Follow(_sessions[book.Instrument.Id]);
        _until = _books.Min(book => book.Until);
    }

    /// <summary>When something next happens at the venue by itself: a request arrives, or a session with orders ends.</summary>
    private Instant Next
    {
        get
        {
            var arrival = _requests.TryPeek(out _, out var when) ? when.Due : PaperReports.Never;
            return arrival < _until ? arrival : _until;
        }
    }

    private void Act()
    {
        if (_requests.TryPeek(out _, out var when) && when.Due < _until) Take(_requests.Dequeue(), when.Due);
        else EndSessions(_until);
    }

    private void EndSessions(Instant at)
    {
        _until = PaperReports.Never;
        foreach (var book in _books)
        {
            if (book.Until <= at) book.Expire(at);
            if (book.Until < _until) _until = book.Until;
        }
    }

    private void Take(in VenueRequest request, Instant at)
    {
        var book = _books[request.Instrument.Index];
        _gate.Take(request, book, at);
        if (book.Until < _until) _until = book.Until;
    }
}
