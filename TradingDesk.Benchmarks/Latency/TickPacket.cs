using System.Buffers.Binary;
using System.Diagnostics;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Latency;

/// <summary>
/// A tick as the goal's own sender puts it on the wire, 51 bytes, the high byte first: length, kind, token, the moment it should be sent,
/// market time, last price, the day's volume, open interest, and a sum that tells a torn packet.
/// </summary>
internal readonly record struct TickPacket(int Token, long DueAt, Instant Time, Price Last, long DayVolume)
{
    public const int Bytes = 51;
    private const byte Kind = 7;
    private const int SumAt = Bytes - sizeof(uint);

    /// <summary>Tokens are 1 and up, in the order of the desk's instruments.</summary>
    public InstrumentId Instrument => new(Token - 1);

    /// <summary>Whether it begins a minute, so that its instrument's candle closes by it.</summary>
    public bool Decides => Time.Nanos % (Timeframe.Minute.Seconds * Instant.NanosPerSecond) == 0;

    public DeskInput ToInput() => DeskInput.Of(Time, Instrument, new Tick { Time = Time, Last = Last, DayVolume = DayVolume });

    public void Write(Span<byte> packet)
    {
        BinaryPrimitives.WriteUInt16BigEndian(packet, Bytes);
        packet[2] = Kind;
        BinaryPrimitives.WriteInt32BigEndian(packet[3..], Token);
        BinaryPrimitives.WriteInt64BigEndian(packet[7..], DueAt);
        BinaryPrimitives.WriteInt64BigEndian(packet[15..], Time.Nanos);
        BinaryPrimitives.WriteInt64BigEndian(packet[23..], Last.Scaled);
        BinaryPrimitives.WriteInt64BigEndian(packet[31..], DayVolume);
        BinaryPrimitives.WriteInt64BigEndian(packet[39..], 0);
        BinaryPrimitives.WriteUInt32BigEndian(packet[SumAt..], SumOf(packet));
    }

    /// <summary>The packet that begins there, judged as a broker's would be; every one that was sent must be sound.</summary>
    public static TickPacket Read(ReadOnlySpan<byte> packet, int instruments)
    {
        var read = new TickPacket(
            BinaryPrimitives.ReadInt32BigEndian(packet[3..]),
            BinaryPrimitives.ReadInt64BigEndian(packet[7..]),
            new Instant(BinaryPrimitives.ReadInt64BigEndian(packet[15..])),
            new Price(BinaryPrimitives.ReadInt64BigEndian(packet[23..])),
            BinaryPrimitives.ReadInt64BigEndian(packet[31..]));
        var isSound = BinaryPrimitives.ReadUInt16BigEndian(packet) == Bytes && packet[2] == Kind
            && read.Token >= 1 && read.Token <= instruments && read.Last.Scaled > 0 && read.DayVolume >= 0
            && BinaryPrimitives.ReadUInt32BigEndian(packet[SumAt..]) == SumOf(packet);
        return isSound ? read : throw new UnreachableException("A packet was read that was never sent.");
    }

    private static uint SumOf(ReadOnlySpan<byte> packet)
    {
        var sum = 0u;
        foreach (var part in packet[..SumAt]) sum = unchecked((sum * 31) + part);
        return sum;
    }
}
