using TradingDesk.Engine;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using Xunit;

namespace TradingDesk.Tests.Determinism;

public sealed class SameInputsSameFactsTests
{
    [Fact]
    public void The_same_inputs_give_the_same_facts_twice()
    {
        var first = Run(seed: 7);
        var second = Run(seed: 7);

        Assert.True(first.Count > 1_000);
        Assert.Equal(first.Hash, second.Hash);
        Assert.NotEqual(first.Hash, Run(seed: 8).Hash);
    }

    private static (long Count, string Hash) Run(int seed)
    {
        var instruments = new InstrumentTable([new Instrument(Segment.Nse, 1, "ONE", "One", InstrumentKind.Equity)]);
        var plan = DeskModes.FromFile(TradingCalendar.AlwaysOpen, instruments, [new(5), new(60), new(300)], "SMA:9,SUPERTREND:10:3");
        var desk = new DirectDesk(plan);
        using var hash = new FactHash();
        var start = Instant.FromUnixSeconds(1_767_585_000);
        void Put(in DeskInput input)
        {
            desk.Process(input);
            while (desk.TryRead(out var fact)) hash.Add(fact);
        }

        Put(DeskInput.Started(start, plan));
        Put(DeskInput.HistoryEnd(start));
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++)
        {
            var time = start.PlusMilliseconds(i * 333);
            var tick = new Tick { Time = time, Last = Price.FromPaise(100_000 + random.Next(1_000)), DayVolume = i * 10 };
            Put(DeskInput.Of(time, new InstrumentId(0), tick));
        }

        return (hash.Count, hash.ToString());
    }
}
