using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Risk;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>The page of risk shows states, limits and refusals as the engine tells them, and changes them with a reason alone.</summary>
public sealed class RiskPageTests : DeskPageContext
{
    public RiskPageTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");
        Show(FakeRisks.Account());
    }

    [Theory]
    [InlineData("position", "fine", "₹5,00,000.00 of ₹20,00,000.00 25 %")]
    [InlineData("gross", "near", "₹24,00,000.00 of ₹30,00,000.00 80 % near")]
    [InlineData("net", "reached", "₹36,00,000.00 of ₹30,00,000.00 120 % reached")]
    [InlineData("underlying", "absent", "₹10.00 of not set denied")]
    [InlineData("trades", "fine", "3 of 10,000 0 %")]
    public void A_limit_says_how_much_of_it_is_used_by_number_and_word(string name, string level, string words)
    {
        var bar = Render<RiskPage>().Find($".limit-bar[data-limit='{name}']");

        Assert.Equal(level, bar.GetAttribute("data-level"));
        Assert.EndsWith(words, bar.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_that_do_not_fill_up_are_shown_and_absent_ones_say_what_that_means()
    {
        var facts = Render<RiskPage>().Find(".limit-facts").Words;

        string[] expected = ["Order value ₹10,00,000", "Price collar 2.50 %", "Price age 300 s", "Time of day 09:20-15:10",
            "Products not set: all"];
        Assert.All(expected, text => Assert.Contains(text, facts, StringComparison.Ordinal));
    }

    [Fact]
    public void A_held_account_says_why_and_since_when()
    {
        Show(FakeRisks.Account(state: RiskState.ReduceOnly));

        var page = Render<RiskPage>();

        Assert.Contains("reduce only", page.Find(".risk-scope .panel-head").Words, StringComparison.Ordinal);
        Assert.Equal("The day's loss after charges has reached its limit. Since 09:59:00.", page.Find(".risk-held").Words);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("PAPER-1", true)]
    [InlineData("PAPER-2", false)]
    public void A_killed_account_is_not_said_to_take_what_its_limits_let_through(string account, bool isKilled)
    {
        Desk.Current = Desk.Current with { Kills = [KillOf(account)] };

        var head = Render<RiskPage>().Find(".risk-scope .panel-head").Words;

        Assert.Equal(isKilled, head.Contains("killed Only cancels and exits are taken", StringComparison.Ordinal));
        Assert.Equal(!isKilled, head.Contains("Everything that the limits let through.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_without_limits_says_whose_hold()
    {
        Show(FakeRisks.Account(), FakeRisks.Run(3));

        var run = Render<RiskPage>().FindAll(".risk-scope")[1].Words;

        Assert.Contains("No limits of its own: those of PAPER-1 hold.", run, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_changed_is_sent_and_with_a_reason()
    {
        var page = Render<RiskPage>();
        page.Find(".change-limits").Click();
        page.Find("#limits-0-0-day-loss").Input("6,000");
        page.Find("#limits-0-0-collar").Input("");
        Assert.Contains("Raises Day's loss", page.Find(".raises").Words, StringComparison.Ordinal);
        page.Find(".limits-form").Submit();
        Assert.Empty(Posted);
        Assert.Equal("Say why; it stays in the journal.", page.Find("#limits-0-0-reason-problem").TextContent);
        page.Find("#limits-0-0-reason").Input("a calmer week");

        page.Find(".limits-form").Submit();

        Assert.Equal("PAPER-1", Assert.Single(Posted).Account);
        Assert.Equal(new SetLimits(RunId.None, "collar=none day-loss=6000", "a calmer week"), Posted[0].Command);
    }

    [Fact]
    public void A_limit_that_cannot_be_is_refused_at_its_field()
    {
        var page = Render<RiskPage>();
        page.Find(".change-limits").Click();
        page.Find("#limits-0-0-reason").Input("why");
        page.Find("#limits-0-0-trades").Input("1.5");

        page.Find(".limits-form").Submit();

        Assert.Empty(Posted);
        Assert.Equal("true", page.Find("#limits-0-0-trades").GetAttribute("aria-invalid"));
        Assert.Equal("Entries a day must be a whole number.", page.Find("#limits-0-0-trades-problem").TextContent);
    }

    [Fact]
    public void Limits_that_stay_as_they_are_send_nothing()
    {
        var page = Render<RiskPage>();
        page.Find(".change-limits").Click();
        page.Find("#limits-0-0-reason").Input("why");

        page.Find(".limits-form").Submit();

        Assert.Empty(Posted);
        Assert.Contains("Nothing is changed.", page.Find(".limits-form").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_held_account_trades_again_with_a_reason()
    {
        Show(FakeRisks.Account(state: RiskState.Halted));
        var page = Render<RiskPage>();
        page.Find(".change-state").Click();
        page.Find(".state-form").Submit();
        Assert.Empty(Posted);
        page.Find("#state-0-0-reason").Input("looked at it");

        page.Find(".state-form").Submit();

        Assert.Equal(new SetRiskState(RunId.None, RiskState.Active, "looked at it"), Assert.Single(Posted).Command);
    }

    [Fact]
    public void An_active_account_is_held_as_chosen()
    {
        var page = Render<RiskPage>();
        page.Find(".change-state").Click();
        page.FindAll(".state-form .segment")[1].Click();
        page.Find("#state-0-0-reason").Input("news");

        page.Find(".state-form").Submit();

        Assert.Equal(new SetRiskState(RunId.None, RiskState.Halted, "news"), Assert.Single(Posted).Command);
    }

    [Fact]
    public void Refusals_of_today_are_counted_by_reason()
    {
        OrderView[] denied =
        [
            FakeAccounts.Order(9, OrderStage.Denied, sentence: "Outside the collar."),
            FakeAccounts.Order(8, OrderStage.Denied, sentence: "Too many open."),
            FakeAccounts.Order(7, OrderStage.Denied, sentence: "Outside the collar."),
            FakeAccounts.Order(6, OrderStage.Denied, sentence: "Yesterday.") with { At = FakeDeskView.Morning.PlusSeconds(-86_400) },
        ];
        Desk.Denied = _ => Task.FromResult<IReadOnlyList<OrderView>>(denied);

        var rows = Render<RiskPage>().FindAll(".refusal-row").Select(row => row.Words);

        Assert.Equal(["PAPER-1 2 Outside the collar. 09:59:00", "PAPER-1 1 Too many open. 09:59:00"], rows);
    }

    [Fact]
    public void A_journal_that_cannot_be_read_says_so_and_can_be_asked_again()
    {
        Desk.Denied = _ => Task.FromException<IReadOnlyList<OrderView>>(new IOException("The journal is torn."));
        var page = Render<RiskPage>();
        Assert.Contains("The journal is torn.", page.Find(".refusals [data-kind=error]").Words, StringComparison.Ordinal);
        Desk.Denied = _ => Task.FromResult<IReadOnlyList<OrderView>>([]);

        page.Find(".refusals [data-kind=error] button").Click();

        Assert.Equal("empty", page.Find(".refusals .empty-state").GetAttribute("data-kind"));
    }

    [Fact]
    public void A_desk_that_has_counted_nothing_yet_is_loading_and_one_without_accounts_is_empty()
    {
        Desk.Current = Desk.Current with { Risks = [], Accounts = [], IsReady = false };
        Assert.Equal("loading", Render<RiskPage>().Find(".trading-main .empty-state").GetAttribute("data-kind"));
        Desk.Current = Desk.Current with { IsReady = true };

        var empty = Render<RiskPage>().Find(".trading-main .empty-state");

        Assert.Equal("empty", empty.GetAttribute("data-kind"));
    }

    private static KillView KillOf(string account) =>
        new(account.Length == 0 ? KillScope.Desk : KillScope.Account, account, KillReach.Orders, KillStage.Done)
        {
            At = FakeDeskView.Morning,
            StageAt = FakeDeskView.Morning,
            By = "operator",
            Reason = "enough",
            Sentence = "No order works.",
        };

    private void Show(params RiskView[] risks) => Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account()], Risks = risks };
}
