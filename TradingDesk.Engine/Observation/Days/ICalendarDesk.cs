using TradingDesk.Engine.Commands;

namespace TradingDesk.Engine.Observation.Days;

/// <summary>Where an administrator adds to the calendar.</summary>
public interface ICalendarDesk
{
    /// <summary>What is wrong with a draft; null when it can be kept.</summary>
    DraftProblem? Review(CalendarDraft draft);

    /// <summary>Keeps the draft as an entry of that principal; the answer says whether it is kept and when it is in force.</summary>
    CalendarAnswer Add(CalendarDraft draft, Principal principal);
}
