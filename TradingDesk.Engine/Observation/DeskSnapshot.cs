using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>What every page sees of the desk at one moment; immutable, swapped as a whole up to ten times a second.</summary>
public sealed record DeskSnapshot(long Number, MarketStatus Market, QuoteBoard Quotes, DeskLayout Layout, DeskHealth Health)
{
    /// <summary>What became of the newest commands, newest first.</summary>
    public IReadOnlyList<CommandOutcome> Outcomes { get; init; } = [];

    /// <summary>The engine is there but has not spoken yet.</summary>
    public static DeskSnapshot Empty { get; } = new(0, MarketStatus.Unknown, QuoteBoard.Empty, DeskLayout.Empty, DeskHealth.Unknown);
}

/// <summary>The market's world, clock and phase.</summary>
public sealed record MarketStatus(bool Simulated, string Exchange, MarketPhase Phase, Instant MarketTime, Instant? PhaseChangesAt, int Speed)
{
    /// <summary>Market seconds that really passed in the last second; less than Speed when the machine cannot make the market that fast.</summary>
    public int SpeedReached { get; init; } = Speed;

    public static MarketStatus Unknown { get; } = new(false, "NSE", MarketPhase.Unknown, default, null, 1);
}

/// <summary>Whether the exchange trades now.</summary>
public enum MarketPhase : byte
{
    Unknown = 0,
    Closed = 1,
    Open = 2,
}

/// <summary>The quotes of all instruments in the table's order; a quote that did not change keeps its reference.</summary>
public sealed record QuoteBoard(IReadOnlyList<Quote> All)
{
    public static QuoteBoard Empty { get; } = new([]);
}

/// <summary>One instrument's last price and day; Last is null until a price of this session has come.</summary>
public sealed record Quote(InstrumentLabel Instrument, Price? Last, Price? PreviousClose, Price? DayOpen, Price? DayHigh, Price? DayLow,
    long DayVolume, Instant Time, long Ticks)
{
    /// <summary>The change since the previous close in hundredths of a percent, or null without both prices.</summary>
    public long? ChangeBasisPoints => Last is { } last && PreviousClose is { Scaled: > 0 } close
        ? (long)decimal.Round((last.Rupees - close.Rupees) / close.Rupees * 10_000m, MidpointRounding.AwayFromZero)
        : null;
}

/// <summary>What a page may say of an instrument.</summary>
public sealed record InstrumentLabel(InstrumentId Id, string Key, string Exchange, string Symbol, string Name, string Kind,
    int Lot, Price Tick, DateOnly? Expiry, Price? Strike, bool Verified);

/// <summary>The timeframes built and the indicator columns computed, in order.</summary>
public sealed record DeskLayout(int Version, IReadOnlyList<Timeframe> Timeframes, IReadOnlyList<IndicatorColumn> Columns)
{
    public static DeskLayout Empty { get; } = new(0, [], []);
}

/// <summary>One indicator output: its column name such as `SUPERTREND:10:3.value`, the spec it belongs to, and where it is drawn.</summary>
public sealed record IndicatorColumn(string Name, string Spec, string Output, bool Overlay);

/// <summary>How the engine, its queues and its stores do.</summary>
public sealed record DeskHealth(Instant EngineTime, double TicksPerSecond, LineDepths Line, FeedFaults Faults, PartState CandleStore, PartState Tape,
    long ProjectorResyncs)
{
    public static DeskHealth Unknown { get; } =
        new(default, 0, new LineDepths(0, 0, 0, 0, 0), default, PartState.Starting, PartState.Starting, 0);
}

/// <summary>How full the line is, in and out, and what was refused at its door.</summary>
public sealed record LineDepths(int Inbox, int InboxCapacity, int Facts, int FactsCapacity, long CommandsRefused)
{
    /// <summary>Times a feed found the line full and waited.</summary>
    public long FeedWaits { get; init; }

    /// <summary>Times the engine went on without a reader of facts that was too slow.</summary>
    public long ReadersPassed { get; init; }
}

/// <summary>Counts of what the feed sent and the desk did not believe.</summary>
public readonly record struct FeedFaults(long Late, long Duplicate, long NonPositive, long OutsideSession, long VolumeStepsBack, long SecondsRefused)
{
    /// <summary>Ticks dated more than five seconds after the desk's clock.</summary>
    public long Ahead { get; init; }
}

/// <summary>What became of a command, by its receipt's number.</summary>
public sealed record CommandOutcome(long Number, bool Obeyed, string Sentence);
