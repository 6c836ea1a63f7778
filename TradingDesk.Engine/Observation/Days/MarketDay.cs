using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Days;

/// <summary>A day of one part of an exchange, with where it is known from.</summary>
/// <param name="Date">The day in India.</param>
/// <param name="Hours">Whose hours: `NSE fno-stocks`.</param>
/// <param name="Label">The same for a person: `Stocks with F&amp;O`.</param>
/// <param name="Kind">What kind of day it is.</param>
/// <param name="Parts">Its phases in order; none when nothing trades.</param>
public sealed record MarketDay(DateOnly Date, string Hours, string Label, MarketDayKind Kind, IReadOnlyList<DayPart> Parts)
{
    /// <summary>When the desk leaves positions that must not outlive the day.</summary>
    public Instant? SquareOff { get; init; }

    /// <summary>False where the calendar's file does not reach: the hours are then those of the nearest plain day.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>`confirmed`, `one source` or `unconfirmed`.</summary>
    public string Certainty { get; init; } = "";

    /// <summary>Where the day is known from; empty on a plain weekend.</summary>
    public string Source { get; init; } = "";

    /// <summary>Why the day is special or what to know of it.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Who wrote the entry: `built-in` or a person.</summary>
    public string By { get; init; } = "";

    public string Noted { get; init; } = "";

    /// <summary>How many candles trading makes of it.</summary>
    public IReadOnlyList<CandleCount> Candles { get; init; } = [];

    /// <summary>Closed on a weekday, open on a weekend, or with hours of its own.</summary>
    public bool IsSpecial => Kind is MarketDayKind.Holiday or MarketDayKind.Special
        || (Kind == MarketDayKind.Regular && Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

    public bool IsTrading => Kind is MarketDayKind.Regular or MarketDayKind.Special;

    /// <summary>The open and the close of continuous trading; null when nothing trades.</summary>
    public Instant? Open => Parts.FirstOrDefault(part => part.IsTrading)?.From;

    public Instant? Close => Parts.LastOrDefault(part => part.IsTrading)?.To;
}
