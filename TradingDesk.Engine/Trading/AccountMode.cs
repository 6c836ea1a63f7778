using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// What an account's mode gives it: what it may do, where its orders go, and which strategies may run on it. Made in `DeskModes` alone.
/// </summary>
internal sealed record AccountMode(AccountRules Rules, IVenue Venue, IReadOnlyList<StrategyDescription> Strategies);
