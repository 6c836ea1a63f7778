using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Hosting.Refill;

/// <summary>From when to when the candles that passed by are.</summary>
internal sealed class CandleSpan
{
    public Instant? Earliest { get; private set; }

    public Instant? Latest { get; private set; }

    public StoredCandle See(StoredCandle stored)
    {
        if (!(Earliest <= stored.Candle.Start)) Earliest = stored.Candle.Start;
        if (!(Latest >= stored.Candle.End)) Latest = stored.Candle.End;
        return stored;
    }
}
