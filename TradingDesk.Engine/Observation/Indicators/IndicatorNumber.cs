namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>One parameter of an indicator: its name, range, default and whether it must be whole.</summary>
public sealed record IndicatorNumber(string Name, string Help, double Least, double Most, double Default, bool Whole);
