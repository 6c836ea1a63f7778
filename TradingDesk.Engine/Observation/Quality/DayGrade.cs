namespace TradingDesk.Engine.Observation.Quality;

/// <summary>How far a day's stored minutes can be relied on, as pages show it.</summary>
public enum DayGrade
{
    Closed,
    Empty,
    Poor,
    Fair,
    Good,
}
