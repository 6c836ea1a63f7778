using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Market;
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
}

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
}
