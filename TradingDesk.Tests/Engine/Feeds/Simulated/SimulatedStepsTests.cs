using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Feeds.Simulated;

public sealed class SimulatedStepsTests
{
    private static readonly string[] _names = ["ONGC", "BEL", "RELIANCE", "EICHERMOT", "MARUTI", "NIFTY"];

    [Theory]
    [InlineData(249.99, 1)]
    [InlineData(250, 5)]
    [InlineData(1_000, 10)]
    [InlineData(5_000, 50)]
    [InlineData(10_000, 100)]
    [InlineData(20_000, 500)]
    public void A_stock_s_step_follows_the_level_of_its_price(double rupees, long paise)
    {
        var step = SimulatedSteps.OfStock(rupees);

        Assert.Equal(Price.FromPaise(paise), step);
    }

    [Fact]
    public void Every_simulated_price_is_a_multiple_of_its_instrument_s_step()
    {
        var world = new SimulatedWorld(5, TestCalendars.Weekdays);
        var instruments = _names.Select(name => world.Instruments[world.Id(name)]);

        foreach (var instrument in instruments)
        {
            var ticks = world.TicksOf(instrument.Id, SimulatedWorld.At("2026-11-20T10:00:00"), 60);
            Assert.All(ticks, tick => Assert.Equal(0, tick.Last.Scaled % instrument.Tick.Scaled));
        }
    }
}
