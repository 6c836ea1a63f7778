using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Line.Alerts;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>One thing the engine decided or established: ordered, numbered from 1, never lost. Unmanaged, so its bytes can be
/// hashed.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct DeskFact
{
    [FieldOffset(0)] public long Number;

    /// <summary>The line's clock when it came about.</summary>
    [FieldOffset(8)] public Instant At;

    [FieldOffset(16)] public FactKind Kind;

    [FieldOffset(17)] public RefusalCode Refusal;

    /// <summary>Always 0: fills the place up to the next field, for the hash sees every byte.</summary>
    [FieldOffset(18)] public short Unused;

    [FieldOffset(20)] public InstrumentId Instrument;

    /// <summary>The receipt's number of the command it answers; 0 for none.</summary>
    [FieldOffset(24)] public long Command;

    [FieldOffset(32)] public Candle Candle;
    [FieldOffset(32)] public IndicatorReadings Readings;

    /// <summary>How long the clock stood still, for TimeJumped.</summary>
    [FieldOffset(32)] public long GapNanos;

    [FieldOffset(32)] public IntentTerms Intent;
    [FieldOffset(32)] public OrderEvent Order;
    [FieldOffset(32)] public AccountEvent Account;
    [FieldOffset(32)] public RunEvent Run;
    [FieldOffset(32)] public SignalTerms Signal;
    [FieldOffset(32)] public RiskEvent Risk;
    [FieldOffset(32)] public AlertEvent Alert;
    [FieldOffset(32)] public KillEvent Kill;
    [FieldOffset(32)] public BracketEvent Bracket;

    /// <summary>Whether it is about money: kept in the journal, and what follows from it waits until it is durable.</summary>
    public readonly bool IsJournaled => Kind >= FactKind.AccountOpened;
}

/// <summary>What a fact says.</summary>
internal enum FactKind : byte
{
    Started = 1,
    CandleClosed = 2,

    /// <summary>Values of some indicators at the close of the candle named by the fact before it.</summary>
    IndicatorsRead = 3,
    TimeframesChanged = 4,
    CommandRefused = 5,

    /// <summary>The clock moved on by more than two seconds at once: whatever happened meanwhile is not known.</summary>
    TimeJumped = 6,
    HistoryLoaded = 7,

    /// <summary>A change asks for history and waits for it.</summary>
    HistoryWanted = 8,

    /// <summary>Other indicator lists are in force, warm, from the next candle on.</summary>
    IndicatorsChanged = 9,

    /// <summary>Timeframes that were added have their history.</summary>
    TimeframesWarm = 10,

    /// <summary>Timeframes that were added stay cold, for their history could not be had.</summary>
    TimeframesCold = 11,

    /// <summary>An entry was added to the calendar in force.</summary>
    CalendarChanged = 12,

    /// <summary>A command came again under its key; what it carries is the first one's intent.</summary>
    AnsweredBefore = 20,

    // From here on the journal keeps them.
    AccountOpened = 40,
    CashMoved = 41,
    AccountReset = 42,

    /// <summary>An intent passed all checks and is cut into its orders.</summary>
    IntentAccepted = 43,

    /// <summary>An intent was refused; it never becomes an order.</summary>
    IntentDenied = 44,

    /// <summary>Something happened to an order.</summary>
    OrderMoved = 45,

    /// <summary>An account's day is over: its charges are final, delivered shares are holdings.</summary>
    DayClosed = 46,

    /// <summary>An expired contract was settled in cash.</summary>
    PositionSettled = 47,

    /// <summary>A trailing stop followed the price.</summary>
    StopMoved = 48,

    /// <summary>A person put a bracket's stop or target elsewhere.</summary>
    BracketMoved = 49,

    /// <summary>A strategy's run was declared; its command has the declaration.</summary>
    RunDeclared = 60,

    /// <summary>Another version of a run's declaration holds; its command has it.</summary>
    RunChanged = 61,

    /// <summary>A run is in another state.</summary>
    RunMoved = 62,

    /// <summary>A strategy wished for something.</summary>
    SignalRaised = 63,

    /// <summary>What a strategy would have wished when a person asked.</summary>
    RunEvaluated = 64,

    /// <summary>Limits of an account or a run were set; the command says which, by whom and why.</summary>
    LimitsSet = 70,

    /// <summary>An account or a run is held, or trades again.</summary>
    RiskStateChanged = 71,

    /// <summary>The net worth that drawdown counts from went up.</summary>
    PeakRaised = 72,

    /// <summary>What a run has made in all when its account's day ends: where its next day begins.</summary>
    RunDayEnded = 73,

    /// <summary>A kill switch was latched, or latched again.</summary>
    KillLatched = 75,

    /// <summary>A kill switch came to another stage.</summary>
    KillMoved = 76,

    /// <summary>A kill switch was let go.</summary>
    KillCleared = 77,

    /// <summary>An intraday position was not left before its session ended.</summary>
    SquareOffMissed = 78,

    /// <summary>An account with real money was armed. Nothing is armed by reading it.</summary>
    AccountArmed = 79,

    /// <summary>An alert was added; its command has the rule.</summary>
    AlertAdded = 80,
    AlertRemoved = 81,

    /// <summary>An alert's condition became true.</summary>
    AlertFired = 82,

    /// <summary>A person armed an alert again.</summary>
    AlertRearmed = 83,

    /// <summary>The condition of an alert that was armed while it was true has been false once; or a crossing has its first side.</summary>
    AlertReady = 84,

    /// <summary>What an alert is about is not there any more; it says nothing until it is.</summary>
    AlertBlinded = 85,

    /// <summary>What an alert is about is there again.</summary>
    AlertSees = 86,

    /// <summary>An account's highest result of the day, told in steps while an alert on its drawdown needs it.</summary>
    DayPeakRose = 87,
}
