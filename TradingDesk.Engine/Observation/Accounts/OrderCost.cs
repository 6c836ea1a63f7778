using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>What an intent's trades cost on a note of their own, line by line; the total is the sum of the lines.</summary>
/// <param name="Remark">How that differs from the day's note; where rates are not known, which.</param>
public sealed record OrderCost(IReadOnlyList<CostLine> Lines, Money Total, string Remark);
