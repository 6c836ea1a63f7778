namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>An indicator the desk can compute, as a form needs it: its code, its words and its parameters.</summary>
public sealed record IndicatorKind(
    string Code, string Name, string Help, IReadOnlyList<IndicatorNumber> Parameters, IReadOnlyList<string> Outputs, bool Overlay);
