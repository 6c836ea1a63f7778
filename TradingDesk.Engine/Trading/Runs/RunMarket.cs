using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>What runs see of the candles: which timeframes are built, what forms, and candles in rupees.</summary>
internal sealed class RunMarket(TimeframeLadder ladder, SessionClocks sessions)
{
    public bool Builds(Timeframe timeframe) => ladder.Timeframes.Contains(timeframe);

    public Timeframe TimeframeOf(int rung) => ladder.Timeframes[rung];

    public CandleValues ValuesOf(InstrumentId id, in Candle candle) => candle.ToValues(sessions[id].Of(candle.Start).Open);

    /// <summary>The candle that forms; empty before its first second.</summary>
    public Candle Forming(InstrumentId id, Timeframe timeframe) => ladder.Forming(id, ladder.Timeframes.IndexOf(timeframe));

    /// <summary>Whether something of the instrument was lost while the desk was away: trading, or the end of a candle that forms.</summary>
    public bool HasLost(InstrumentId id, Timeframe timeframe, Instant from, Instant to)
    {
        ref readonly var session = ref sessions[id].At(to);
        return (session.Open < to && session.Close > from) || !Forming(id, timeframe).IsEmpty;
    }

    /// <summary>The start of the first candle that the desk itself will close.</summary>
    public Instant NextStart(InstrumentId id, Timeframe timeframe) => ladder.StateOf(id, ladder.Timeframes.IndexOf(timeframe)).NextStart;

    /// <summary>Up to where seconds are in the minute: what is stored after it is not wanted.</summary>
    public Instant Through(InstrumentId id) => ladder.Consumed(id, ladder.Timeframes.IndexOf(Timeframe.Minute));
}
