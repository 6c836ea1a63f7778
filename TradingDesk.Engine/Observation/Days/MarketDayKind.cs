namespace TradingDesk.Engine.Observation.Days;

/// <summary>What kind of day a market has.</summary>
public enum MarketDayKind : byte
{
    Weekend = 0,
    Holiday = 1,

    /// <summary>A plain day, even when it is a Saturday or Sunday.</summary>
    Regular = 2,

    /// <summary>A day with hours of its own, such as Diwali's Muhurat evening.</summary>
    Special = 3,
}
