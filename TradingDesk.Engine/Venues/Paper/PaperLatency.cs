using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>How long a request takes to the venue and a report back: hashed from the seed and what it is about, so a run repeats.</summary>
internal sealed class PaperLatency(PaperRules rules, ulong seed)
{
    private const int VersionsMost = 256;

    public long There(in VenueRequest request)
    {
        var hash = HashOf(request.Tag, ((int)request.Kind * VersionsMost) + request.Version);
        var isSlow = (int)(hash % 100) < rules.SlowPercent;
        return isSlow
            ? Between(rules.ThereUsualMilliseconds, rules.ThereMostMilliseconds, hash)
            : Between(rules.ThereLeastMilliseconds, rules.ThereUsualMilliseconds, hash);
    }

    /// <param name="tag">The order it is about.</param>
    /// <param name="number">How many reports of the order went before.</param>
    public long Back(OrderTag tag, int number) =>
        Between(rules.BackLeastMilliseconds, rules.BackMostMilliseconds, HashOf(tag, -1 - number));

    private ulong HashOf(OrderTag tag, long place) => Noise.At(Noise.Mix(Noise.Mix(seed) ^ tag.Low) ^ tag.High, place);

    private static long Between(int least, int most, ulong hash)
    {
        var span = (most - least) * Instant.NanosPerMillisecond;
        return (least * Instant.NanosPerMillisecond) + (long)(Noise.Share(hash) * span);
    }
}
