using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>One version of the indicator lists as it is kept: what, who and when by the wall's clock.</summary>
public sealed record IndicatorVersion(int Version, string Text, string Principal, Instant At, string Note);
