using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// What an account's mode gives it: what it may do, where its orders go, which strategies may run on it, and its limits until others are
/// set. Made in `DeskModes` alone.
/// </summary>
internal sealed record AccountMode(
    AccountRules Rules, IVenue Venue, IReadOnlyList<StrategyDescription> Strategies, RiskDefaults Limits);
