using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>What the calendar says of one day of one part of an exchange.</summary>
/// <param name="Date">The day in India.</param>
/// <param name="Kind">Regular, Session or Closed; a weekend is Closed without an entry that says so.</param>
/// <param name="Phases">The day's phases in order; none on a closed day.</param>
/// <param name="Entry">The entry that decides the day; null on a plain weekend.</param>
/// <param name="Certainty">How sure the day is: that of its entry, less when it is another exchange's.</param>
/// <param name="IsKnown">False where the file does not reach: the phases are then those of the nearest plain day.</param>
internal readonly record struct CalendarDay(
    DateOnly Date, EntryKind Kind, IReadOnlyList<DayPhase> Phases, CalendarEntry? Entry, Certainty Certainty, bool IsKnown)
{
    public bool IsTrading => Kind != EntryKind.Closed;

    /// <summary>The day's continuous trading; false on a day without any.</summary>
    public bool TryGetSession(out TradingSession session)
    {
        session = default;
        if (!IsTrading) return false;
        DayPhase? first = null;
        for (var place = 0; place < Phases.Count; place++)
        {
            var phase = Phases[place];
            if (phase.Kind != PhaseKind.Open) continue;
            session = first is not { } before
                ? new TradingSession(Date, phase.StartOn(Date), phase.EndOn(Date))
                : new TradingSession(Date, session.Open, phase.EndOn(Date))
                {
                    PauseFrom = before.EndOn(Date),
                    PauseTo = phase.StartOn(Date),
                };
            first ??= phase;
        }

        return first is not null;
    }
}
