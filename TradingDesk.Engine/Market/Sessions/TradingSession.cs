using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>One day's continuous trading, from its open up to but not including its close.</summary>
internal readonly record struct TradingSession(DateOnly Date, Instant Open, Instant Close)
{
    public bool Contains(Instant moment) => moment >= Open && moment < Close;

    /// <summary>The start of the candle of that timeframe which covers the moment.</summary>
    public Instant StartOf(Instant moment, Timeframe timeframe)
    {
        if (timeframe.IsDay) return Open;
        var span = timeframe.Seconds * Instant.NanosPerSecond;
        return new Instant(Open.Nanos + ((moment.Nanos - Open.Nanos) / span * span));
    }

    /// <summary>When the candle that starts there ends: after its span or with the session.</summary>
    public Instant EndOf(Instant start, Timeframe timeframe)
    {
        var end = timeframe.IsDay ? Close : start.PlusSeconds(timeframe.Seconds);
        return end < Close ? end : Close;
    }
}
