using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>Up to nine consecutive columns of the indicator list, read at one candle's close.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct IndicatorReadings
{
    public const int Most = 9;

    public Instant Start;
    public int Seconds;
    public int ListVersion;

    /// <summary>The first column that Values holds.</summary>
    public short First;

    public short Count;

    /// <summary>Bit n is set when column First + n is ready.</summary>
    public int Ready;

    public ReadingValues Values;

    [InlineArray(Most)]
    public struct ReadingValues
    {
        private double _first;
    }
}
