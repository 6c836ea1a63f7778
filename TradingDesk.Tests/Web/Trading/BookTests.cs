using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Accounts;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Positions;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>Lists of money show the engine's numbers and words, and ask once for what cannot be taken back.</summary>
public sealed class BookTests : DeskPageContext
{
    public BookTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");
        Show();
    }

    [Fact]
    public void A_position_shows_the_engines_figures_and_computes_none()
    {
        Show([FakeAccounts.Position(-130)]);

        var row = Render<PositionsPanel>().Find(".position-row");

        string[] figures = ["−130", "−2 lots", "25,900.00", "25,950.00", "−500.25", "−6,500.00", "120.30", "−7,120.55"];
        Assert.All(figures, figure => Assert.Contains(figure, row.Words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_total_is_the_accounts_own()
    {
        Show([FakeAccounts.Position(65), FakeAccounts.Position(0, FakeDeskView.RelianceIndex)]);

        var total = Render<PositionsPanel>().Find("tfoot tr").Words;

        Assert.Equal("Today, PAPER-1 +1,300.50 55.25 +1,245.25", total);
    }

    [Fact]
    public void A_stale_price_says_so()
    {
        Show([FakeAccounts.Position(65) with { IsStale = true }]);

        var row = Render<PositionsPanel>().Find(".position-row");

        Assert.Contains("stale", row.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exit_is_asked_once_and_given_once()
    {
        Show([FakeAccounts.Position(65)]);
        var panel = Render<PositionsPanel>();
        panel.Find("[aria-label='Exit NIFTY26JANFUT MIS']").Click();
        Assert.Empty(Posted);
        Assert.Contains("Sell 65 (1 lot) at the market?", panel.Find(".question").TextContent, StringComparison.Ordinal);

        panel.Find(".sure").Click();

        var exit = Assert.IsType<ExitPosition>(Assert.Single(Posted).Command);
        Assert.Equal(("1:102", Product.Mis), (exit.Instrument, exit.Product));
    }

    [Fact]
    public void Exit_all_says_how_many_it_leaves_and_that_delivery_stays()
    {
        Show([FakeAccounts.Position(65), FakeAccounts.Position(-3, FakeDeskView.RelianceIndex),
            FakeAccounts.Position(10, FakeDeskView.RelianceIndex, Product.Cnc), FakeAccounts.Position(0, FakeDeskView.CallIndex)]);
        var panel = Render<PositionsPanel>();

        panel.Find(".book-tools .bad").Click();

        Assert.Equal(
            "Leave 2 positions of PAPER-1 at the market? 1 for delivery (CNC) stays.", panel.Find(".question").TextContent);
    }

    [Fact]
    public void Exit_all_is_dead_while_it_would_leave_nothing()
    {
        Show([FakeAccounts.Position(10, FakeDeskView.RelianceIndex, Product.Cnc)]);

        var exitAll = Render<PositionsPanel>().Find(".book-tools .bad");

        Assert.True(exitAll.HasAttribute("disabled"));
    }

    [Fact]
    public void Shares_delivered_on_an_earlier_day_stand_apart()
    {
        Show([FakeAccounts.Position(10, FakeDeskView.RelianceIndex, Product.Cnc) with { HeldUnits = 10 }, FakeAccounts.Position(65)]);

        var rows = Render<PositionsPanel>().FindAll("tbody tr").Select(row => row.Words).ToArray();

        Assert.Equal(3, rows.Length);
        Assert.StartsWith("NIFTY26JANFUT", rows[0], StringComparison.Ordinal);
        Assert.Equal("Holdings shares delivered on an earlier day", rows[1]);
        Assert.StartsWith("RELIANCE", rows[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3_661, "01:01:01", "dim")]
    [InlineData(61, "00:01:01", "tone-warn")]
    [InlineData(-1, "squaring off", "tone-warn")]
    public void An_intraday_position_counts_down_to_its_square_off(int seconds, string text, string css)
    {
        Show([FakeAccounts.Position(65) with { SquareOffAt = FakeDeskView.Morning.PlusSeconds(seconds) }]);

        var sign = Render<PositionsPanel>().Find(".square-off");

        Assert.Equal(text, sign.Words);
        Assert.Contains(css, sign.GetAttribute("class"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_says_no_gives_nothing()
    {
        Show([FakeAccounts.Position(65)]);
        var panel = Render<PositionsPanel>();
        panel.Find(".book-tools .bad").Click();

        panel.Find(".unsure").Click();

        Assert.Empty(Posted);
        Assert.Null(panel.TryFind(".question"));
    }

    [Fact]
    public void A_late_click_says_that_nothing_was_sent()
    {
        Show([FakeAccounts.Position(65)]);
        JSInterop.Setup("desk.isFresh", false);
        var panel = Render<PositionsPanel>();
        panel.Find(".book-tools .bad").Click();

        panel.Find(".sure").Click();

        Assert.Empty(Posted);
        Assert.Contains("nothing was sent", panel.Find(".answer-line").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unanswered_wish_is_asked_again_under_its_key()
    {
        Show([], [FakeAccounts.Order(7, OrderStage.Working)]);
        var panel = Render<OrdersPanel>();
        panel.Find("[aria-label='Cancel order 7.1']").Click();
        Gate.Answer(new CommandReceipt(Posted[0].Number, false, "unconfirmed", "Not confirmed."));
        panel.WaitForAssertion(() => Assert.Equal("unconfirmed", panel.Find(".answer-line").GetAttribute("data-code")));

        panel.WaitForAssertion(() => panel.Find("[aria-label='Cancel order 7.1']").Click());

        Assert.Equal(Posted[0].Key, Posted[1].Key);
    }

    [Fact]
    public void Cancel_all_says_how_many_before_it_is_done()
    {
        Show([], [FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(8, OrderStage.PartlyFilled),
            FakeAccounts.Order(7, OrderStage.Filled)]);
        var panel = Render<OrdersPanel>();
        panel.Find(".book-tools .bad").Click();
        Assert.Equal("Cancel all 2 open orders of PAPER-1?", panel.Find(".question").TextContent);

        panel.Find(".sure").Click();

        Assert.IsType<CancelAll>(Assert.Single(Posted).Command);
    }

    [Fact]
    public void Chosen_orders_are_cancelled_together_without_those_that_are_over_meanwhile()
    {
        var (filled, working, other) = (FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(8, OrderStage.Working),
            FakeAccounts.Order(7, OrderStage.Working));
        Show([], [filled, working, other, FakeAccounts.Order(6, OrderStage.Working)]);
        var panel = Render<OrdersPanel>();
        foreach (var order in new[] { "9.1", "8.1", "7.1" }) panel.Find($"[aria-label='Choose order {order}']").Change(true);
        Show([], [FakeAccounts.Order(9, OrderStage.Filled), working, other, FakeAccounts.Order(6, OrderStage.Working)]);
        Ticker.Turn();
        panel.WaitForAssertion(() => Assert.Equal("Cancel 2 chosen", panel.Find(".cancel-picked").Words));

        panel.Find(".cancel-picked").Click();

        Assert.Equal([8, 7], Posted.Select(posted => Assert.IsType<CancelOrder>(posted.Command).Order.Intent));
        Assert.NotEqual(Posted[0].Key, Posted[1].Key);
    }

    [Fact]
    public void Of_several_cancels_the_answer_is_how_many_are_recorded_and_why_not_the_others()
    {
        Show([], [FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(8, OrderStage.Working)]);
        var panel = Render<OrdersPanel>();
        foreach (var order in new[] { "9.1", "8.1" }) panel.Find($"[aria-label='Choose order {order}']").Change(true);
        panel.Find(".cancel-picked").Click();

        Gate.Answer(new CommandReceipt(Posted[0].Number, true, "", "Recorded."));
        Gate.Answer(new CommandReceipt(Posted[1].Number, false, "order-finished", "The order is finished already."));

        panel.WaitForAssertion(() => Assert.Equal(
            "Cancel 2 orders: 1 of 2 are recorded. The order is finished already.", panel.Find(".answer-line").Words));
    }

    [Fact]
    public void Orders_stand_in_their_groups_with_the_reason_in_the_row()
    {
        Show([], [
            FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(8, OrderStage.Filled),
            FakeAccounts.Order(7, OrderStage.Rejected, sentence: "The price is outside the band."),
            FakeAccounts.Order(6, OrderStage.Cancelled),
            FakeAccounts.Order(5, OrderStage.Unknown, sentence: "Do not enter it again."),
        ]);
        var panel = Render<OrdersPanel>();
        Assert.Equal(["9.1", "5.1"], Rows(panel));
        Assert.Equal(
            ["Open 2", "Executed 1", "Refused 1", "Cancelled 1", "Unknown 1"],
            panel.FindAll(".segment").Select(segment => segment.TextContent));

        panel.FindAll(".segment")[2].Click();

        Assert.Equal(["7.1"], Rows(panel));
        Assert.Contains("Rejected The price is outside the band.", panel.Find(".state").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_and_filtered_empty_are_told_apart()
    {
        var none = Render<OrdersPanel>();
        Assert.Equal("empty", none.Find(".empty-state").GetAttribute("data-kind"));
        Show([], [FakeAccounts.Order(8, OrderStage.Filled)]);

        var filtered = Render<OrdersPanel>();

        Assert.Equal("filtered", filtered.Find(".empty-state").GetAttribute("data-kind"));
    }

    [Fact]
    public void A_change_is_filled_in_and_sends_all_three_terms()
    {
        Show([], [FakeAccounts.Order(9, OrderStage.Working, units: 130)]);
        var panel = Render<OrdersPanel>();
        panel.Find("[aria-label='Change order 9.1']").Click();
        Assert.Equal("2", panel.Find("#change-quantity").GetAttribute("value"));
        panel.Find(".change-form").Submit();
        Assert.Empty(Posted);
        panel.Find("#change-price").Input("25,941.50");

        panel.Find(".change-form").Submit();

        var change = Assert.IsType<ChangeOrder>(Assert.Single(Posted).Command);
        Assert.Equal((new OrderId(9, 1), 130L, 259_415_000L, 0L),
            (change.Order, change.Quantity.Units, change.Price.Scaled, change.Trigger.Scaled));
    }

    [Fact]
    public void An_unknown_order_can_be_resolved_with_a_reason_and_never_sent_again()
    {
        Show([], [FakeAccounts.Order(9, OrderStage.Unknown)]);
        var page = Render<OrderLifePage>(p => p.Add(x => x.Intent, 9));
        page.Find(".resolve-form").Submit();
        Assert.Contains("Say how you know.", page.Find(".resolve-form").Words, StringComparison.Ordinal);
        page.Find("#resolve-9-1-reason").Input("order book at 10:42");
        page.Find(".resolve-form").Submit();
        page.Find(".resolve-form").Submit();
        Assert.Empty(Posted);
        Time.Advance(TimeSpan.FromSeconds(1));

        page.Find(".resolve-form").Submit();

        var resolve = Assert.IsType<ResolveOrder>(Assert.Single(Posted).Command);
        Assert.Equal((ResolvedAs.Absent, "order book at 10:42"), (resolve.As, resolve.Reason));
        Assert.DoesNotContain("resend", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_account_is_opened_with_the_cash_that_was_typed()
    {
        var page = Render<AccountsPage>();
        page.Find("#account-name").Input("PAPER-2");
        page.Find("#account-cash").Input("5,00,000");

        page.Find("[aria-label='Open an account'] form").Submit();

        Assert.Equal("PAPER-2", Assert.Single(Posted).Account);
        Assert.Equal(Money.FromRupees(500_000), Assert.IsType<OpenAccount>(Posted[0].Command).Cash);
    }

    [Theory]
    [InlineData("", "5,00,000", "Name is empty.")]
    [InlineData("paper-1", "5,00,000", "is there already")]
    [InlineData("a b", "5,00,000", "letters A-Z")]
    [InlineData("PAPER-2", "१०", "digits of another script")]
    [InlineData("PAPER-2", "0", "must be at least 0.01")]
    public void An_account_that_cannot_be_is_refused_at_its_field(string name, string cash, string sentence)
    {
        var page = Render<AccountsPage>();
        page.Find("#account-name").Input(name);
        page.Find("#account-cash").Input(cash);

        page.Find("[aria-label='Open an account'] form").Submit();

        Assert.Empty(Posted);
        Assert.Contains(sentence, page.Find("[aria-label='Open an account']").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reset_says_what_is_lost_before_it_is_done()
    {
        var page = Render<AccountsPage>();
        page.Find("[aria-label='Begin anew'] .bad").Click();
        var question = page.Find(".question").TextContent;
        Assert.Contains("PAPER-1 is worth ₹9,99,187.50, −₹812.50 in all.", question, StringComparison.Ordinal);
        Assert.Empty(Posted);

        page.Find(".sure").Click();

        Assert.IsType<ResetAccount>(Assert.Single(Posted).Command);
    }

    [Fact]
    public void The_chosen_account_and_its_day_stand_in_the_top_bar_and_are_kept_by_the_browser()
    {
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account(), FakeAccounts.Account("PAPER-2", 1)] };
        var picker = Render<AccountPicker>();
        Assert.Contains("+₹1,245.25", picker.Text, StringComparison.Ordinal);

        picker.Find("select").Change("PAPER-2");

        Assert.Equal("PAPER-2", Provider.GetRequiredService<ChosenAccount>().Name);
        Assert.Equal("PAPER-2", JSInterop.Of("localStorage.setItem")[^1].Arguments[1]);
    }

    [Fact]
    public void A_journal_that_cannot_be_written_is_said_across_the_page()
    {
        Desk.Current = Desk.Current with { JournalTrouble = "Only cancels and exits are taken." };

        var bar = Render<TopBar>();

        Assert.Equal("Only cancels and exits are taken.", bar.Find(".journal-trouble").TextContent);
    }

    [Fact]
    public void A_sum_of_stale_prices_says_so_beside_the_account()
    {
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account() with { IsStale = true }] };

        var net = Render<AccountPicker>().Find(".day-net");

        Assert.Contains("stale", net.Words, StringComparison.Ordinal);
        Assert.Contains("a price that is not fresh", net.GetAttribute("title"), StringComparison.Ordinal);
    }

    private void Show(IReadOnlyList<PositionView>? positions = null, IReadOnlyList<OrderView>? orders = null) =>
        Desk.Current = Desk.Current with
        {
            Accounts = [FakeAccounts.Account() with { Positions = positions ?? [], Orders = orders ?? [] }],
        };

    private static IEnumerable<string?> Rows(Support.Rendering.RenderedComponent<OrdersPanel> panel) =>
        panel.FindAll(".order-row").Select(row => row.GetAttribute("data-order"));
}
