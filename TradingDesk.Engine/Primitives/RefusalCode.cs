namespace TradingDesk.Engine.Primitives;

/// <summary>Why the desk did not do what it was asked.</summary>
internal enum RefusalCode : byte
{
    None = 0,
    TimeframeNotAllowed = 1,
    TooManyTimeframes = 2,
    IndicatorsNotAllowed = 3,
    TooManyColumns = 4,

    /// <summary>The change was made from another version of the lists than the one in force.</summary>
    OtherVersion = 5,

    /// <summary>One change waits for its history; the next can be asked for when it is in force.</summary>
    ChangeUnderWay = 6,

    /// <summary>The stored candles could not be read.</summary>
    HistoryUnreadable = 7,

    /// <summary>The candle store does not keep up, so that what it holds has a hole before now.</summary>
    HistoryBehind = 8,

    /// <summary>The new lists could not be kept and would be gone at the next start.</summary>
    ListsNotKept = 9,

    /// <summary>More candles closed while the history was read than may wait.</summary>
    FellBehind = 10,

    /// <summary>The indicators' states would take more memory than a desk allows them.</summary>
    TooMuchMemory = 11,

    /// <summary>The desk's own history is still on the line.</summary>
    Starting = 12,

    /// <summary>The entry cannot be read, or would change what has happened already.</summary>
    CalendarNotAllowed = 13,

    /// <summary>The same key was given with another content before.</summary>
    KeyUsedOtherwise = 20,

    /// <summary>A key is missing, too long or holds what no key may hold.</summary>
    KeyNotAllowed = 21,

    AccountUnknown = 22,
    AccountNameTaken = 23,
    AccountNotAllowed = 24,
    TooManyAccounts = 25,

    /// <summary>An amount of cash is zero, negative where it may not be, or above what the desk counts.</summary>
    AmountNotAllowed = 26,

    /// <summary>A withdrawal above the free funds, or a reset with positions or orders open.</summary>
    AccountInUse = 27,

    InstrumentUnknown = 30,

    /// <summary>An index is quoted, not traded.</summary>
    IndexNotTraded = 31,
    ContractExpired = 32,
    ProductNotAllowed = 33,
    OrderTypeNotAllowed = 34,
    ValidityNotAllowed = 35,
    QuantityNotAllowed = 36,
    NotWholeLots = 37,
    TooManySlices = 38,
    PriceNotAllowed = 39,
    PriceOffTick = 40,
    PriceOutsideBand = 41,
    TriggerNotAllowed = 42,
    TriggerOffTick = 43,

    /// <summary>A stop that the last price has passed already.</summary>
    TriggerPassed = 44,
    MarketClosed = 45,
    CalendarUnknown = 46,

    /// <summary>No price of this session is known, so the order cannot be judged.</summary>
    NoFreshPrice = 47,
    ValueAboveCap = 48,
    QuantityAboveCap = 49,
    FundsShort = 50,
    NotInHoldings = 51,

    /// <summary>It would trade against an order of the same account.</summary>
    CrossesOwnOrder = 52,

    /// <summary>There is nothing to exit, or exits under way cover it.</summary>
    NothingToExit = 53,
    TooManyOpenOrders = 54,

    /// <summary>An order of the instrument is unknown or in conflict; entries wait until that is resolved.</summary>
    InstrumentFrozen = 55,

    /// <summary>The journal cannot be written: cancels and exits only.</summary>
    ReduceOnly = 56,

    /// <summary>A check broke; what cannot be checked is denied.</summary>
    CheckFailed = 57,
    BracketNotAllowed = 58,
    SquareOffPassed = 59,

    /// <summary>The day's charges of such trades are not known, so nothing could be said of their result.</summary>
    ChargesUnknown = 65,

    OrderUnknown = 60,
    OrderFinished = 61,

    /// <summary>A cancel or change of the order is under way.</summary>
    CommandUnderWay = 62,
    NothingChanged = 63,
    NotResolvable = 64,
    TooManyPositions = 66,

    /// <summary>The account has no such bracket, or it protects nothing any more.</summary>
    BracketUnknown = 67,

    /// <summary>It is a run's: its strategy moves it.</summary>
    BracketOfRun = 68,

    /// <summary>Its stop or target has been reached.</summary>
    BracketFired = 69,

    /// <summary>The last price is past it already, so that it would fire at once.</summary>
    BracketPassed = 70,

    // Of runs and their signals.
    RunUnknown = 100,

    /// <summary>A run's declaration cannot be read, or names what the desk does not have.</summary>
    RunNotAllowed = 101,
    TooManyRuns = 102,

    /// <summary>The run is in a state in which that means nothing.</summary>
    RunStateNotAllowed = 103,

    /// <summary>There is no live venue, so nothing can run live.</summary>
    NoLiveVenue = 104,

    /// <summary>A run needs the timeframe.</summary>
    TimeframeInUse = 105,

    // Why a signal was not acted on.
    BelowConfidence = 106,
    NotRunning = 107,

    /// <summary>The candle, or one shortly before it, has a hole.</summary>
    CandleFlagged = 108,
    OutsideWindow = 109,

    /// <summary>The book holds what the signal wants.</summary>
    AlreadyThere = 110,

    /// <summary>Another wish of the same candle was acted on.</summary>
    Superseded = 111,

    /// <summary>No contract fits the run's rule.</summary>
    NoContract = 112,

    /// <summary>The run's capital does not buy a single lot.</summary>
    CapitalTooSmall = 113,

    /// <summary>An order of the run is under way, so that what it will hold is not known.</summary>
    RunBusy = 114,

    // Why a run was benched or moved.
    StrategyThrew = 115,
    StrategyNotANumber = 116,
    SignalStorm = 117,
    StrategyHeldDesk = 118,

    /// <summary>The desk started anew and goes on with the run.</summary>
    Restarted = 119,

    /// <summary>A kill switch is latched.</summary>
    Killed = 140,
    NotKilled = 141,

    /// <summary>To let go of a kill switch must be confirmed.</summary>
    RearmUnconfirmed = 142,

    /// <summary>What the kill switch began is not at its end.</summary>
    RearmUnderWay = 143,
    ReasonMissing = 144,

    /// <summary>An account with real money that nobody has armed.</summary>
    NotArmed = 145,

    /// <summary>Paper needs no arming.</summary>
    ArmingNotNeeded = 146,
    ArmingTooLong = 147,

    // What a venue says, in the desk's own words.
    VenueRefused = 80,
    VenueNoBook = 81,
    VenueNotSent = 82,
    VenueBand = 83,
    VenueFreeze = 84,
    VenueNotFound = 85,
    VenueSessionOver = 86,

    // What limits and states of an account or a run say.

    /// <summary>A limit that protects money is not set.</summary>
    LimitMissing = 120,

    /// <summary>The last price is older than the limits count as one.</summary>
    PriceTooOld = 121,

    /// <summary>A price of the order is too far from the last one.</summary>
    OutsideCollar = 122,
    PositionLimit = 123,
    UnderlyingLimit = 124,
    GrossLimit = 125,
    NetLimit = 126,
    OpenOrdersLimit = 127,
    TradesLimit = 128,
    DayLossReached = 129,
    DrawdownReached = 130,
    ProductNotInLimits = 131,
    TimeNotInLimits = 132,
    InstrumentNotInLimits = 133,

    /// <summary>Another book of the account stands on the other side.</summary>
    OpposingBooks = 134,

    /// <summary>The account's requests were used up for longer than an entry waits.</summary>
    RateBudgetShort = 135,
    LimitsNotAllowed = 136,

    /// <summary>Only who holds the risk role may let more through than before.</summary>
    RiskRoleMissing = 137,

    /// <summary>A person holds the account or the run.</summary>
    RiskHeld = 138,

    /// <summary>Something that is held or ordered has no price yet.</summary>
    PositionUnpriced = 139,

    // Of alerts.

    /// <summary>A rule cannot be read.</summary>
    AlertNotAllowed = 150,
    AlertUnknown = 151,
    TooManyAlerts = 152,

    /// <summary>Only an alert that has fired is armed again.</summary>
    AlertNotFired = 153,

    /// <summary>The list in force lacks a column.</summary>
    AlertColumnUnknown = 154,
    AlertTimeframeUnknown = 155,

    /// <summary>There is an alert of the same rule.</summary>
    AlertTwice = 156,
}
