using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The clock of sessions of every instrument; instruments that keep the same hours share one.</summary>
internal sealed class SessionClocks
{
    private readonly InstrumentTable _instruments;
    private SessionClock[] _clocks;

    public SessionClocks(TradingCalendar calendar, InstrumentTable instruments)
    {
        (Calendar, _instruments) = (calendar, instruments);
        _clocks = Make(calendar, instruments);
    }

    public TradingCalendar Calendar { get; private set; }

    /// <summary>Goes on by another calendar.</summary>
    public void Change(TradingCalendar calendar)
    {
        Calendar = calendar;
        _clocks = Make(calendar, _instruments);
    }

    private static SessionClock[] Make(TradingCalendar calendar, InstrumentTable instruments)
    {
        var shared = new SessionClock?[TradingHours.Places];
        return [.. instruments.All.Select(instrument => shared[instrument.Hours.Place] ??= new SessionClock(calendar, instrument.Hours))];
    }

    public SessionClock this[InstrumentId id] => _clocks[id.Index];
}
