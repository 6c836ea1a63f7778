using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>A warm instrument as bytes of the tape: its length, request, end and day, then per timeframe seconds, rung and words.</summary>
internal static class WarmCodec
{
    private const int HeadBytes = 4 * sizeof(int) + sizeof(long);
    private const int RungHeadBytes = 2 * sizeof(int);

    /// <summary>Far more timeframes and words than any desk has: what is beyond is no warm instrument.</summary>
    private const int CountMost = 1 << 20;

    public static int BytesOf(WarmInstrument warm) => HeadBytes + Unsafe.SizeOf<RememberedDay>()
        + warm.Rungs.Sum(rung => RungHeadBytes + Unsafe.SizeOf<RungState>() + (rung.Words.Length * sizeof(long)));

    public static int Write(WarmInstrument warm, Span<byte> to)
    {
        var length = BytesOf(warm);
        var rest = to;
        Put(length - sizeof(int), ref rest);
        Put(warm.Request, ref rest);
        Put(warm.Rungs.Count, ref rest);
        Put(0, ref rest);
        Put(warm.Through.Nanos, ref rest);
        Put(warm.Day, ref rest);
        foreach (var rung in warm.Rungs)
        {
            Put(rung.Seconds, ref rest);
            Put(rung.Words.Length, ref rest);
            Put(rung.Rung, ref rest);
            MemoryMarshal.AsBytes(rung.Words.AsSpan()).CopyTo(rest);
            rest = rest[(rung.Words.Length * sizeof(long))..];
        }

        return length;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; anything else throws FormatException.</summary>
    public static WarmInstrument Read(ReadOnlySpan<byte> from)
    {
        try
        {
            Take<int>(ref from);
            var request = Take<int>(ref from);
            var rungs = new WarmRung[Count(ref from)];
            Take<int>(ref from);
            var through = new Instant(Take<long>(ref from));
            var day = Take<RememberedDay>(ref from);
            for (var i = 0; i < rungs.Length; i++) rungs[i] = ReadRung(ref from);
            return new WarmInstrument(request, through, day, rungs);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new FormatException("The tape's block ends inside an instrument's history.");
        }
    }

    private static WarmRung ReadRung(ref ReadOnlySpan<byte> from)
    {
        var seconds = Take<int>(ref from);
        var words = new long[Count(ref from)];
        var rung = Take<RungState>(ref from);
        var bytes = words.Length * sizeof(long);
        from[..bytes].CopyTo(MemoryMarshal.AsBytes(words.AsSpan()));
        from = from[bytes..];
        return new WarmRung(seconds, rung, words);
    }

    private static int Count(ref ReadOnlySpan<byte> from)
    {
        var count = Take<int>(ref from);
        return count is >= 0 and <= CountMost ? count : throw new FormatException("The tape holds an instrument's history of no length.");
    }

    private static void Put<T>(in T value, ref Span<byte> to)
        where T : unmanaged
    {
        MemoryMarshal.Write(to, in value);
        to = to[Unsafe.SizeOf<T>()..];
    }

    private static T Take<T>(ref ReadOnlySpan<byte> from)
        where T : unmanaged
    {
        var value = MemoryMarshal.Read<T>(from);
        from = from[Unsafe.SizeOf<T>()..];
        return value;
    }
}
