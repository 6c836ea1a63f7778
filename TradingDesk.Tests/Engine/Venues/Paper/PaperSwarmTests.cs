using TradingDesk.Engine.Orders;
using Xunit;

namespace TradingDesk.Tests.Engine.Venues.Paper;

public sealed class PaperSwarmTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_order_trades_what_the_market_did_not_show_and_every_order_ends(int seed)
    {
        var swarm = new PaperSwarm(seed);

        swarm.Run();

        Assert.True(swarm.Oracle.Findings.Count == 0, $"Seed {seed}: {string.Join(' ', swarm.Oracle.Findings.Take(5))}");
        Assert.All(swarm.Orders, order => Assert.True(order.State.IsFinished(), $"Seed {seed}: {order.Id} is {order.State}."));
        Assert.All(swarm.Orders, order => Assert.Equal(order.Booked, order.Filled));
        Assert.InRange(swarm.Oracle.Fills, 50, int.MaxValue);
        FillReason[] reasons = [FillReason.TookBook, FillReason.TradedThrough, FillReason.QueueReached];
        Assert.Equal(reasons, swarm.Oracle.Reasons.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_inputs_give_the_same_reports(int seed)
    {
        var (first, second) = (new PaperSwarm(seed), new PaperSwarm(seed));

        first.Run();
        second.Run();

        Assert.Equal(first.Heard, second.Heard);
    }
}
