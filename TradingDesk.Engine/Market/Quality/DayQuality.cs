using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Quality;

/// <summary>What is there and what is not of one instrument's minutes of one day.</summary>
internal sealed record DayQuality(DateOnly Date, QualityGrade Grade, string Sentence)
{
    /// <summary>Minutes that the calendar expects and that are over.</summary>
    public int Expected { get; init; }

    /// <summary>Of these, how many have a candle.</summary>
    public int Present { get; init; }

    public IReadOnlyList<MissingSpan> Missing { get; init; } = [];

    /// <summary>Candles that lost seconds: the feed or the desk was away, or came later.</summary>
    public int WithGaps { get; init; }

    /// <summary>Candles that were entered after the fact.</summary>
    public int Filled { get; init; }

    /// <summary>Starts of candles that look like a wrong price.</summary>
    public IReadOnlyList<Instant> Spikes { get; init; } = [];

    /// <summary>Stored candles outside the day's session.</summary>
    public int Outside { get; init; }

    /// <summary>Candles without volume of an instrument that has one.</summary>
    public int WithoutVolume { get; init; }

    public Instant? First { get; init; }

    public Instant? Last { get; init; }

    public DayEntries Entries { get; init; } = DayEntries.None;

    /// <summary>Whether the calendar reaches this day; otherwise its hours are those of the nearest plain day.</summary>
    public bool IsDayKnown { get; init; } = true;
}
