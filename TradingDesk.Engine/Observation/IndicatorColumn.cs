namespace TradingDesk.Engine.Observation;

/// <summary>One indicator output: its column name such as `SUPERTREND:10:3.value`, the spec it belongs to, and where it is drawn.</summary>
public sealed record IndicatorColumn(string Name, string Spec, string Output, bool Overlay);
