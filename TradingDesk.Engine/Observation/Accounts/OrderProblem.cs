namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>
/// Why an order would be refused: the ticket's field (`quantity`, `price`, `trigger`, `product`, `type`, `validity`, `stop`, `target`, or
/// empty), the refusal's code and its sentence.
/// </summary>
public sealed record OrderProblem(string Field, string Code, string Sentence);
