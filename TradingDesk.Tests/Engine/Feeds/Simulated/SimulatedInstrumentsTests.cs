using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Feeds.Simulated;

public sealed class SimulatedInstrumentsTests
{
    [Fact]
    public void Two_futures_and_eleven_strikes_of_the_nearest_expiry_stand_around_each_index()
    {
        var world = new SimulatedWorld(3, TestCalendars.Weekdays);
        var spot = world.Market.MinuteOf(world.Id("NIFTY"), SimulatedWorld.At("2026-11-20T09:15:00")).Open.Rupees;

        var calls = world.Instruments.All
            .Where(i => i.Kind == InstrumentKind.Call && i.Symbol.StartsWith("NIFTY26NOV", StringComparison.Ordinal)).ToArray();
        var bankFuture = world.Instruments.Find("BANKNIFTY26NOVFUT").Found!;

        Assert.Equal(11, calls.Length);
        Assert.True(Math.Abs(calls[5].Strike.Rupees - spot) <= 30);
        Assert.Equal($"NIFTY26NOV{calls[5].Strike.Rupees:0}CE", calls[5].Symbol);
        Assert.Equal((65, 1_800), (calls[0].Lot, calls[0].Freeze));
        Assert.Equal(new DateOnly(2026, 12, 29), world.Instruments.Find("NFO:NIFTY26DECFUT").Found!.Expiry);
        Assert.Equal((30, 600, Price.FromPaise(20)), (bankFuture.Lot, bankFuture.Freeze, bankFuture.Tick));
    }

    [Fact]
    public void The_day_after_an_expiry_the_next_month_is_the_nearest()
    {
        var listed = SimulatedWorld.Listed();

        var before = SimulatedInstruments.Make(3, listed, TestCalendars.Weekdays, SimulatedWorld.At("2026-11-24T15:00:00"));
        var after = SimulatedInstruments.Make(3, listed, TestCalendars.Weekdays, SimulatedWorld.At("2026-11-25T10:00:00"));

        Assert.NotNull(before.Find("NIFTY26NOVFUT").Found);
        Assert.Null(after.Find("NIFTY26NOVFUT").Found);
        Assert.NotNull(after.Find("NIFTY27JANFUT").Found);
    }

    [Fact]
    public void A_contract_keeps_its_token_when_the_strikes_move_on()
    {
        var listed = SimulatedWorld.Listed();
        var tokens = new Dictionary<string, int>();

        for (var day = 0; day < 60; day++)
        {
            var table = SimulatedInstruments.Make(3, listed, TestCalendars.Weekdays, SimulatedWorld.Friday.PlusSeconds(day * 86_400L));
            foreach (var contract in table.All.Where(i => i.Segment == Segment.Nfo))
                if (!tokens.TryAdd(contract.Symbol, contract.Token)) Assert.Equal(tokens[contract.Symbol], contract.Token);
        }

        Assert.Equal(tokens.Count, tokens.Values.Distinct().Count());
    }
}
