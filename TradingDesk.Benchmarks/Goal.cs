namespace TradingDesk.Benchmarks;

/// <summary>A goal's name on the command line and what measures it; it may give several results.</summary>
internal sealed record Goal(string Id, Func<IEnumerable<GoalResult>> Run);
