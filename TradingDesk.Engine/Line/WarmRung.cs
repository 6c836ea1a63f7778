using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Line;

/// <summary>One timeframe of a warm instrument: its rung, and its indicators' state as the words they are saved by.</summary>
internal sealed record WarmRung(int Seconds, RungState Rung, long[] Words);
