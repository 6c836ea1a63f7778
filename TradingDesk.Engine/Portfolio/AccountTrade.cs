using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>One trade as an account books it.</summary>
internal readonly record struct AccountTrade(OrderId Order, Side Side, Product Product, Quantity Quantity, Price Price);
