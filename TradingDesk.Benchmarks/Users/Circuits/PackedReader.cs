using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace TradingDesk.Benchmarks.Users.Circuits;

/// <summary>Reads what a circuit sends: messages one after the other, each MessagePack behind its own length.</summary>
internal ref struct PackedReader(ReadOnlyMemory<byte> bytes)
{
    private ReadOnlyMemory<byte> _left = bytes;

    public readonly bool IsAtEnd => _left.IsEmpty;

    /// <summary>The next message, which is a list of values.</summary>
    public object?[] Message()
    {
        var (length, shift) = (0, 0);
        byte seven;
        do
        {
            seven = Take(1)[0];
            length |= (seven & 0x7f) << shift;
            shift += 7;
        }
        while ((seven & 0x80) != 0);
        var inside = new PackedReader(_left[..length]);
        _left = _left[length..];
        return inside.Value() as object?[] ?? throw new InvalidDataException("A message is no list.");
    }

    /// <summary>The next value: null, bool, long, double, text, bytes or a list.</summary>
    private object? Value()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            < 0x80 => (long)kind,
            < 0x90 => Map(kind & 0x0f),
            < 0xa0 => List(kind & 0x0f),
            < 0xc0 => Text(kind & 0x1f),
            >= 0xe0 => (long)(sbyte)kind,
            0xc0 => null,
            0xc2 or 0xc3 => kind == 0xc3,
            0xc4 or 0xc5 or 0xc6 => Bytes((int)Unsigned(1 << (kind - 0xc4))),
            0xcb => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double))),
            0xcc or 0xcd or 0xce or 0xcf => Unsigned(1 << (kind - 0xcc)),
            0xd0 => (long)(sbyte)Take(1)[0],
            0xd1 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short))),
            0xd2 => (long)BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long))),
            0xd9 or 0xda or 0xdb => Text((int)Unsigned(1 << (kind - 0xd9))),
            0xdc or 0xdd => List((int)Unsigned(kind == 0xdc ? 2 : 4)),
            0xde or 0xdf => Map((int)Unsigned(kind == 0xde ? 2 : 4)),
            _ => throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"No value begins with {kind:x2}.")),
        };
    }

    private object?[] List(int count)
    {
        var values = new object?[count];
        for (var i = 0; i < count; i++) values[i] = Value();
        return values;
    }

    private object?[] Map(int count) => List(2 * count);

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private ReadOnlyMemory<byte> Bytes(int length)
    {
        var taken = _left[..length];
        _left = _left[length..];
        return taken;
    }

    private long Unsigned(int size)
    {
        var value = 0L;
        foreach (var one in Take(size)) value = (value << 8) | one;
        return value;
    }

    private ReadOnlySpan<byte> Take(int length) => Bytes(length).Span;
}
