using System.Runtime.InteropServices;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
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

    /// <summary>The rare input's immutable content: a plan, a command or an instrument's history.</summary>
    public object? Cargo { get; private init; }

    private readonly InputBody _body;

    private DeskInput(in InputBody body) => _body = body;

    /// <summary>The input there are most of by far: its tick is copied once.</summary>
    private DeskInput(in Tick tick) => _body.Tick = tick;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref readonly Tick Tick => ref _body.Tick;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref readonly Depth Depth => ref _body.Depth;

    /// <summary>What a venue tells of an order.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ref readonly OrderEvent Report => ref _body.Report;

    /// <summary>Up to which fact of this run the journal is durable, and what the journal can do.</summary>
    public (long Through, JournalHealth Health) Synced => (_body.Through, _body.Health);

    /// <summary>The request whose history ends, and why it could not be had, if so.</summary>
    public (int Request, RefusalCode Failure) WarmEnd => (_body.Request, _body.Failure);

    public static DeskInput Started(Instant at, DeskPlan plan) => new() { Kind = InputKind.Started, At = at, Cargo = plan };

    public static DeskInput Time(Instant at) => new() { Kind = InputKind.Time, At = at };

    public static DeskInput Of(Instant at, InstrumentId instrument, in Tick tick) =>
        new(tick) { Kind = InputKind.Tick, At = at, Instrument = instrument };

    public static DeskInput Of(Instant at, InstrumentId instrument, in Depth depth) =>
        new(new InputBody { Depth = depth }) { Kind = InputKind.Depth, At = at, Instrument = instrument };

    /// <summary>An instrument's rungs and indicators as stored candles tell them, at the start or for a change that waits.</summary>
    public static DeskInput Warm(Instant at, InstrumentId instrument, WarmInstrument warm) =>
        new() { Kind = InputKind.Warm, At = at, Instrument = instrument, Cargo = warm };

    /// <summary>All history of a request was given, or a reason why it cannot be.</summary>
    public static DeskInput WarmedUp(Instant at, int request, RefusalCode failure) =>
        new(new InputBody { Request = request, Failure = failure }) { Kind = InputKind.WarmEnd, At = at };

    /// <summary>All history that the desk starts from was given.</summary>
    public static DeskInput HistoryEnd(Instant at) => new() { Kind = InputKind.HistoryEnd, At = at };

    public static DeskInput Of(Instant at, InstrumentId instrument, in OrderEvent report) =>
        new(new InputBody { Report = report }) { Kind = InputKind.Report, At = at, Instrument = instrument };

    /// <summary>The journal is durable up to that fact.</summary>
    public static DeskInput JournalSynced(Instant at, long through, JournalHealth health) =>
        new(new InputBody { Through = through, Health = health }) { Kind = InputKind.JournalSynced, At = at };

    /// <summary>A stretch of the journal, at the start.</summary>
    public static DeskInput Recovered(Instant at, JournalPage page) => new() { Kind = InputKind.Recovered, At = at, Cargo = page };

    /// <summary>What a contract was worth when it ended before this start; the price's time is the evidence's.</summary>
    public static DeskInput Settlement(Instant at, InstrumentId contract, in Tick price) =>
        new(new InputBody { Tick = price }) { Kind = InputKind.Settlement, At = at, Instrument = contract };

    /// <summary>Stored candles that a run asked for.</summary>
    public static DeskInput Of(Instant at, RunCandles candles) => new() { Kind = InputKind.RunCandles, At = at, Cargo = candles };

    public static DeskInput Of(Instant at, SubmittedCommand command) =>
        new() { Kind = InputKind.Command, At = at, Cargo = command };

    [StructLayout(LayoutKind.Explicit, Size = 96)]
    private struct InputBody
    {
        [FieldOffset(0)] public Tick Tick;
        [FieldOffset(0)] public Depth Depth;
        [FieldOffset(0)] public int Request;
        [FieldOffset(4)] public RefusalCode Failure;
        [FieldOffset(0)] public OrderEvent Report;
        [FieldOffset(0)] public long Through;
        [FieldOffset(8)] public JournalHealth Health;
    }
}

/// <summary>What an input is.</summary>
internal enum InputKind : byte
{
    Started = 1,
    Time = 2,
    Tick = 3,
    Depth = 4,
    HistoryEnd = 6,
    Command = 7,
    Warm = 8,
    WarmEnd = 9,
    Report = 10,
    JournalSynced = 11,
    Recovered = 12,
    Settlement = 13,
    RunCandles = 14,
}
