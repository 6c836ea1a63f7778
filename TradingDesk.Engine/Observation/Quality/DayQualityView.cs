using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Quality;

/// <summary>What is there and what is not of an instrument's stored minutes of one day.</summary>
/// <param name="Date">The day in India.</param>
/// <param name="Grade">What the day is worth.</param>
/// <param name="Sentence">The same for a person.</param>
public sealed record DayQualityView(DateOnly Date, DayGrade Grade, string Sentence)
{
    /// <summary>Minutes that the calendar expects and that are over.</summary>
    public int Expected { get; init; }

    /// <summary>Of these, how many have a candle.</summary>
    public int Present { get; init; }

    public IReadOnlyList<MissingMinutes> Missing { get; init; } = [];

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

    /// <summary>The revisions that entered candles of the day.</summary>
    public IReadOnlyList<long> Revisions { get; init; } = [];

    /// <summary>Rows that imported files gave twice.</summary>
    public int Duplicates { get; init; }

    /// <summary>Rows of imported files that stood outside the session and were left out.</summary>
    public int SkippedOutside { get; init; }

    /// <summary>Whether the calendar reaches this day.</summary>
    public bool IsDayKnown { get; init; } = true;
}
