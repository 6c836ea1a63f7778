using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>A bounded random walk that can be read at any moment without walking to it.</summary>
/// <remarks>
/// Lévy's construction of Brownian motion: between hashed ends of a block, tents of half the length each add their hashed
/// height. Each length needs one hash, moments apart are independent, and the sum has a bound. A day's move has the deviation 1.
/// </remarks>
internal static class RandomPath
{
    /// <summary>Units of the variance clock in one trading day.</summary>
    public const long Day = 1L << DayBits;

    private const int DayBits = 31;

    /// <summary>Blocks of 64 days; their ends stay within three daily deviations times the root of three.</summary>
    private const int LongestBits = DayBits + 6;

    /// <summary>Shorter than a minute around the clock; what is finer belongs to the minute itself.</summary>
    private const int ShortestBits = DayBits - 11;

    private const double EndDeviation = 3;

    /// <summary>A uniform number between -1 and 1 times this has the deviation 1.</summary>
    private static readonly double _unitDeviation = Math.Sqrt(3);

    private static readonly double[] _tentHeights = MakeTentHeights();

    /// <summary>The walk of a key at a moment of the variance clock, in daily deviations.</summary>
    public static double At(ulong key, long moment)
    {
        const long Longest = 1L << LongestBits;
        var block = moment >> LongestBits;
        var share = (double)(moment & (Longest - 1)) / Longest;
        var left = Noise.Signed(Noise.At(key, block));
        var right = Noise.Signed(Noise.At(key, block + 1));
        var value = (left + ((right - left) * share)) * EndDeviation * _unitDeviation;
        for (var bits = LongestBits; bits >= ShortestBits; bits--)
        {
            var hash = Noise.At(key, ((moment >> bits) << 6) + bits);
            var place = (double)(moment & ((1L << bits) - 1)) / (1L << bits);
            var tent = place < 0.5 ? place * 2 : 2 - (place * 2);
            value += _tentHeights[bits - ShortestBits] * tent * Noise.Signed(hash);
        }

        return value;
    }

    /// <summary>
    /// The height, as a factor of a number between -1 and 1, that the middle of such a span differs from its ends'
    /// mean.
    /// </summary>
    public static double TentHeight(double days) => _unitDeviation * 0.5 * Math.Sqrt(days);

    private static double[] MakeTentHeights()
    {
        var heights = new double[LongestBits - ShortestBits + 1];
        for (var i = 0; i < heights.Length; i++) heights[i] = TentHeight((double)(1L << (i + ShortestBits)) / Day);
        return heights;
    }
}
