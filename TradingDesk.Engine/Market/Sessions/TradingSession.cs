using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>One day's continuous trading, from its open up to but not including its close, perhaps with a pause in between.</summary>
internal readonly record struct TradingSession(DateOnly Date, Instant Open, Instant Close)
{
    /// <summary>When trading stops for a while; the close when it does not.</summary>
    public Instant PauseFrom { get; init; } = Close;

    /// <summary>When it goes on.</summary>
    public Instant PauseTo { get; init; } = Close;

    public bool Contains(Instant moment) => moment >= Open && moment < Close && !(moment >= PauseFrom && moment < PauseTo);

    /// <summary>Seconds of trading.</summary>
    public long TradedSeconds => ((Close - Open) - (PauseTo - PauseFrom)) / Instant.NanosPerSecond;

    /// <summary>Seconds of trading before the moment.</summary>
    public long TradedBefore(Instant moment)
    {
        var until = moment < Open ? Open : moment > Close ? Close : moment;
        var paused = until <= PauseFrom ? 0 : (until < PauseTo ? until : PauseTo) - PauseFrom;
        return ((until - Open) - paused) / Instant.NanosPerSecond;
    }

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

    /// <summary>The starts of the day's candles that trading can fill, in order.</summary>
    public IEnumerable<Instant> Starts(Timeframe timeframe)
    {
        for (var start = Open; start < Close; start = EndOf(start, timeframe))
        {
            var end = EndOf(start, timeframe);
            if (start < PauseFrom || end > PauseTo) yield return start;
        }
    }
}
