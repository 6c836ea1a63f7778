namespace TradingDesk.Engine.Primitives;

/// <summary>Hashed randomness: the same key gives the same number on every machine, in any order.</summary>
/// <remarks>The mixing step is SplitMix64's (Steele, Lea, Flood 2014).</remarks>
internal static class Noise
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const double To53Bits = 1.0 / (1L << 53);

    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>The number at a place of a key's endless row.</summary>
    public static ulong At(ulong key, long place)
    {
        unchecked
        {
            return Mix(key + (((ulong)place + 1) * Golden));
        }
    }

    /// <summary>A key of its own for a text under a seed (FNV-1a).</summary>
    public static ulong KeyOf(ulong seed, string text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        unchecked
        {
            foreach (var letter in text) hash = (hash ^ letter) * 1_099_511_628_211;
        }

        return Mix(Mix(seed) ^ hash);
    }

    /// <summary>From 0 up to but not including 1.</summary>
    public static double Share(ulong hash) => (hash >> 11) * To53Bits;

    /// <summary>From -1 up to but not including 1.</summary>
    public static double Signed(ulong hash) => (Share(hash) * 2) - 1;
}
