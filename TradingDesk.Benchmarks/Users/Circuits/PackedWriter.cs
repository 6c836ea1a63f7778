using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TradingDesk.Benchmarks.Users.Circuits;

/// <summary>One message of a browser to its circuit: MessagePack behind its own length.</summary>
internal sealed class PackedWriter
{
    private const int FewMost = 15;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public PackedWriter Array(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, FewMost);
        return Byte((byte)(0x90 | count));
    }

    public PackedWriter EmptyMap() => Byte(0x80);

    public PackedWriter Nothing() => Byte(0xc0);

    public PackedWriter Flag(bool value) => Byte(value ? (byte)0xc3 : (byte)0xc2);

    public PackedWriter Number(long value)
    {
        Byte(0xd3);
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
        return this;
    }

    public PackedWriter Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Byte(0xdb);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), length);
        _bytes.Advance(sizeof(int));
        _bytes.Advance(Encoding.UTF8.GetBytes(value, _bytes.GetSpan(Math.Max(length, 1))));
        return this;
    }

    /// <summary>The message as it goes on the wire: seven bits of its length a byte, the lowest first, and itself.</summary>
    public byte[] ToMessage()
    {
        var prefix = new List<byte>();
        var left = _bytes.WrittenCount;
        do
        {
            var seven = (byte)(left & 0x7f);
            left >>= 7;
            prefix.Add(left > 0 ? (byte)(seven | 0x80) : seven);
        }
        while (left > 0);
        return [.. prefix, .. _bytes.WrittenSpan];
    }

    private PackedWriter Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
        return this;
    }
}
