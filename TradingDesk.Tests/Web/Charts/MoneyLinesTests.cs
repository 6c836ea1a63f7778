using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Charts.Money;

namespace TradingDesk.Tests.Web.Charts;

/// <summary>An account's lines say what the engine says of its positions and orders, and only what can be changed can be moved.</summary>
public sealed class MoneyLinesTests
{
    private readonly FakeDeskView _desk = new();

    [Fact]
    public void A_position_is_a_line_at_its_average_with_the_engines_net()
    {
        var line = Assert.Single(Lines(positions: [FakeAccounts.Position(-130)]));

        Assert.Equal(("position", 25_900m, 0m), (line.Kind, line.Price, line.Tick));
        Assert.Equal("Short 130 (2 lots) MIS · net −₹7,120.55 · average", line.Text);
    }

    [Fact]
    public void What_is_flat_and_what_another_chart_shows_is_no_line()
    {
        var lines = Lines(positions: [FakeAccounts.Position(0), FakeAccounts.Position(10, FakeDeskView.RelianceIndex)]);

        Assert.Empty(lines);
    }

    [Fact]
    public void A_stale_position_says_so()
    {
        var line = Assert.Single(Lines(positions: [FakeAccounts.Position(65) with { IsStale = true }]));

        Assert.Contains("stale", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_working_limit_order_is_moved_by_its_tick()
    {
        var line = Assert.Single(Lines(FakeAccounts.Order(12, OrderStage.Working)));

        Assert.Equal(new ChartLine("12.1 price", "order", 25_940.10m, "Buy 65 (1 lot) LIMIT ·", "up", 0.05m), line);
    }

    [Fact]
    public void A_partly_filled_order_waits_for_the_rest()
    {
        var order = FakeAccounts.Order(12, OrderStage.PartlyFilled, units: 195) with { Filled = new Quantity(65) };

        var line = Assert.Single(Lines(order));

        Assert.Equal("Buy 130 (2 lots) LIMIT · Partly filled ·", line.Text);
    }

    [Fact]
    public void A_stop_with_a_limit_is_two_lines_and_a_market_stop_one()
    {
        var both = Stop(OrderType.StopLimit) with { Trigger = Price.FromRupees(26_000), Price = Price.FromRupees(26_010) };
        var market = Stop(OrderType.StopMarket) with { Trigger = Price.FromRupees(26_000), Price = default };

        Assert.Equal(["12.1 trigger", "12.1 price"], Lines(both).Select(line => line.Id));
        Assert.Equal("12.1 trigger", Assert.Single(Lines(market)).Id);
    }

    [Theory]
    [InlineData(OrderStage.Sending)]
    [InlineData(OrderStage.Changing)]
    [InlineData(OrderStage.Unknown)]
    public void What_cannot_be_changed_now_is_shown_with_its_stage_and_not_moved(OrderStage stage)
    {
        var line = Assert.Single(Lines(FakeAccounts.Order(12, stage)));

        Assert.Equal(0, line.Tick);
        Assert.Contains(stage.ToString(), line.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderStage.Filled)]
    [InlineData(OrderStage.Cancelled)]
    [InlineData(OrderStage.Rejected)]
    public void What_is_over_is_no_line(OrderStage stage) => Assert.Empty(Lines(FakeAccounts.Order(12, stage)));

    [Fact]
    public void A_move_changes_one_price_and_leaves_the_other_terms()
    {
        var order = Stop(OrderType.StopLimit) with { Trigger = Price.FromRupees(26_000), Price = Price.FromRupees(26_010) };
        var move = LineMove.Of(order).First();

        var change = move.To(Price.FromRupees(26_005), order);

        Assert.Equal(new ChangeOrder(order.Id, order.Quantity, order.Price, Price.FromRupees(26_005)), change);
    }

    [Fact]
    public void A_move_of_an_order_that_stands_elsewhere_by_now_is_void()
    {
        var order = FakeAccounts.Order(12, OrderStage.Working);
        var move = LineMove.Of(order).Single();

        var account = FakeAccounts.Account() with { Orders = [order with { Price = Price.FromRupees(25_000) }] };

        Assert.Null(move.In(account));
    }

    private static OrderView Stop(OrderType type) => FakeAccounts.Order(12, OrderStage.Working) with { Type = type, Purpose = "stop" };

    private IReadOnlyList<ChartLine> Lines(params OrderView[] orders) => Lines(orders, []);

    private IReadOnlyList<ChartLine> Lines(PositionView[] positions) => Lines([], positions);

    private IReadOnlyList<ChartLine> Lines(OrderView[] orders, PositionView[] positions) => MoneyLines.Of(
        FakeAccounts.Account() with { Orders = orders, Positions = positions },
        _desk.Current.Quotes.All[FakeDeskView.FutureIndex].Instrument);
}
