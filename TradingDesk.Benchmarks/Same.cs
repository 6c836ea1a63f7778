using System.Runtime.InteropServices;
using TradingDesk.Engine.Market;

namespace TradingDesk.Benchmarks;

/// <summary>When two results count as equal: candles to the byte, values to a billionth of their size.</summary>
internal static class Same
{
    private const double Tolerance = 1e-9;

    public static bool Candle(in Candle left, in Candle right) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<Candle>(in left)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<Candle>(in right)));

    /// <summary>A value that is not ready is NaN on both sides.</summary>
    public static bool Value(double left, double right) =>
        double.IsNaN(left) ? double.IsNaN(right) : Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Abs(right));
}
