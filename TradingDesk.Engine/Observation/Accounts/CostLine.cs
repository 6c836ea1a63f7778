using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>One line of a note of charges: its name, what it was taken of at which rate, and the amount.</summary>
/// <param name="IsConfirmed">Whether all its rates are confirmed by who takes them.</param>
public sealed record CostLine(string Name, string Basis, Money Amount, bool IsConfirmed);
