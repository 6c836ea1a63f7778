namespace TradingDesk.Engine.Observation.Days;

/// <summary>What an administrator wants the calendar to say.</summary>
/// <param name="Kind">`closed`, `regular` (a plain day after all) or `session` (hours of its own).</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Exchange">`NSE` or `BSE`.</param>
/// <param name="Hours">Of whom: `index`, `stocks`, `fno-stocks`, `futures`, `options`.</param>
/// <param name="Phases">For a session, such as `open 18:00-19:00`; else empty.</param>
/// <param name="Certainty">`confirmed`, `one-source` or `unconfirmed`.</param>
/// <param name="Source">Where it is from, such as a circular's number.</param>
/// <param name="Remark">Why.</param>
public sealed record CalendarDraft(
    string Kind, DateOnly From, DateOnly To, string Exchange, IReadOnlyList<string> Hours, string Phases, string Certainty, string Source,
    string Remark);
