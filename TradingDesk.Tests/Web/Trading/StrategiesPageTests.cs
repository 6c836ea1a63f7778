using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Positions;
using TradingDesk.Web.Pages.Strategies;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>The list of runs tells the engine's words and figures, and offers what the state allows and no more.</summary>
public sealed class StrategiesPageTests : DeskPageContext
{
    public StrategiesPageTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Show();
    }

    [Fact]
    public void Without_a_run_the_page_says_what_to_do()
    {
        var page = Render<StrategiesPage>();

        Assert.Contains("No run yet. New run declares one", page.Find(".empty-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_account_nothing_can_be_declared()
    {
        Desk.Current = Desk.Current with { Accounts = [] };

        var page = Render<StrategiesPage>();

        Assert.True(page.Find(".new-run").HasAttribute("disabled"));
        Assert.Contains("Open an account", page.Find(".empty-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_desk_is_ready_the_page_waits()
    {
        Desk.Current = Desk.Current with { IsReady = false, Runs = [FakeRuns.Run(1)] };

        var page = Render<StrategiesPage>();

        Assert.Equal("loading", page.Find(".runs-panel .empty-state").GetAttribute("data-kind"));
    }

    [Fact]
    public void A_row_shows_the_engines_words_and_figures()
    {
        Show(FakeRuns.Run(1) with
        {
            Positions = [FakeAccounts.Position(-130) with { Run = new RunId(1) }],
            Last = FakeRuns.Signal(7, notActed: "The collar refused it."),
            Signals = 1,
        });

        var row = Render<StrategiesPage>().Find(".run-row").Words;

        string[] parts = ["Run 1 Moving average crossover, run 1", "RELIANCE 5m trades it itself", "PAPER-1 PAPER", "Running.",
            "−130 (−2 lots) NIFTY26JANFUT", "+1,50,000.50 20.25 +1,49,980.25", "▲ Buy", "sure 0.82",
            "The short average 101.5 has crossed above the long average 101.2.", "Not acted on: The collar refused it."];
        Assert.All(parts, part => Assert.Contains(part, row, StringComparison.Ordinal));
    }

    [Fact]
    public void Warming_shows_how_far_it_is()
    {
        Show(FakeRuns.Run(1, RunState.Warming, "Warming: 12 of 50 candles.") with { Taken = 12, Needed = 50 });

        var page = Render<StrategiesPage>();

        Assert.Contains("Warming: 12 of 50 candles.", page.Find(".standing-cell").Words, StringComparison.Ordinal);
        Assert.Equal(("50", "12"), (page.Find("progress").GetAttribute("max"), page.Find("progress").GetAttribute("value")));
    }

    [Theory]
    [InlineData(RunState.Idle, "Start")]
    [InlineData(RunState.Warming, "Pause Stop Flatten")]
    [InlineData(RunState.Running, "Pause Stop Flatten")]
    [InlineData(RunState.Paused, "Resume Stop Flatten")]
    [InlineData(RunState.Halted, "Start Stop Flatten")]
    [InlineData(RunState.Benched, "Start Stop Flatten")]
    [InlineData(RunState.Stopped, "Start Flatten")]
    public void Only_what_the_state_allows_can_be_pressed(RunState state, string enabled)
    {
        Show(FakeRuns.Run(1, state) with { Positions = [FakeAccounts.Position(65) with { Run = new RunId(1) }] });

        var buttons = Render<StrategiesPage>().FindAll(".run-buttons button");

        Assert.Equal(enabled, string.Join(' ', buttons.Where(button => !button.HasAttribute("disabled")).Select(button => button.Words)));
    }

    [Fact]
    public void Who_holds_nothing_cannot_be_flattened()
    {
        Show(FakeRuns.Run(1));

        var page = Render<StrategiesPage>();

        Assert.True(page.Find("[aria-label='Flatten Run 1']").HasAttribute("disabled"));
    }

    [Fact]
    public void A_pause_is_given_at_once_and_the_answer_is_shown()
    {
        Show(FakeRuns.Run(3));
        var page = Render<StrategiesPage>();

        page.Find("[aria-label='Pause Run 3']").Click();
        Gate.Answer(new CommandReceipt(Posted[0].Number, true, "accepted", "Done."));

        var posted = Assert.Single(Posted);
        Assert.Equal((new MoveRun(new RunId(3), RunAction.Pause), "PAPER-1"), (posted.Command, posted.Account));
        page.WaitForAssertion(() => Assert.Equal("Pause Run 3: Done.", page.Find(".answer-line").Words));
    }

    [Fact]
    public void A_stop_asks_and_says_what_stays()
    {
        Show(FakeRuns.Run(1) with { Positions = [FakeAccounts.Position(65) with { Run = new RunId(1) }] });
        var page = Render<StrategiesPage>();

        page.Find("[aria-label='Stop Run 1']").Click();

        Assert.Empty(Posted);
        Assert.Equal("Stop Run 1? It keeps 65 (1 lot) NIFTY26JANFUT, and its stops stay.", page.Find(".question").TextContent);
        page.Find(".sure").Click();
        Assert.Equal(new MoveRun(new RunId(1), RunAction.Stop), Assert.Single(Posted).Command);
    }

    [Fact]
    public void Retired_runs_stand_behind_a_button()
    {
        Show(FakeRuns.Run(1, RunState.Retired), FakeRuns.Run(2));
        var page = Render<StrategiesPage>();
        Assert.Equal(["2"], Rows(page));

        page.Find(".table-foot button").Click();

        Assert.Equal(["1", "2"], Rows(page));
    }

    [Fact]
    public void A_hundred_runs_are_a_hundred_rows()
    {
        Show([.. Enumerable.Range(1, 100).Select(number => FakeRuns.Run((short)number))]);

        var page = Render<StrategiesPage>();

        Assert.Equal(100, Rows(page).Length);
    }

    [Fact]
    public void The_same_position_in_two_books_is_two_rows_and_each_is_left_for_itself()
    {
        var (hand, run) = (FakeAccounts.Position(65), FakeAccounts.Position(130) with { Run = new RunId(2) });
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account() with { Positions = [hand, run] }], Runs = [FakeRuns.Run(2)] };
        var panel = Render<PositionsPanel>();
        Assert.Equal("run 2", Assert.Single(panel.FindAll(".position-row .run-tag")).Words);

        panel.FindAll("[aria-label='Exit NIFTY26JANFUT MIS']")[1].Click();
        panel.Find(".sure").Click();

        Assert.Equal(new ExitPosition("1:102", Product.Mis, new RunId(2)), Assert.Single(Posted).Command);
    }

    [Fact]
    public void An_order_of_a_run_leads_to_it()
    {
        var order = FakeAccounts.Order(7, OrderStage.Working) with { Run = new RunId(2) };
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account() with { Orders = [order] }], Runs = [FakeRuns.Run(2)] };

        var tag = Render<OrdersPanel>().Find(".order-row .run-tag");

        Assert.Equal(("strategies/2", "Run 2"), (tag.GetAttribute("href"), tag.GetAttribute("title")));
    }

    private static string[] Rows(RenderedComponent<StrategiesPage> page) =>
        [.. page.FindAll(".run-row").Select(row => row.GetAttribute("data-run")!)];

    private void Show(params RunView[] runs) =>
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account()], Runs = runs };
}
