namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>A change that is not in force yet: whose it is and for how many instruments its indicators are warm.</summary>
public sealed record IndicatorsWarming(int Version, string Principal, int Warm, int Instruments);
