using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>One trade as an account books it.</summary>
internal readonly record struct AccountTrade(OrderId Order, PositionKey Position, Side Side, Quantity Quantity, Price Price);
