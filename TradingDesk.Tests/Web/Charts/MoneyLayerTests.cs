using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Charts;

namespace TradingDesk.Tests.Web.Charts;

/// <summary>A line that is let go only asks; what is asked names both prices, and what is given is one change of one order.</summary>
public sealed class MoneyLayerTests : DeskPageContext
{
    private static readonly OrderView _order = FakeAccounts.Order(12, OrderStage.Working);

    public MoneyLayerTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");
        Have(_order);
    }

    [Fact]
    public void Lines_are_told_once_and_then_only_what_changed()
    {
        var panel = Show();

        Have(_order, FakeAccounts.Position(65));
        panel.WaitForAssertion(() => Assert.Equal(2, Told.Count));

        Assert.Equal(["NFO:NIFTY26JANFUT", "NFO:NIFTY26JANFUT"], Told.Select(call => (string)call.Arguments[0]!));
        Assert.Equal(["12.1 price"], Changed(Told[0]));
        Assert.Equal(["position MIS 0", "12.1 price"], (string[])Told[1].Arguments[1]!);
        Assert.Equal(["position MIS 0"], Changed(Told[1]));
    }

    [Fact]
    public async Task A_line_that_is_let_go_asks_by_both_prices_and_gives_nothing()
    {
        var panel = Show();

        await LetGoAsync(panel, 25_935.05m);

        Assert.Contains("25,940.10 → 25,935.05", panel.Find(".line-move").Words, StringComparison.Ordinal);
        Assert.Contains("101 ticks lower", panel.Find(".line-move").Words, StringComparison.Ordinal);
        Assert.Contains("PAPER, PAPER-1", panel.Find(".line-move").Words, StringComparison.Ordinal);
        Assert.Empty(Posted);
    }

    [Fact]
    public async Task The_answer_is_one_change_with_all_terms_and_the_line_goes_back_until_the_order_has_moved()
    {
        var panel = Show();
        await LetGoAsync(panel, 25_935.05m);
        Time.Advance(TimeSpan.FromSeconds(1));

        panel.Find(".line-move form").Submit();
        Gate.Answer(new CommandReceipt(Posted[0].Number, true, "", "Recorded."));

        panel.WaitForAssertion(() => Assert.Null(panel.TryFind(".line-move")));
        var change = Assert.IsType<ChangeOrder>(Assert.Single(Posted).Command);
        Assert.Equal(new ChangeOrder(_order.Id, _order.Quantity, Price.FromRupees(25_935.05m), default), change);
        Assert.Equal("12.1 price", Assert.Single(JSInterop.Of("money.putBack")).Arguments[0]);
    }

    [Fact]
    public async Task An_Enter_that_is_held_down_does_not_answer_what_it_asked()
    {
        var panel = Show();
        await LetGoAsync(panel, 25_935.05m);

        panel.Find(".line-move form").Submit();

        Assert.Empty(Posted);
    }

    [Fact]
    public async Task A_price_off_the_tick_is_refused_before_it_is_asked_for()
    {
        var panel = Show();
        await LetGoAsync(panel, 25_935.05m);
        Time.Advance(TimeSpan.FromSeconds(1));

        panel.Find("#move-price").Input("25,935.03");
        panel.Find(".line-move form").Submit();

        Assert.Contains("multiple of 0.05", panel.Find("#move-price-problem").Words, StringComparison.Ordinal);
        Assert.Empty(Posted);
    }

    [Fact]
    public async Task A_price_that_is_typed_moves_the_line_and_is_what_is_given()
    {
        var panel = Show();
        await LetGoAsync(panel, 25_940.10m);
        Time.Advance(TimeSpan.FromSeconds(1));

        panel.Find("#move-price").Input("25,930");
        panel.Find(".line-move form").Submit();

        Assert.Equal(25_930m, Assert.Single(JSInterop.Of("money.moveTo")).Arguments[1]);
        Assert.Equal(Price.FromRupees(25_930), ((ChangeOrder)Assert.Single(Posted).Command).Price);
    }

    [Fact]
    public async Task Escape_and_Leave_put_the_line_back_and_give_nothing()
    {
        var panel = Show();
        await LetGoAsync(panel, 25_935.05m);
        await panel.InvokeAsync(() => Chart(panel).MoveDroppedAsync());
        await LetGoAsync(panel, 25_935.05m);

        panel.Find(".leave-line").Click();

        Assert.Null(panel.TryFind(".line-move"));
        Assert.Equal(2, JSInterop.Of("money.putBack").Count);
        Assert.Empty(Posted);
    }

    [Fact]
    public async Task An_order_that_was_filled_meanwhile_ends_the_question_and_says_so()
    {
        var panel = Show();
        await LetGoAsync(panel, 25_935.05m);

        Have(FakeAccounts.Order(12, OrderStage.Filled));

        panel.WaitForAssertion(() => Assert.Contains("12.1", panel.Find(".line-note").Words, StringComparison.Ordinal));
        Assert.Null(panel.TryFind(".line-move"));
    }

    [Fact]
    public async Task What_the_desk_refuses_stays_on_the_form()
    {
        LineHasRoom = false;
        var panel = Show();
        await LetGoAsync(panel, 25_935.05m);
        Time.Advance(TimeSpan.FromSeconds(1));

        panel.Find(".line-move form").Submit();

        panel.WaitForAssertion(() => Assert.Equal("busy", panel.Find(".line-move .answer-line").GetAttribute("data-code")));
    }

    [Fact]
    public void The_tools_list_moves_an_order_without_a_mouse()
    {
        var panel = Show();

        panel.Find(".chart-tools [aria-label^='Move Buy LIMIT 12.1']").Click();

        Assert.Contains("Change 12.1", panel.Find(".line-move").Words, StringComparison.Ordinal);
        Assert.Contains("as it is", panel.Find(".line-move").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_stop_that_is_let_go_asks_and_is_moved_by_one_command()
    {
        Hold(FakeAccounts.Bracket(7, 25_800, 26_100, trail: 50));
        var panel = Show();
        await panel.InvokeAsync(() => Chart(panel).MoveWantedAsync("stop 7", 25_790m));
        Time.Advance(TimeSpan.FromSeconds(1));
        var asked = panel.Find(".line-move").Words;

        panel.Find(".line-move form").Submit();

        Assert.Contains("Move the stop of order 7 · long 65 (1 lot)", asked, StringComparison.Ordinal);
        Assert.Contains("25,800.00 → 25,790.00", asked, StringComparison.Ordinal);
        Assert.Contains("It trails from then on", asked, StringComparison.Ordinal);
        var move = Assert.IsType<MoveBracket>(Assert.Single(Posted).Command);
        Assert.Equal(new MoveBracket(7, BracketPart.Stop, Price.FromRupees(25_790)), move);
    }

    [Fact]
    public async Task A_stop_that_fired_meanwhile_ends_the_question_and_says_so()
    {
        Hold(FakeAccounts.Bracket(7, 25_800));
        var panel = Show();
        await panel.InvokeAsync(() => Chart(panel).MoveWantedAsync("stop 7", 25_790m));

        Hold();

        panel.WaitForAssertion(() => Assert.Contains("The stop of order 7", panel.Find(".line-note").Words, StringComparison.Ordinal));
        Assert.Null(panel.TryFind(".line-move"));
    }

    [Fact]
    public void The_tools_list_moves_a_held_stop_without_a_mouse()
    {
        Hold(FakeAccounts.Bracket(7, 25_800));
        var panel = Show();

        panel.Find(".chart-tools [aria-label^='Move Stop of order 7 at 25,800.00']").Click();

        Assert.Contains("Move the PAPER stop", panel.Find(".line-move [type=submit]").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Trades_are_told_oldest_first_with_what_they_were_and_why()
    {
        Desk.Trades = _ => Task.FromResult<IReadOnlyList<TradeView>>([Trade(2, Side.Sell), Trade(1, Side.Buy)]);

        Show();

        var told = (object[][])Assert.Single(JSInterop.Of("tellTrades")).Arguments[1]!;
        Assert.Equal([1, -1], told.Select(trade => (int)trade[1]));
        Assert.StartsWith("Bought 65 (1 lot) at 25,940.05", (string)told[0][2], StringComparison.Ordinal);
        Assert.Equal("Order 12.1, entry by hand: it took what the book showed", told[0][3]);
    }

    [Fact]
    public void A_trade_that_a_strategy_wanted_says_its_sentence_first()
    {
        var trade = Trade(1, Side.Buy) with { Reason = "EMA 9 crossed above EMA 21." };
        Desk.Trades = _ => Task.FromResult<IReadOnlyList<TradeView>>([trade]);

        Show();

        var told = (object[][])Assert.Single(JSInterop.Of("tellTrades")).Arguments[1]!;
        Assert.Equal("EMA 9 crossed above EMA 21. Order 12.1, entry by hand: it took what the book showed", told[0][3]);
    }

    private static TradeView Trade(int minute, Side side) => new(
        _order.Id, new InstrumentId(FakeDeskView.FutureIndex), FakeDeskView.Morning.PlusSeconds(minute * 60L), side, new Quantity(65),
        Price.FromRupees(25_940.05m))
    {
        Number = minute,
        Why = "it took what the book showed",
        IsLate = false,
    };

    private static CandleChart Chart(RenderedComponent<ChartPanel> panel) => panel.FindComponents<CandleChart>()[0];

    private static Task LetGoAsync(RenderedComponent<ChartPanel> panel, decimal price) =>
        panel.InvokeAsync(() => Chart(panel).MoveWantedAsync("12.1 price", price));

    private static IEnumerable<string> Changed(JsInvocation call) => ((object[][])call.Arguments[2]!).Select(line => (string)line[0]);

    private IReadOnlyList<JsInvocation> Told => JSInterop.Of("money.set");

    private void Hold(params BracketView[] brackets)
    {
        Desk.Current = Desk.Current with
        {
            Number = Desk.Current.Number + 1,
            Accounts = [FakeAccounts.Account() with { Brackets = brackets }],
        };
        Ticker.Turn();
    }

    private void Have(OrderView order, params PositionView[] positions)
    {
        Desk.Current = Desk.Current with
        {
            Number = Desk.Current.Number + 1,
            Accounts = [FakeAccounts.Account() with { Orders = [order], Positions = positions }],
        };
        Ticker.Turn();
    }

    private RenderedComponent<ChartPanel> Show() => Render<ChartPanel>(
        p => p.Add(x => x.Instrument, Label(FakeDeskView.FutureIndex)).Add(x => x.Timeframe, Timeframe.Minute));
}
