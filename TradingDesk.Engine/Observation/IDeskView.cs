using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Observation.Quality;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>The public window on the engine: read only, the same for every page, and never a burden on the engine.</summary>
public interface IDeskView
{
    /// <summary>The newest snapshot; a slice that did not change is the same object as in the snapshot before.</summary>
    DeskSnapshot Current { get; }

    /// <summary>Whether real money is refused for the whole process, whatever is connected.</summary>
    bool IsPaperOnly { get; }

    /// <summary>Every indicator the desk can compute, by code.</summary>
    IReadOnlyList<IndicatorKind> IndicatorKinds { get; }

    /// <summary>
    /// The forming candle of an instrument and timeframe with its indicators; the same object while nothing changed, null where the
    /// timeframe is not built.
    /// </summary>
    RungReading? ReadRung(InstrumentId instrument, Timeframe timeframe);

    /// <summary>The five best bids and offers, or null where the feed has sent none.</summary>
    DepthReading? ReadDepth(InstrumentId instrument);

    /// <summary>
    /// The newest closed candles before a moment (up to now when null), oldest first, with the indicators at each close: those in force
    /// there, or the list given. A store that cannot be read is an IOException that says why; a list that is none an ArgumentException.
    /// </summary>
    Task<CandleHistory> ReadHistoryAsync(InstrumentId instrument, Timeframe timeframe, int count, Instant? before, string? indicators,
        CancellationToken cancel);

    /// <summary>
    /// Per column of the list in force, or of the one given, how often its forming value would have flipped in the newest closed candles
    /// of which the seconds are stored. Throws as <see cref="ReadHistoryAsync"/> does.
    /// </summary>
    Task<IReadOnlyList<FlipCount>> CountFlipsAsync(
        InstrumentId instrument, Timeframe timeframe, int candles, string? indicators, CancellationToken cancel);

    /// <summary>What is wrong with indicator lists such as `SMA:9,EMA:21; 5m=RSI:14`, before they are asked for.</summary>
    IndicatorReview ReviewIndicators(string text);

    /// <summary>The versions kept, newest first; a store that cannot be read is an IOException that says why.</summary>
    Task<IReadOnlyList<IndicatorVersion>> ReadIndicatorVersionsAsync(CancellationToken cancel);

    /// <summary>The days of an exchange (`NSE`, `BSE`) from one to another, each with all of its parts, by the dated calendar.</summary>
    IReadOnlyList<MarketDay> ReadDays(string exchange, DateOnly first, DateOnly last);

    /// <summary>An instrument's own day by the calendar this desk runs on.</summary>
    MarketDay ReadDay(InstrumentId instrument, DateOnly day);

    /// <summary>
    /// What the stored minutes of an instrument are worth, day by day from one to another. A store that cannot be read is an IOException
    /// that says why.
    /// </summary>
    Task<IReadOnlyList<DayQualityView>> ReadQualityAsync(InstrumentId instrument, DateOnly first, DateOnly last, CancellationToken cancel);

    /// <summary>What an order would be, cost and be refused for on that account now.</summary>
    OrderReview ReviewOrder(AccountId account, PlaceOrder order);

    /// <summary>One rule of each kind that can be watched, as a person writes it.</summary>
    IReadOnlyList<string> AlertForms { get; }

    /// <summary>What is wrong with a rule such as `price of NSE:RELIANCE above 2500`, before an alert is added.</summary>
    AlertReview ReviewAlert(string rule);

    /// <summary>
    /// The life of an intent and all its orders, oldest first, as the journal has it, with the stored candles of its moment; without steps
    /// for a number never given. A journal that cannot be read is an IOException that says why.
    /// </summary>
    Task<OrderLife> ReadOrderLifeAsync(int intent, CancellationToken cancel);

    /// <summary>
    /// An account's intents that the desk refused, newest first, as orders that never were: at most 200, of the journal's newest rows. A
    /// journal that cannot be read is an IOException that says why.
    /// </summary>
    Task<IReadOnlyList<OrderView>> ReadDeniedAsync(AccountId account, CancellationToken cancel);

    /// <summary>
    /// An account's newest trades that are durable, newest first; at most that many, of the journal's newest rows. A journal that cannot be
    /// read is an IOException that says why.
    /// </summary>
    Task<IReadOnlyList<TradeView>> ReadTradesAsync(AccountId account, int count, CancellationToken cancel);

    /// <summary>
    /// The journal's durable rows in words, newest first, bounded; rare ones are looked for in as many rows as are read in far below a
    /// second, and the page says where to go on. A journal that cannot be read is an IOException that says why.
    /// </summary>
    Task<LogPage> ReadLogAsync(LogQuery query, CancellationToken cancel);

    /// <summary>Every strategy the desk knows, by code.</summary>
    IReadOnlyList<StrategyKind> StrategyKinds { get; }

    /// <summary>What is wrong with a run's words such as `strategy=ma_crossover instrument=1:2885`, before they are asked for.</summary>
    RunReview ReviewRun(string words);

    /// <summary>
    /// A run's newest signals, newest first, at most that many of the journal's newest rows. A journal that cannot be read is an
    /// IOException that says why.
    /// </summary>
    Task<IReadOnlyList<SignalView>> ReadSignalsAsync(RunId run, int count, CancellationToken cancel);

    /// <summary>What administrators added to the calendar, newest first.</summary>
    IReadOnlyList<CalendarChange> CalendarChanges { get; }
}
