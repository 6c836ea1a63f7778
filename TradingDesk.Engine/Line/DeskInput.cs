using System.Runtime.InteropServices;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>One thing that happened to the desk: the only way anything enters the engine.</summary>
internal readonly struct DeskInput
{
    public InputKind Kind { get; private init; }

    public InstrumentId Instrument { get; private init; }

    /// <summary>The line's clock on entry, UTC; the market's clock where the market is simulated.</summary>
    public Instant At { get; init; }

    /// <summary>The monotonic clock on entry in nanoseconds; for latencies only, no decision reads it.</summary>
    public long MonotonicNanos { get; init; }

    /// <summary>The rare input's immutable content: a plan or a command.</summary>
    public object? Cargo { get; private init; }

    private readonly InputBody _body;

    private DeskInput(in InputBody body) => _body = body;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref readonly Tick Tick => ref _body.Tick;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref readonly Depth Depth => ref _body.Depth;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref readonly Candle Candle => ref _body.Candle;

    public static DeskInput Started(Instant at, DeskPlan plan) => new() { Kind = InputKind.Started, At = at, Cargo = plan };

    public static DeskInput Time(Instant at) => new() { Kind = InputKind.Time, At = at };

    public static DeskInput Of(Instant at, InstrumentId instrument, in Tick tick) =>
        new(new InputBody { Tick = tick }) { Kind = InputKind.Tick, At = at, Instrument = instrument };

    public static DeskInput Of(Instant at, InstrumentId instrument, in Depth depth) =>
        new(new InputBody { Depth = depth }) { Kind = InputKind.Depth, At = at, Instrument = instrument };

    /// <summary>A stored candle that warms the desk at its start.</summary>
    public static DeskInput History(Instant at, InstrumentId instrument, in Candle candle) =>
        new(new InputBody { Candle = candle }) { Kind = InputKind.History, At = at, Instrument = instrument };

    public static DeskInput HistoryEnd(Instant at) => new() { Kind = InputKind.HistoryEnd, At = at };

    public static DeskInput Of(Instant at, SubmittedCommand command) =>
        new() { Kind = InputKind.Command, At = at, Cargo = command };

    [StructLayout(LayoutKind.Explicit, Size = 96)]
    private struct InputBody
    {
        [FieldOffset(0)] public Tick Tick;
        [FieldOffset(0)] public Depth Depth;
        [FieldOffset(0)] public Candle Candle;
    }
}

/// <summary>What an input is.</summary>
internal enum InputKind : byte
{
    Started = 1,
    Time = 2,
    Tick = 3,
    Depth = 4,
    History = 5,
    HistoryEnd = 6,
    Command = 7,
}
