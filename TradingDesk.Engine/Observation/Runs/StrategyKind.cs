using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Engine.Observation.Runs;

/// <summary>A strategy the desk knows, as a form needs it: its code, its words and its parameters.</summary>
public sealed record StrategyKind(string Code, string Name, string Help, IReadOnlyList<IndicatorNumber> Parameters);
