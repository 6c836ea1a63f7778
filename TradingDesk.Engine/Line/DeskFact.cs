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
}

/// <summary>Why the desk did not do what it was asked.</summary>
internal enum RefusalCode : byte
{
    None = 0,
    TimeframeNotAllowed = 1,
    TooManyTimeframes = 2,
}
