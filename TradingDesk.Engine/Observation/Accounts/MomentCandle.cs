using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>The stored candle of a timeframe that a moment lay in; a sentence says what is wrong with it, or why there is none.</summary>
/// <param name="IsAwaited">Whether it may still be stored: no later one is.</param>
public sealed record MomentCandle(Timeframe Timeframe, CandleView? Candle, bool IsAwaited, string Sentence);
