namespace TradingDesk.Engine.Line.Levels;

/// <summary>How much of a limit is used, in its own unit: money in 1e-4 rupee, or a count.</summary>
/// <param name="Used">Never negative.</param>
/// <param name="Most">Null when the limit is not set.</param>
internal record struct RiskGauge(long Used, long? Most);
