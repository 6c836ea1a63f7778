using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>Whether a market trades, and the moment at which that session ends or the next begins.</summary>
internal readonly record struct MarketPhase(bool IsOpen, Instant Until);
