using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Faulty;

/// <summary>What a misbehaving feed makes of one good tick: the tick as it sends it, and what it sends besides.</summary>
internal sealed class SpoiledTicks(ulong seed, FeedFault faults)
{
    /// <summary>Ticks for one in a burst.</summary>
    private const int BurstTicks = 50;

    private const int BurstSecondsMost = 3;

    private static readonly long[] _badPrices = [0, -1, long.MinValue, long.MaxValue, Price.Max.Scaled + 1];

    private readonly FaultDice _dice = new(seed, faults);

    /// <summary>The day volume at which the feed's own count began anew, by instrument.</summary>
    private readonly Dictionary<InstrumentId, long> _began = [];

    /// <summary>The good tick as the feed sends it.</summary>
    public Tick Spoil(InstrumentId id, in Tick tick, Instant at, long number)
    {
        var spoiled = tick with { Time = tick.Time.PlusMilliseconds(_dice.SkewMilliseconds(at)) };
        if (_dice.Strikes(FeedFault.VolumeReset, number, 2)) _began[id] = tick.DayVolume;
        if (!_began.TryGetValue(id, out var began) || began > tick.DayVolume) began = 0;
        var isStray = _dice.Draw(FeedFault.VolumeReset, number, 1) % 500 == 0 && _dice.Strikes(FeedFault.VolumeReset, number, 1_000);
        return spoiled with { DayVolume = isStray ? 0 : tick.DayVolume - began };
    }

    /// <summary>What comes before the tick: bad prices, garbage, and in a burst its like with other prices.</summary>
    public IEnumerable<Tick> Besides(Tick tick, Instant at, long number)
    {
        if (_dice.Strikes(FeedFault.BadPrice, number, 20))
            yield return tick with { Last = new Price(_badPrices[_dice.Draw(FeedFault.BadPrice, number, 1) % (ulong)_badPrices.Length]) };
        if (_dice.Strikes(FeedFault.Garbage, number, 20)) yield return Garbage(tick, number);
        if (!_dice.IsInSpell(FeedFault.Burst, at, BurstSecondsMost, out _)) yield break;
        for (var like = 1; like < BurstTicks; like++)
        {
            var away = (long)(_dice.Draw(FeedFault.Burst, number, 3 + like) % 11) - 5;
            var last = tick.Last.Scaled + (away * (Price.Scale / 20));
            yield return tick with { Last = new Price(Math.Max(Price.Scale / 20, last)) };
        }
    }

    private Tick Garbage(in Tick tick, long number)
    {
        var field = 0;
        return new Tick
        {
            Time = new Instant(Bits(tick.Time.Nanos)),
            Last = new Price(Bits(tick.Last.Scaled)),
            LastQuantity = new Quantity(Bits(tick.LastQuantity.Units)),
            DayVolume = Bits(tick.DayVolume),
            DayOpen = new Price(Bits(tick.DayOpen.Scaled)),
            DayHigh = new Price(Bits(tick.DayHigh.Scaled)),
            DayLow = new Price(Bits(tick.DayLow.Scaled)),
            PreviousClose = new Price(Bits(tick.PreviousClose.Scaled)),
        };

        long Bits(long good)
        {
            var draw = _dice.Draw(FeedFault.Garbage, number, 2 * ++field);
            return (draw % 8) switch
            {
                < 4 => good,
                4 => unchecked((long)_dice.Draw(FeedFault.Garbage, number, (2 * field) + 1)),
                5 => unchecked((long)_dice.Draw(FeedFault.Garbage, number, (2 * field) + 1)) >> 32,
                6 => long.MinValue,
                _ => long.MaxValue,
            };
        }
    }
}
