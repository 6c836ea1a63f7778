namespace TradingDesk.Engine.Primitives;

/// <summary>Every capacity of the engine with its arithmetic and its reason.</summary>
public static class Limits
{
    /// <summary>Places of the inbox that only kill, cancel and exit may take: more than one account's open orders.</summary>
    public const int ReservedPlaces = 64;

    /// <summary>The inbox by default: five seconds of 2,000 ticks a second.</summary>
    public const int InboxDefault = 10_000;

    /// <summary>The outbox by default; the engine raises it to twice one input's worst case.</summary>
    public const int FactsDefault = 5_000;

    /// <summary>Timeframes at once: twice the default set, and one page of buttons.</summary>
    public const int TimeframesMost = 16;

    /// <summary>Indicator columns at once: the ready flags of a list fit one 64-bit word.</summary>
    public const int ColumnsMost = 64;

    /// <summary>
    /// All indicators' states: 256 MB, and some times as much for a moment while a change warms beside them or a snapshot is written.
    /// </summary>
    public const long IndicatorBytesMost = 256L * 1_048_576;

    /// <summary>Closed candles that may wait for a change's history: a minute of 80 instruments at 400 times the market's speed.</summary>
    public const int WaitingCandlesMost = 131_072;

    /// <summary>The most cash that is moved at once: a hundred crore; above it is a slip, and sums stay exact.</summary>
    public const long CashRupeesMost = 100_00_00_000;

    /// <summary>Accounts side by side: a household's and a few to try things.</summary>
    public const int AccountsMost = 32;

    /// <summary>Strategy runs ever declared on one desk and not forgotten: each keeps its number for good.</summary>
    public const int RunsMost = 64;

    /// <summary>Facts of one run at one candle: four signals, one exit and one entry of twenty slices each.</summary>
    public const int FactsPerRunMost = 4 + (2 * (1 + SlicesMost));

    /// <summary>Orders one intent may be cut into, as brokers limit it.</summary>
    public const int SlicesMost = 20;

    /// <summary>Open orders of one account: what a person can still oversee, and what a kill must cancel in seconds.</summary>
    public const int OpenOrdersMost = 500;

    /// <summary>The newest orders that pages see: four days of the 2,000 intents a desk is built for.</summary>
    public const int OrdersShown = 8_192;

    /// <summary>Positions of all accounts together.</summary>
    public const int PositionsMost = 4_096;

    /// <summary>Accounts and runs whose limits pages see: every account, and a dozen runs on each.</summary>
    public const int RisksShown = 416;

    /// <summary>Requests that wait for the journal: every open order of every account with a cancel each, twice.</summary>
    public const int ParkedMost = 2 * AccountsMost * OpenOrdersMost;

    /// <summary>Facts about money that one input may cause: every open order of an account cancelled, and as much again in exits.</summary>
    public const int MoneyFactsMost = 2 * OpenOrdersMost;

    /// <summary>Alerts of a desk: more than a person can answer.</summary>
    public const int AlertsMost = 200;

    /// <summary>Facts about alerts that one input may cause: each sees again, is ready and fires, and each account's peak rises.</summary>
    public const int AlertFactsMost = (3 * AlertsMost) + AccountsMost;

    /// <summary>
    /// Facts one input may cause: a clock that passes a common boundary closes each instrument's second and on each rung at most an
    /// old and a new candle, each with one fact per nine columns.
    /// </summary>
    public static int FactsPerInputMost(int instruments, int timeframes, int columns) =>
        8 + MoneyFactsMost + AlertFactsMost + (RunsMost * FactsPerRunMost) +
        (instruments * (1 + (2 * timeframes * (1 + ((columns + 8) / 9)))));

    /// <summary>Twice the worst case, so that readers empty one half while an input fills the other.</summary>
    public static int FactsCapacity(int setting, int instruments, int timeframes, int columns) =>
        Math.Max(setting, 2 * FactsPerInputMost(instruments, timeframes, columns));
}
