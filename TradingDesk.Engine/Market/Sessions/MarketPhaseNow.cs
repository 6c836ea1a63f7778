using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The phase a market is in, and the moment at which that changes.</summary>
internal readonly record struct MarketPhaseNow(PhaseKind Kind, Instant Until);
