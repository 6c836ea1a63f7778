using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Feeds.Simulated;

public sealed class SimulatedPricesTests(ITestOutputHelper output)
{
    private const ulong Seed = 7;

    [Fact]
    public void Over_months_of_random_minutes_every_price_is_positive_on_a_step_and_inside_its_candle()
    {
        var world = new SimulatedWorld(Seed, TradingCalendar.AlwaysOpen);
        var random = new Random(4_711);
        Say("minutes drawn with seed 4711");

        for (var i = 0; i < 500; i++)
        {
            var minute = SimulatedWorld.Friday.PlusSeconds(60L * random.Next(-60 * 1_440, 5 * 1_440));
            var second = minute.PlusSeconds(random.Next(60));
            foreach (var instrument in world.Instruments.All)
            {
                AssertSane(world.Market.MinuteOf(instrument.Id, minute), instrument);
                var inside = world.Market.SecondOf(instrument.Id, second);
                if (!inside.IsEmpty) AssertSane(inside, instrument);
            }
        }
    }

    [Fact]
    public void Levels_are_believable_for_years_and_days_move_as_much_as_they_do_in_life()
    {
        var world = new SimulatedWorld(Seed, TestCalendars.Weekdays);
        var nifty = Closes(world, "NIFTY", 500);
        var reliance = Closes(world, "RELIANCE", 500);

        var (niftyMove, relianceMove) = (Deviation(Moves(nifty)), Deviation(Moves(reliance)));

        Say($"NIFTY {nifty.Min()} to {nifty.Max()}, a day {niftyMove:P2}");
        Say($"RELIANCE {reliance.Min()} to {reliance.Max()}, a day {relianceMove:P2}");
        Assert.InRange(nifty.Min(), 20_000, 25_900);
        Assert.InRange(nifty.Max(), 25_900, 33_000);
        Assert.InRange(niftyMove, 0.006, 0.0105);
        Assert.InRange(relianceMove, 0.009, 0.02);
    }

    [Fact]
    public void Stocks_move_together_and_apart_and_more_so_within_a_branch()
    {
        var world = new SimulatedWorld(Seed, TestCalendars.Weekdays);
        var (maruti, eicher) = (MinuteMoves(world, "MARUTI"), MinuteMoves(world, "EICHERMOT"));
        var (grasim, nifty) = (MinuteMoves(world, "GRASIM"), MinuteMoves(world, "NIFTY"));

        var (branch, across, index) = (Correlation(maruti, eicher), Correlation(maruti, grasim), Correlation(maruti, nifty));

        Say($"MARUTI with EICHERMOT {branch:0.00}, with GRASIM {across:0.00}, with NIFTY {index:0.00}");
        Assert.InRange(across, 0.15, 0.8);
        Assert.InRange(branch, across + 0.06, 0.95);
        Assert.InRange(index, 0.3, 0.95);
    }

    [Fact]
    public void The_same_stock_on_two_exchanges_and_an_index_and_its_future_stay_close()
    {
        var world = new SimulatedWorld(Seed, TradingCalendar.AlwaysOpen);

        for (var i = 0; i < 1_000; i++)
        {
            var minute = SimulatedWorld.Friday.PlusSeconds(-i * 3_600);
            Assert.InRange(Ratio(world, "BSE:RELIANCE", "NSE:RELIANCE", minute), 0.998, 1.002);
            Assert.InRange(Ratio(world, "NIFTY26NOVFUT", "NIFTY", minute), 0.995, 1.03);
        }
    }

    [Fact]
    public void Calls_get_cheaper_and_puts_dearer_with_the_strike_and_parity_holds()
    {
        var world = new SimulatedWorld(Seed, TestCalendars.Weekdays);
        var minute = SimulatedWorld.At("2026-11-20T11:00:00");
        double CloseOf(Instrument i) => (double)world.Market.MinuteOf(i.Id, minute).Close.Rupees;
        var calls = Options(world, InstrumentKind.Call).ToArray();
        var puts = Options(world, InstrumentKind.Put).ToArray();
        var future = CloseOf(world.Instruments.Find("NIFTY26NOVFUT").Found!);

        Say(string.Join("; ", calls.Zip(puts, (c, p) => $"{c.Strike} {CloseOf(c)} {CloseOf(p)}")));
        Assert.Equal(11, calls.Length);
        Assert.All(calls.Zip(calls.Skip(1)), pair => Assert.True(CloseOf(pair.First) > CloseOf(pair.Second)));
        Assert.All(puts.Zip(puts.Skip(1)), pair => Assert.True(CloseOf(pair.First) < CloseOf(pair.Second)));
        Assert.All(calls.Zip(puts), pair =>
            Assert.InRange(CloseOf(pair.First) - CloseOf(pair.Second) - (future - (double)pair.First.Strike.Rupees), -12, 12));
    }

    [Fact]
    public void Nights_have_gaps()
    {
        var world = new SimulatedWorld(Seed, TestCalendars.Weekdays);
        var id = world.Id("NIFTY");
        var gaps = new List<double>();
        var session = world.Calendar.SessionBefore(TestCalendars.Stocks, SimulatedWorld.Friday);
        for (var i = 0; i < 100; i++)
        {
            var previous = world.Calendar.SessionBefore(TestCalendars.Stocks, session.Open);
            var open = (double)world.Market.MinuteOf(id, session.Open).Open.Rupees;
            gaps.Add((open / (double)world.Market.MinuteOf(id, previous.Close.PlusSeconds(-60)).Close.Rupees) - 1);
            session = previous;
        }

        Say($"overnight gaps of NIFTY {Deviation([.. gaps]):P2}");
        Assert.InRange(Deviation([.. gaps]), 0.002, 0.009);
    }

    [Fact]
    public void The_computed_normal_distribution_and_logarithm_are_close_to_the_exact_ones()
    {
        Assert.All([(-3.0, 0.0013498980), (-1.0, 0.1586552539), (0.0, 0.5), (0.5, 0.6914624613), (2.0, 0.9772498681)],
            pair => Assert.Equal(pair.Item2, OptionPrice.NormalBelow(pair.Item1), 3e-7));
        Assert.All([0.5, 0.9, 1.0, 1.01, 1.7, 2.0], x => Assert.Equal(Math.Log(x), OptionPrice.LogOf(x), 1e-8));
    }

    private static IEnumerable<Instrument> Options(SimulatedWorld world, InstrumentKind kind) =>
        world.Instruments.All.Where(i => i.Kind == kind && i.Symbol.StartsWith("NIFTY", StringComparison.Ordinal));

    private static void AssertSane(Candle candle, Instrument instrument)
    {
        Assert.False(candle.IsEmpty);
        Assert.True(candle.Low.Scaled > 0, instrument.FullName);
        Assert.True(candle.Low <= candle.Open && candle.Low <= candle.Close && candle.High >= candle.Open && candle.High >= candle.Close);
        Assert.True(candle.High < new Price(candle.Low.Scaled * 2) || instrument.Kind is InstrumentKind.Call or InstrumentKind.Put);
        var step = instrument.Tick.Scaled;
        Assert.Equal(0, (candle.Open.Scaled % step) + (candle.High.Scaled % step) + (candle.Low.Scaled % step)
            + (candle.Close.Scaled % step));
        Assert.True(candle.Volume >= 0);
    }

    private static double Ratio(SimulatedWorld world, string one, string other, Instant minute) =>
        (double)(world.Market.MinuteOf(world.Id(one), minute).Close.Rupees / world.Market.MinuteOf(world.Id(other), minute).Close.Rupees);

    private static double[] Closes(SimulatedWorld world, string name, int sessions)
    {
        var id = world.Id(name);
        var closes = new double[sessions];
        var session = world.Calendar.SessionBefore(TestCalendars.Stocks, SimulatedWorld.Friday);
        for (var i = sessions - 1; i >= 0; i--, session = world.Calendar.SessionBefore(TestCalendars.Stocks, session.Open))
            closes[i] = (double)world.Market.MinuteOf(id, session.Close.PlusSeconds(-60)).Close.Rupees;
        return closes;
    }

    private static double[] MinuteMoves(SimulatedWorld world, string name)
    {
        var id = world.Id(name);
        var minutes = new List<double>();
        var session = world.Calendar.SessionBefore(TestCalendars.Stocks, SimulatedWorld.Friday);
        for (var day = 0; day < 6; day++, session = world.Calendar.SessionBefore(TestCalendars.Stocks, session.Open))
        {
            var open = session.Open;
            minutes.AddRange(Moves([.. Enumerable.Range(0, 375).Select(i =>
                (double)world.Market.MinuteOf(id, open.PlusSeconds(i * 60)).Close.Rupees)]));
        }

        return [.. minutes];
    }

    private static double[] Moves(double[] prices) => [.. prices.Zip(prices.Skip(1), (before, after) => (after / before) - 1)];

    private static double Deviation(double[] moves) => Math.Sqrt(moves.Average(move => move * move) - (moves.Average() * moves.Average()));

    private static double Correlation(double[] one, double[] other)
    {
        var (meanOne, meanOther) = (one.Average(), other.Average());
        return one.Zip(other, (a, b) => (a - meanOne) * (b - meanOther)).Average() / (Deviation(one) * Deviation(other));
    }

    private void Say(string text) => output.WriteLine($"seed {Seed}: {text}");
}
