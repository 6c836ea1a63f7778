using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>The slow and obvious twin of TimeframeLadder: all seconds of a span from the session's open make one candle.</summary>
internal static class NaiveLadder
{
    public static List<Candle> Merge(IEnumerable<Candle> seconds, TradingCalendar calendar, Timeframe timeframe) =>
        [.. seconds.GroupBy(second => SpanOf(second.Start, calendar, timeframe)).Select(span => MergeOne([.. span], span.Key, timeframe))];

    public static (Instant Start, Instant End) SpanOf(Instant moment, TradingCalendar calendar, Timeframe timeframe)
    {
        Assert.True(calendar.TryGetSession(TestCalendars.Stocks, moment, out var session));
        if (timeframe.IsDay) return (session.Open, session.Close);
        var start = session.Open.PlusSeconds((moment - session.Open) / Instant.NanosPerSecond / timeframe.Seconds * timeframe.Seconds);
        var end = start.PlusSeconds(timeframe.Seconds);
        return (start, end < session.Close ? end : session.Close);
    }

    private static Candle MergeOne(List<Candle> seconds, (Instant Start, Instant End) span, Timeframe timeframe) => new()
    {
        Start = span.Start,
        Open = seconds[0].Open,
        High = seconds.Max(second => second.High),
        Low = seconds.Min(second => second.Low),
        Close = seconds[^1].Close,
        Volume = seconds.Sum(second => second.Volume),
        Seconds = timeframe.Seconds,
        Ticks = seconds.Sum(second => second.Ticks),
        Quality = !timeframe.IsDay && span.End < span.Start.PlusSeconds(timeframe.Seconds) ? CandleQuality.Short : CandleQuality.Whole,
    };
}
