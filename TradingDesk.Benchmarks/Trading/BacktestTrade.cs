using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>One trade of a backtest: in which minute, bought (positive) or sold units, at what price.</summary>
internal readonly record struct BacktestTrade(int Minute, long Units, Price Price);
