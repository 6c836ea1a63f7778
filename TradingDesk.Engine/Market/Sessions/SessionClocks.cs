using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The clock of sessions of every instrument; instruments that keep the same hours share one.</summary>
internal sealed class SessionClocks
{
    private readonly SessionClock[] _clocks;

    public SessionClocks(TradingCalendar calendar, InstrumentTable instruments)
    {
        var shared = new SessionClock?[TradingHours.Places];
        _clocks = [.. instruments.All.Select(instrument =>
            shared[instrument.Hours.Place] ??= new SessionClock(calendar, instrument.Hours))];
    }

    public SessionClock this[InstrumentId id] => _clocks[id.Index];
}
