using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>A candle with the key its instrument has in stored rows.</summary>
internal readonly struct StoredCandle(Segment segment, int token, in Candle candle)
{
    public readonly Segment Segment = segment;
    public readonly int Token = token;
    public readonly Candle Candle = candle;
}
