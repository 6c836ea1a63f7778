namespace TradingDesk.Engine.Observation.Days;

/// <summary>An administrator's entry in the calendar: by whom, when, what and why.</summary>
/// <param name="By">Who wrote it.</param>
/// <param name="Noted">When, as the file has it.</param>
/// <param name="Sentence">What it says: `24 Nov 2026: NSE stocks, fno-stocks closed`.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Remark">Why, in the words of who wrote it.</param>
public sealed record CalendarChange(string By, string Noted, string Sentence, string Source, string Remark);
