using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Days;

/// <summary>One phase of a market's day: its name for a person, from when up to when, and whether candles are made in it.</summary>
public sealed record DayPart(string Name, Instant From, Instant To, bool IsTrading);
