namespace TradingDesk.Engine.Strategies.Patterns;

/// <summary>A candlestick pattern by its two names and how its rising and falling form are told.</summary>
internal sealed record CandlePattern(string RisingName, string FallingName, PatternTest IsRising, PatternTest IsFalling);

/// <summary>Whether the last candles make a pattern.</summary>
internal delegate bool PatternTest(in ThreeCandles candles);
