using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Market;

public sealed class TickFaultsTests
{
    private static readonly TradingSession _session = new(TestPlans.Monday, TestPlans.Open, TestPlans.Close);

    [Fact]
    public void Ticks_before_the_latest_of_what_stored_candles_tell_are_late()
    {
        var candles = new SecondCandles(instruments: 1);
        candles.Recall(TestPlans.One, TestPlans.Open.PlusSeconds(10));
        candles.Recall(TestPlans.One, TestPlans.Open.PlusSeconds(5));

        var before = candles.Judge(TestPlans.One, TickAt(9), _session, TestPlans.Open);
        var after = candles.Judge(TestPlans.One, TickAt(10), _session, TestPlans.Open);

        Assert.Equal((false, true), (before, after));
        Assert.Equal(1, candles.Faults.Late);
    }

    [Fact]
    public void The_highest_price_the_desk_takes_in_is_a_price()
    {
        var candles = new SecondCandles(instruments: 1);

        var isBelieved = candles.Judge(TestPlans.One, TickAt(0) with { Last = Price.Max }, _session, TestPlans.Open);

        Assert.True(isBelieved);
    }

    private static Tick TickAt(int second) => new() { Time = TestPlans.Open.PlusSeconds(second), Last = Price.FromPaise(10_000) };
}
