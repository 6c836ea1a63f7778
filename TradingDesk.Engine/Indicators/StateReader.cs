namespace TradingDesk.Engine.Indicators;

/// <summary>Hands an indicator back the words its StateWriter took, in the same order.</summary>
internal ref struct StateReader(ReadOnlySpan<long> words)
{
    private readonly ReadOnlySpan<long> _words = words;
    private int _next;

    public long ReadLong() => _words[_next++];

    public int ReadInt() => checked((int)ReadLong());

    public double ReadDouble() => BitConverter.Int64BitsToDouble(ReadLong());

    public void ReadDoubles(Span<double> numbers)
    {
        foreach (ref var number in numbers) number = ReadDouble();
    }
}
