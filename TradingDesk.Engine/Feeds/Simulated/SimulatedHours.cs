using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// The sessions of the simulated market: prices move from the first open to the last close of any instrument, and each instrument is told
/// of in its own hours only.
/// </summary>
internal sealed class SimulatedHours(TradingCalendar calendar, InstrumentTable instruments)
{
    private readonly TradingHours[] _hours = [.. instruments.All.Select(instrument => instrument.Hours).Distinct()];

    public bool TryGetSession(Instant moment, out SimulatedSession? session)
    {
        session = On(moment.IndiaDate);
        if (session?.Span.Contains(moment) == true) return true;
        session = null;
        return false;
    }

    /// <summary>The last session that opened before the moment.</summary>
    public SimulatedSession Before(Instant moment) =>
        On(_hours.Select(hours => calendar.SessionBefore(hours, moment)).MaxBy(session => session.Open).Date)!;

    /// <summary>The first session that opens after the moment.</summary>
    public SimulatedSession After(Instant moment) =>
        On(_hours.Select(hours => calendar.SessionAfter(hours, moment)).MinBy(session => session.Open).Date)!;

    private SimulatedSession? On(DateOnly date)
    {
        var own = new TradingSession?[TradingHours.Places];
        TradingSession? whole = null;
        foreach (var hours in _hours)
        {
            if (!calendar.TryGetSession(hours, date, out var session)) continue;
            own[hours.Place] = session;
            whole = whole is not { } before ? session : new TradingSession(
                date,
                before.Open < session.Open ? before.Open : session.Open,
                before.Close > session.Close ? before.Close : session.Close);
        }

        // A pause of one part is no pause of the whole; an instrument's own session knows it.
        return whole is { } found ? new SimulatedSession(new TradingSession(date, found.Open, found.Close), own) : null;
    }
}
