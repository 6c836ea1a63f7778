using System.Runtime.InteropServices;

namespace TradingDesk.Engine.Indicators;

/// <summary>Collects an indicator's state as 64-bit words into a buffer of the caller's.</summary>
internal ref struct StateWriter(Span<long> words)
{
    private readonly Span<long> _words = words;

    public int Count { get; private set; }

    public void Write(long word) => _words[Count++] = word;

    public void Write(double number) => Write(BitConverter.DoubleToInt64Bits(number));

    public void Write(ReadOnlySpan<double> numbers)
    {
        MemoryMarshal.Cast<double, long>(numbers).CopyTo(_words[Count..]);
        Count += numbers.Length;
    }
}
