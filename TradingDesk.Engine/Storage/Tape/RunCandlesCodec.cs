using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>Stored candles for a run as bytes of the tape: their length, the request, whether they are the last, the candles.</summary>
internal static class RunCandlesCodec
{
    private const int HeadBytes = 3 * sizeof(int);

    public static int BytesOf(RunCandles candles) => HeadBytes + (candles.Candles.Length * Unsafe.SizeOf<Candle>());

    public static int Write(RunCandles candles, Span<byte> to)
    {
        var length = BytesOf(candles);
        BinaryPrimitives.WriteInt32LittleEndian(to, length - sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(to[sizeof(int)..], candles.Request);
        BinaryPrimitives.WriteInt32LittleEndian(to[(2 * sizeof(int))..], candles.IsLast ? 1 : 0);
        MemoryMarshal.AsBytes(candles.Candles.AsSpan()).CopyTo(to[HeadBytes..]);
        return length;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; anything else throws FormatException.</summary>
    public static RunCandles Read(ReadOnlySpan<byte> from)
    {
        if (from.Length < HeadBytes || (from.Length - HeadBytes) % Unsafe.SizeOf<Candle>() != 0)
            throw new FormatException("The tape's block ends inside a run's history.");
        var request = BinaryPrimitives.ReadInt32LittleEndian(from[sizeof(int)..]);
        var isLast = BinaryPrimitives.ReadInt32LittleEndian(from[(2 * sizeof(int))..]) != 0;
        return new RunCandles(request, MemoryMarshal.Cast<byte, Candle>(from[HeadBytes..]).ToArray(), isLast);
    }
}
