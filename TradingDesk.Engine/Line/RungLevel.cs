using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>One rung as the board shows it: the forming candle, up to when it has taken in seconds, and how many candles closed.</summary>
internal readonly record struct RungLevel(Candle Forming, Instant Consumed, int Candles);
