using System.Numerics;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Faulty;

/// <summary>
/// What happens to which tick, and when, as a function of the seed: every fault draws from a row of its own, so that one more fault
/// changes nothing in the others.
/// </summary>
internal sealed class FaultDice(ulong seed, FeedFault faults)
{
    private const long SpellSeconds = 60;

    /// <summary>Whether the fault is on and strikes at that place, so many times in a thousand.</summary>
    public bool Strikes(FeedFault fault, long place, int perThousand) =>
        faults.HasFlag(fault) && Draw(fault, place, 0) % 1_000 < (ulong)perThousand;

    /// <summary>A number for that place; each number of a place has its own order.</summary>
    public ulong Draw(FeedFault fault, long place, int order) => Noise.At(KeyOf(fault, order), place);

    /// <summary>
    /// Whether one of the fault's spells covers the moment: in two of three minutes there is one, of at most that many seconds. The draw
    /// is the spell's own number.
    /// </summary>
    public bool IsInSpell(FeedFault fault, Instant moment, int secondsMost, out ulong draw)
    {
        var minute = moment.UnixSeconds / SpellSeconds;
        draw = Draw(fault, minute, 1);
        if (!faults.HasFlag(fault) || draw % 3 == 0) return false;
        var length = 1 + (long)(Draw(fault, minute, 2) % (ulong)secondsMost);
        var begin = (long)(Draw(fault, minute, 3) % (ulong)(SpellSeconds - length + 1));
        var second = moment.UnixSeconds - (minute * SpellSeconds);
        return second >= begin && second < begin + length;
    }

    /// <summary>How far the exchange's clock is from the desk's: it drifts there and back in four minutes, by eight seconds.</summary>
    public long SkewMilliseconds(Instant moment)
    {
        if (!faults.HasFlag(FeedFault.Skew)) return 0;
        var most = (Noise.Share(Draw(FeedFault.Skew, 0, 1)) * 16_000) - 8_000;
        var phase = (moment.UnixMilliseconds % 240_000) / 240_000.0;
        return (long)(most * (1 - Math.Abs((2 * phase) - 1)));
    }

    private ulong KeyOf(FeedFault fault, int order) =>
        Noise.Mix(Noise.Mix(seed) ^ ((ulong)BitOperations.Log2((uint)fault) << 8) ^ (ulong)order);
}
