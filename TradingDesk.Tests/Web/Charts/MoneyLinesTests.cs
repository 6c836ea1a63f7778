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
        var move = OrderMove.Of(order).First();

        var change = move.CommandFor(Price.FromRupees(26_005));

        Assert.Equal(new ChangeOrder(order.Id, order.Quantity, order.Price, Price.FromRupees(26_005)), change);
    }

    [Fact]
    public void A_move_of_an_order_that_stands_elsewhere_by_now_is_void()
    {
        var order = FakeAccounts.Order(12, OrderStage.Working);
        var move = OrderMove.Of(order).Single();

        var account = FakeAccounts.Account() with { Orders = [order with { Price = Price.FromRupees(25_000) }] };

        Assert.Null(move.SeenIn(account));
    }

    [Fact]
    public void What_the_desk_holds_is_a_line_for_its_stop_and_one_for_its_target()
    {
        var lines = Lines(FakeAccounts.Bracket(7, 25_800, 26_100, trail: 50));

        Assert.Equal(
            [
                new ChartLine("stop 7", "stop", 25_800m, "Stop for long 65 (1 lot) · trails by 50.00 ·", "down", 0.05m),
                new ChartLine("target 7", "target", 26_100m, "Target for long 65 (1 lot) ·", "up", 0.05m),
            ],
            lines);
    }

    [Fact]
    public void A_runs_stop_is_shown_where_its_price_is_and_is_its_strategys()
    {
        var held = FakeAccounts.Bracket(7, 25_800) with { Run = new RunId(3) };
        var option = held with { Intent = 8, Instrument = new InstrumentId(FakeDeskView.RelianceIndex) };

        var lines = Lines(held, option);

        Assert.Equal(["Stop for long 65 (1 lot) of run 3 ·", "Stop of run 3 ·"], lines.Select(line => line.Text));
        Assert.All(lines, line => Assert.Equal(0, line.Tick));
    }

    [Fact]
    public void A_stop_that_was_reached_is_not_moved_and_one_of_another_price_is_not_shown()
    {
        var reached = FakeAccounts.Bracket(7, 25_800) with { HasFired = true };
        var elsewhere = FakeAccounts.Bracket(8, 25_700) with { Watched = new InstrumentId(FakeDeskView.RelianceIndex) };

        var line = Assert.Single(Lines(reached, elsewhere));

        Assert.Equal((0m, "Stop for long 65 (1 lot) · reached ·"), (line.Tick, line.Text));
    }

    [Fact]
    public void A_move_of_a_stop_that_stands_is_void_once_it_stands_elsewhere_but_a_trailing_one_may_follow()
    {
        var (stands, trails) = (FakeAccounts.Bracket(7, 25_800), FakeAccounts.Bracket(8, 25_800, trail: 50));
        var moves = new[] { stands, trails }.Select(bracket => BracketMove.Of(bracket).Single()).ToArray();
        var higher = Price.FromRupees(25_850);

        var account = FakeAccounts.Account() with { Brackets = [stands with { Stop = higher }, trails with { Stop = higher }] };

        Assert.Null(moves[0].SeenIn(account));
        Assert.Equal(higher, moves[1].SeenIn(account)!.From);
    }

    private static OrderView Stop(OrderType type) => FakeAccounts.Order(12, OrderStage.Working) with { Type = type, Purpose = "stop" };

    private IReadOnlyList<ChartLine> Lines(params OrderView[] orders) => Lines(orders, []);

    private IReadOnlyList<ChartLine> Lines(PositionView[] positions) => Lines([], positions);

    private IReadOnlyList<ChartLine> Lines(params BracketView[] brackets) => Lines(FakeAccounts.Account() with { Brackets = brackets });

    private IReadOnlyList<ChartLine> Lines(OrderView[] orders, PositionView[] positions) =>
        Lines(FakeAccounts.Account() with { Orders = orders, Positions = positions });

    private IReadOnlyList<ChartLine> Lines(AccountView account) =>
        MoneyLines.Of(account, _desk.Current.Quotes.All[FakeDeskView.FutureIndex].Instrument);
}
