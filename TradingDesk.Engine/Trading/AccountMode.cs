using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;

namespace TradingDesk.Engine.Trading;

/// <summary>What an account's mode gives it: what it may do, and where its orders go. Made in `DeskModes` alone.</summary>
internal sealed record AccountMode(AccountRules Rules, IVenue Venue);
