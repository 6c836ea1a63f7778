namespace TradingDesk.Engine.Indicators;

/// <summary>The closes before a candle, as far back as any indicator of the set looks, and how many candles closed in all.</summary>
internal readonly ref struct CloseRing(ReadOnlySpan<double> ring, int next, int candles)
{
    private readonly ReadOnlySpan<double> _ring = ring;

    /// <summary>Candles closed before this one.</summary>
    public int Candles { get; } = candles;

    /// <summary>The close so many candles before this one, 1 being the last closed; 0 from before the first candle.</summary>
    public double Back(int candles)
    {
        var at = unchecked(next - candles);
        if (at < 0) at = unchecked(at + _ring.Length);
        return _ring[at];
    }
}
