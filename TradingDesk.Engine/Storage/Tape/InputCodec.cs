using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>An input as bytes of the tape: kind, instrument, both stamps and the kind's own body.</summary>
internal static class InputCodec
{
    /// <summary>Bytes of an input without text: 21 of head and at most 96 of body.</summary>
    public const int PlainBytesMost = HeadBytes + 96;

    private const int HeadBytes = 21;

    /// <summary>The bytes an input takes.</summary>
    public static int BytesOf(in DeskInput input) => input.Cargo switch
    {
        null => PlainBytesMost,
        WarmInstrument warm => HeadBytes + WarmCodec.BytesOf(warm),
        RunCandles candles => HeadBytes + RunCandlesCodec.BytesOf(candles),
        _ => HeadBytes + sizeof(int) + Encoding.UTF8.GetMaxByteCount(TextOf(input).Length),
    };

    public static int Write(in DeskInput input, Span<byte> to)
    {
        to[0] = (byte)input.Kind;
        BinaryPrimitives.WriteInt32LittleEndian(to[1..], input.Instrument.Index);
        BinaryPrimitives.WriteInt64LittleEndian(to[5..], input.At.Nanos);
        BinaryPrimitives.WriteInt64LittleEndian(to[13..], input.MonotonicNanos);
        return HeadBytes + WriteBody(input, to[HeadBytes..]);
    }

    /// <summary>Reads one input and gives the bytes it took; bytes that are no input throw FormatException.</summary>
    public static int Read(ReadOnlySpan<byte> from, out DeskInput input)
    {
        if (from.Length < HeadBytes) throw new FormatException("The tape's block ends inside an input.");
        var kind = (InputKind)from[0];
        var instrument = new InstrumentId(BinaryPrimitives.ReadInt32LittleEndian(from[1..]));
        var at = new Instant(BinaryPrimitives.ReadInt64LittleEndian(from[5..]));
        var monotonicNanos = BinaryPrimitives.ReadInt64LittleEndian(from[13..]);
        var body = from[HeadBytes..];
        var length = BodyBytes(kind, body);
        if (length < 0 || body.Length < length) throw new FormatException("The tape's block ends inside an input.");
        input = Compose(kind, at, instrument, body[..length]) with { MonotonicNanos = monotonicNanos };
        return HeadBytes + length;
    }

    private static int WriteBody(in DeskInput input, Span<byte> to)
    {
        switch (input.Kind)
        {
            case InputKind.Tick or InputKind.Settlement: return Put(input.Tick, to);
            case InputKind.Depth: return Put(input.Depth, to);
            case InputKind.Warm: return WarmCodec.Write((WarmInstrument)input.Cargo!, to);
            case InputKind.WarmEnd: return PutWarmEnd(input.WarmEnd, to);
            case InputKind.RunCandles: return RunCandlesCodec.Write((RunCandles)input.Cargo!, to);
            case InputKind.Report: return Put(input.Report, to);
            case InputKind.JournalSynced: return PutSynced(input.Synced, to);
            case InputKind.Time or InputKind.HistoryEnd: return 0;
            default:
                var length = Encoding.UTF8.GetBytes(TextOf(input), to[sizeof(int)..]);
                BinaryPrimitives.WriteInt32LittleEndian(to, length);
                return sizeof(int) + length;
        }
    }

    private static int BodyBytes(InputKind kind, ReadOnlySpan<byte> body) => kind switch
    {
        InputKind.Tick or InputKind.Settlement => Unsafe.SizeOf<Tick>(),
        InputKind.Depth => Unsafe.SizeOf<Depth>(),
        InputKind.WarmEnd => sizeof(int) + 1,
        InputKind.Report => Unsafe.SizeOf<OrderEvent>(),
        InputKind.JournalSynced => sizeof(long) + 1,
        InputKind.Time or InputKind.HistoryEnd => 0,
        InputKind.Started or InputKind.Command or InputKind.Warm or InputKind.Recovered or InputKind.RunCandles
            when body.Length >= sizeof(int) => sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(body),
        _ => throw new FormatException($"The tape holds an input of the unknown kind {(byte)kind}."),
    };

    private static DeskInput Compose(InputKind kind, Instant at, InstrumentId instrument, ReadOnlySpan<byte> body) => kind switch
    {
        InputKind.Tick => DeskInput.Of(at, instrument, MemoryMarshal.Read<Tick>(body)),
        InputKind.Settlement => DeskInput.Settlement(at, instrument, MemoryMarshal.Read<Tick>(body)),
        InputKind.Depth => DeskInput.Of(at, instrument, MemoryMarshal.Read<Depth>(body)),
        InputKind.Warm => DeskInput.Warm(at, instrument, WarmCodec.Read(body)),
        InputKind.WarmEnd => DeskInput.WarmedUp(at, BinaryPrimitives.ReadInt32LittleEndian(body), (RefusalCode)body[sizeof(int)]),
        InputKind.RunCandles => DeskInput.Of(at, RunCandlesCodec.Read(body)),
        InputKind.Report => DeskInput.Of(at, instrument, MemoryMarshal.Read<OrderEvent>(body)),
        InputKind.JournalSynced =>
            DeskInput.JournalSynced(at, BinaryPrimitives.ReadInt64LittleEndian(body), (JournalHealth)body[sizeof(long)]),
        InputKind.Recovered => DeskInput.Recovered(at, ParsePage(Encoding.UTF8.GetString(body[sizeof(int)..]))),
        InputKind.Time => DeskInput.Time(at),
        InputKind.HistoryEnd => DeskInput.HistoryEnd(at),
        InputKind.Started => DeskInput.Started(at, DeskPlan.Parse(Encoding.UTF8.GetString(body[sizeof(int)..]))),
        _ => DeskInput.Of(at, ParseCommand(Encoding.UTF8.GetString(body[sizeof(int)..]))),
    };

    private static int Put<T>(in T body, Span<byte> to)
        where T : unmanaged
    {
        MemoryMarshal.Write(to, in body);
        return Unsafe.SizeOf<T>();
    }

    private static int PutWarmEnd((int Request, RefusalCode Failure) end, Span<byte> to)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, end.Request);
        to[sizeof(int)] = (byte)end.Failure;
        return sizeof(int) + 1;
    }

    private static int PutSynced((long Through, JournalHealth Health) synced, Span<byte> to)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, synced.Through);
        to[sizeof(long)] = (byte)synced.Health;
        return sizeof(long) + 1;
    }

    private static string TextOf(in DeskInput input) => input.Cargo switch
    {
        DeskPlan plan => plan.ToText(),
        SubmittedCommand command => command.ToText(),
        JournalPage page => string.Create(CultureInfo.InvariantCulture, $"{page.First} {page.Last} {page.Hash}"),
        _ => throw new InvalidOperationException("An input carries something that the tape cannot keep."),
    };

    private static JournalPage ParsePage(string text)
    {
        var parts = text.Split(' ');
        if (parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            return new JournalPage(first, last, parts[2], []);
        throw new FormatException("The tape names a stretch of the journal that cannot be read.");
    }

    private static SubmittedCommand ParseCommand(string text)
    {
        if (SubmittedCommand.TryParse(text, out var submitted)) return submitted!;
        throw new FormatException("The tape holds a command that cannot be read.");
    }
}
