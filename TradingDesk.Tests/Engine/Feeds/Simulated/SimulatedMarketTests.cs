using System.Globalization;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Feeds.Simulated;

public sealed class SimulatedMarketTests(ITestOutputHelper output)
{
    private const ulong Seed = 20_261_120;
    private static readonly Instant _noon = SimulatedWorld.At("2026-11-20T12:00:00");
    private static readonly Instant _open = SimulatedWorld.At("2026-11-20T09:15:00");

    [Theory]
    [InlineData("always-open")]
    [InlineData("weekdays")]
    public void A_second_is_the_same_from_a_fresh_market_and_in_any_order(string calendar)
    {
        var walked = World(calendar);
        var jumped = World(calendar);
        var seconds = Enumerable.Range(0, 150).Select(i => _open.PlusSeconds(30 + i)).ToArray();

        var forward = seconds.ToDictionary(second => second, second => walked.Second(second).ToArray());

        foreach (var second in seconds.Reverse().Where((_, place) => place % 50 == 0))
            Assert.Equal(forward[second].Select(Text), jumped.Second(second).ToArray().Select(Text));
    }

    [Fact]
    public void Another_seed_is_another_market()
    {
        var one = new SimulatedWorld(1, TestCalendars.Weekdays).TicksOf(new InstrumentId(10), _noon, 30);
        var two = new SimulatedWorld(2, TestCalendars.Weekdays).TicksOf(new InstrumentId(10), _noon, 30);

        Assert.NotEmpty(one);
        Assert.NotEqual(one, two);
    }

    [Fact]
    public void Events_of_a_second_come_in_the_order_of_time_and_an_instrument_s_ticks_at_different_milliseconds()
    {
        var world = World("weekdays");

        for (var i = 0; i < 90; i++)
        {
            var second = _open.PlusSeconds(i);
            var events = world.Second(second).ToArray();
            Assert.All(events, happened => Assert.Equal(second, happened.Time.Second));
            Assert.All(events.Zip(events.Skip(1)), pair => Assert.True(pair.First.Time <= pair.Second.Time));
            Assert.All(
                events.Where(happened => !happened.IsDepth).GroupBy(happened => happened.Instrument),
                ticks => Assert.Equal(ticks.Count(), ticks.Select(tick => tick.Time).Distinct().Count()));
        }
    }

    [Theory]
    [InlineData("2026-11-20T09:15:00")]
    [InlineData("2026-11-20T09:16:00")]
    [InlineData("2026-11-20T12:34:00")]
    [InlineData("2026-11-20T15:29:00")]
    public void A_minute_and_its_seconds_are_exactly_what_their_ticks_make(string start)
    {
        var world = World("weekdays");
        var minute = SimulatedWorld.At(start);
        var volumes = VolumesBefore(world, minute);
        var minutes = new Dictionary<InstrumentId, Candle>();
        var seconds = new Dictionary<(InstrumentId, Instant), Candle>();

        for (var i = 0; i < 60; i++)
        {
            foreach (ref readonly var happened in world.Second(minute.PlusSeconds(i)))
            {
                if (happened.IsDepth) continue;
                var id = happened.Instrument;
                var traded = happened.Tick.DayVolume - volumes[id.Index];
                volumes[id.Index] = happened.Tick.DayVolume;
                Merge(minutes, id, minute, 60, happened.Tick, traded);
                Merge(seconds, (id, minute.PlusSeconds(i)), minute.PlusSeconds(i), 1, happened.Tick, traded);
            }
        }

        Assert.Equal(world.Instruments.Count, minutes.Count);
        Assert.All(minutes, pair => Assert.Equal(pair.Value, world.Market.MinuteOf(pair.Key, minute)));
        Assert.All(seconds, pair => Assert.Equal(pair.Value, world.Market.SecondOf(pair.Key.Item1, pair.Key.Item2)));
    }

    [Fact]
    public void The_day_s_volume_never_steps_back_and_indices_have_none()
    {
        var world = World("weekdays");
        var volumes = new long[world.Instruments.Count];

        for (var i = 0; i < 900; i++)
        {
            foreach (ref readonly var happened in world.Second(_open.PlusSeconds(i * 25)))
            {
                if (happened.IsDepth) continue;
                Assert.True(happened.Tick.DayVolume >= volumes[happened.Instrument.Index]);
                volumes[happened.Instrument.Index] = happened.Tick.DayVolume;
            }
        }

        Assert.All(world.Instruments.All, i => Assert.Equal(i.Kind == InstrumentKind.Index, volumes[i.Id.Index] == 0));
        Assert.All(world.Instruments.All, i => Assert.Equal(0, volumes[i.Id.Index] % i.Lot));
    }

    [Fact]
    public void The_day_s_open_high_and_low_are_those_of_the_session_s_ticks_also_after_a_jump()
    {
        var world = World("weekdays");
        var id = world.Id("RELIANCE");
        var ticks = world.TicksOf(id, _open, 400);
        var jumped = World("weekdays");
        jumped.Second(_noon);

        var last = jumped.TicksOf(id, _open, 400)[^1];
        var alone = World("weekdays").TicksOf(id, ticks[^1].Time.Second, 1)[^1];

        Assert.Equal(ticks[0].Last, last.DayOpen);
        Assert.Equal(ticks.Max(tick => tick.Last), last.DayHigh);
        Assert.Equal(ticks.Min(tick => tick.Last), last.DayLow);
        Assert.Equal(last, alone);
    }

    [Theory]
    [InlineData("always-open", "2026-11-20T00:00:00")]
    [InlineData("weekdays", "2026-11-23T09:15:00")]
    public void The_previous_close_is_the_last_price_of_the_session_before(string calendar, string open)
    {
        var world = World(calendar);
        var session = world.Calendar.SessionBefore(TestCalendars.Stocks, SimulatedWorld.At(open));
        var last = new Price[world.Instruments.Count];
        for (var i = 60; i > 0; i--)
        {
            foreach (ref readonly var happened in world.Second(session.Close.PlusSeconds(-i)))
            {
                if (!happened.IsDepth) last[happened.Instrument.Index] = happened.Tick.Last;
            }
        }

        for (var i = 0; i < 60; i++)
        {
            foreach (ref readonly var happened in world.Second(SimulatedWorld.At(open).PlusSeconds(i)))
            {
                if (!happened.IsDepth) Assert.Equal(last[happened.Instrument.Index], happened.Tick.PreviousClose);
            }
        }
    }

    [Fact]
    public void The_opening_minute_is_far_busier_than_noon()
    {
        var world = World("weekdays");

        var opening = Enumerable.Range(0, 60).Sum(i => world.Second(_open.PlusSeconds(i)).Length);
        var noon = Enumerable.Range(0, 60).Sum(i => world.Second(_noon.PlusSeconds(i)).Length);

        output.WriteLine($"seed {Seed}: {opening} events in the opening minute, {noon} at noon");
        Assert.True(opening > noon * 3 / 2);
    }

    [Fact]
    public void The_book_stands_around_the_price_and_every_level_is_on_a_step()
    {
        var world = World("weekdays");
        var last = new Tick[world.Instruments.Count];

        for (var i = 0; i < 300; i++)
        {
            foreach (ref readonly var happened in world.Second(_noon.PlusSeconds(i)))
            {
                if (!happened.IsDepth) last[happened.Instrument.Index] = happened.Tick;
                else AssertBook(happened.Depth, world.Instruments[happened.Instrument], last[happened.Instrument.Index], tolerance: 0.03);
            }
        }
    }

    [Fact]
    public void Near_an_expiry_the_book_of_a_nearly_worthless_option_ends_above_zero()
    {
        var world = World("weekdays");
        var last = new Tick[world.Instruments.Count];
        var cut = 0;

        for (var i = 0; i < 60; i++)
        {
            foreach (ref readonly var happened in world.Second(SimulatedWorld.At("2026-11-24T15:20:00").PlusSeconds(i)))
            {
                if (!happened.IsDepth) last[happened.Instrument.Index] = happened.Tick;
                else AssertBook(happened.Depth, world.Instruments[happened.Instrument], last[happened.Instrument.Index], tolerance: 0.5);
                if (happened.IsDepth && happened.Depth.Bids[Depth.Levels - 1].Quantity == 0) cut++;
            }
        }

        output.WriteLine($"seed {Seed}: {cut} books ended early");
        Assert.True(cut > 0);
    }

    [Fact]
    public void Even_an_instrument_that_hardly_trades_ticks_in_every_minute()
    {
        var table = new InstrumentTable([new Instrument(Segment.Bse, 1, "HARDLY", "Hardly Traded", InstrumentKind.Equity)]);
        var market = new SimulatedMarket(Seed, table, TradingCalendar.AlwaysOpen);

        var minutes = Enumerable.Range(0, 20_000).Select(i => market.MinuteOf(new InstrumentId(0), Noon(i))).ToArray();

        Assert.All(minutes, minute => Assert.False(minute.IsEmpty));
        Assert.Contains(minutes, minute => minute.Ticks == 1);

        static Instant Noon(int minutesLater) => _noon.PlusSeconds(minutesLater * 60L);
    }

    [Fact]
    public void Outside_a_session_nothing_happens()
    {
        var world = World("weekdays");

        var events = world.Second(SimulatedWorld.At("2026-11-21T12:00:00")).Length;

        Assert.Equal(0, events);
        Assert.True(world.Market.MinuteOf(new InstrumentId(0), SimulatedWorld.At("2026-11-20T15:30:00")).IsEmpty);
    }

    [Fact]
    public void A_contract_is_silent_after_the_session_of_its_expiry()
    {
        var world = World("always-open");
        var future = world.Id("NIFTY26NOVFUT");

        Assert.False(world.Market.MinuteOf(future, SimulatedWorld.At("2026-11-24T23:59:00")).IsEmpty);
        Assert.True(world.Market.MinuteOf(future, SimulatedWorld.At("2026-11-25T00:00:00")).IsEmpty);
    }

    private static void AssertBook(Depth depth, Instrument instrument, Tick last, double tolerance)
    {
        Assert.NotEqual(InstrumentKind.Index, instrument.Kind);
        var (bid, offer) = (depth.PriceOf(depth.Bids[0]), depth.PriceOf(depth.Offers[0]));
        Assert.True(bid < offer);
        if (last.Last.Scaled > 0 && depth.Time - last.Time < Instant.NanosPerSecond)
            Assert.InRange(last.Last.Scaled, (bid.Scaled * (1 - tolerance)) - 2_000, (offer.Scaled * (1 + tolerance)) + 2_000);
        for (var level = 0; level < Depth.Levels; level++)
        {
            AssertLevel(depth, depth.Bids[level], instrument);
            AssertLevel(depth, depth.Offers[level], instrument);
            if (level == 0) continue;
            Assert.True(depth.Offers[level].Offset > depth.Offers[level - 1].Offset);
            if (depth.Bids[level].Quantity > 0) Assert.True(depth.Bids[level].Offset < depth.Bids[level - 1].Offset);
        }
    }

    private static void AssertLevel(in Depth depth, DepthLevel level, Instrument instrument)
    {
        if (level.Quantity == 0) return;
        var price = depth.PriceOf(level);
        Assert.True(price.Scaled > 0);
        Assert.Equal(0, price.Scaled % instrument.Tick.Scaled);
        Assert.Equal(0, level.Quantity % instrument.Lot);
    }

    private static long[] VolumesBefore(SimulatedWorld world, Instant minute)
    {
        var volumes = new long[world.Instruments.Count];
        for (var i = 60; i > 0; i--)
        {
            foreach (ref readonly var happened in world.Second(minute.PlusSeconds(-i)))
            {
                if (!happened.IsDepth) volumes[happened.Instrument.Index] = happened.Tick.DayVolume;
            }
        }

        return volumes;
    }

    private static void Merge<TKey>(Dictionary<TKey, Candle> candles, TKey key, Instant start, int seconds, in Tick tick, long traded)
        where TKey : notnull
    {
        var one = new Candle
        {
            Start = start,
            Seconds = seconds,
            Open = tick.Last,
            High = tick.Last,
            Low = tick.Last,
            Close = tick.Last,
            Volume = traded,
            Ticks = 1,
        };
        if (!candles.TryGetValue(key, out var candle)) candle = one;
        else candle.Merge(one);
        candles[key] = candle;
    }

    private static string Text(SimulatedEvent happened) => happened.IsDepth
        ? $"{happened.Instrument} {happened.Depth.Time} {happened.Depth.Anchor} {string.Join(' ', Levels(happened.Depth))}"
        : $"{happened.Instrument} {happened.Tick}";

    private static IEnumerable<DepthLevel> Levels(Depth depth)
    {
        for (var i = 0; i < Depth.Levels; i++)
        {
            yield return depth.Bids[i];
            yield return depth.Offers[i];
        }
    }

    private static SimulatedWorld World(string calendar) =>
        new(Seed, calendar == "weekdays" ? TestCalendars.Weekdays : TradingCalendar.Find(calendar)!);
}
