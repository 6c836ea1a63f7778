namespace TradingDesk.Engine.Observation.Days;

/// <summary>The fields of a draft for the calendar.</summary>
public enum DraftField : byte
{
    /// <summary>None of them alone, but the draft as a whole.</summary>
    None = 0,
    Kind = 1,
    From = 2,
    To = 3,
    Hours = 4,
    Phases = 5,
    Source = 6,
    Remark = 7,
}
