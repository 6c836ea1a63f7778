using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Pages.Strategies;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>A run's page tells what it wished and why, what came of it, and from what it differs from its pair.</summary>
public sealed class RunPageTests : DeskPageContext
{
    public RunPageTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Show(FakeRuns.Run(1));
    }

    [Fact]
    public void A_number_never_given_says_so()
    {
        var page = Open(9);

        Assert.Equal("There is no run 9.", page.Find(".empty-state").Words);
    }

    [Fact]
    public void Before_the_desk_is_ready_the_page_waits()
    {
        Desk.Current = Desk.Current with { IsReady = false };

        var page = Open(1);

        Assert.Equal("loading", page.Find(".empty-state").GetAttribute("data-kind"));
    }

    [Fact]
    public void Each_signal_says_why_and_what_became_of_it_and_is_marked_at_its_candle()
    {
        Desk.Signals = _ => Signals(
            FakeRuns.Signal(8, minute: 1, notActed: "The collar refused it."), FakeRuns.Signal(7) with { Intents = [41, 42] });
        Desk.History = (_, _) => Task.FromResult(new CandleHistory(
            [], [FakeDeskView.Candle(0, 100), FakeDeskView.Candle(1, 101)], [[], []]));

        var page = Open(1);

        var rows = page.FindAll(".signal-table tbody tr");
        Assert.Contains("The collar refused it.", rows[0].Words, StringComparison.Ordinal);
        Assert.Contains("has crossed above the long average 101.2. Acted on.", rows[1].Words, StringComparison.Ordinal);
        Assert.Equal(["orders/41", "orders/42"], page.FindAll(".signal-table a").Select(link => link.GetAttribute("href")));
        var start = FakeDeskView.Morning.UnixSeconds;
        page.WaitForAssertion(() => Assert.Equal<long[]>(
            [[start, 1, 1], [start + 60, 1, 0]], (long[][])JSInterop.Of("createDeskChart.signal")[^1].Arguments[0]!));
        Assert.Contains("SMA:10,SMA:50", Desk.HistoryLists);
    }

    [Fact]
    public void Signals_that_cannot_be_read_say_why_and_can_be_tried_again()
    {
        Desk.Signals = _ => Task.FromException<IReadOnlyList<SignalView>>(new IOException("The journal is away."));
        var page = Open(1);
        Assert.Contains("The journal is away.", page.Find(".signal-log [role=alert]").Words, StringComparison.Ordinal);

        Desk.Signals = _ => Signals();
        page.Find(".signal-log [role=alert] button").Click();

        page.WaitForAssertion(() => Assert.Equal("It has wished nothing yet.", page.Find(".signal-log .empty-state").Words));
    }

    [Fact]
    public void What_it_would_want_now_is_asked_and_answered()
    {
        var page = Open(1);

        page.Find(".evaluate").Click();
        Gate.Answer(new CommandReceipt(Posted[0].Number, true, "accepted", "If the candle closed now it would want nothing."));

        Assert.Equal(new MoveRun(new RunId(1), RunAction.Evaluate), Assert.Single(Posted).Command);
        page.WaitForAssertion(() => Assert.Equal(
            "Evaluate Run 1: If the candle closed now it would want nothing.", page.Find(".answer-line").Words));
    }

    [Theory]
    [InlineData(RunState.Idle, true)]
    [InlineData(RunState.Stopped, true)]
    [InlineData(RunState.Running, false)]
    [InlineData(RunState.Retired, false)]
    public void Only_a_run_that_does_not_work_can_be_retired(RunState state, bool can)
    {
        Show(FakeRuns.Run(1, state));

        var retire = Open(1).FindAll(".run-acts button").Single(button => button.Words == "Retire");

        Assert.Equal(!can, retire.HasAttribute("disabled"));
    }

    [Fact]
    public void Its_book_has_its_own_orders_and_positions_and_no_others()
    {
        var mine = FakeAccounts.Order(7, OrderStage.Filled) with { Run = new RunId(1) };
        var position = FakeAccounts.Position(65) with { Run = new RunId(1) };
        Show(FakeRuns.Run(1) with { Positions = [position] });
        Desk.Current = Desk.Current with
        {
            Accounts = [FakeAccounts.Account() with { Orders = [FakeAccounts.Order(8, OrderStage.Working), mine] }],
        };

        var page = Open(1);

        Assert.Equal("orders/7", Assert.Single(page.FindAll(".run-book tr[data-order] a")).GetAttribute("href"));
        page.Find("[aria-label='Exit NIFTY26JANFUT MIS']").Click();
        page.Find(".run-book .sure").Click();
        Assert.Equal(new ExitPosition("1:102", Product.Mis, new RunId(1)), Assert.Single(Posted).Command);
    }

    [Fact]
    public void Flips_are_those_of_its_own_indicators()
    {
        string? asked = null;
        Desk.Flips = lists =>
        {
            asked = lists;
            return Task.FromResult<IReadOnlyList<FlipCount>>([new("SMA:10", 50, 7, 19)]);
        };

        var page = Open(1);

        page.WaitForAssertion(() => Assert.Equal("SMA:10 50 7 19", page.Find(".run-flips tbody tr").Words));
        Assert.Equal("SMA:10,SMA:50", asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_shadow_differs_from_its_leader_in_lines_that_sum_to_the_net(int shown)
    {
        var (leader, shadow) = Pair();
        Show(leader, shadow);

        var lines = Open(shown).FindAll(".pair-table tr").Select(row => row.Words).ToArray();

        Assert.Equal(
            [
                "Decided trades at the prices they were judged by, and what is held at its last price +107.00 +150.00 +43.00",
                "Delayed what prices moved until the venue had the order −5.00 −9.00 −4.00",
                "Filled what the fill was better or worse −2.00 −1.00 +1.00",
                "Charges brokerage, taxes and fees −20.25 −30.25 −10.00",
                "Net +79.75 +109.75 +30.00",
            ],
            lines[1..]);
    }

    private static (RunView Leader, RunView Shadow) Pair()
    {
        static Money Rupees(decimal amount) => Money.FromRupees(amount);
        var leader = FakeRuns.Run(1) with { Gross = Rupees(100), Charges = Rupees(20.25m), Net = Rupees(79.75m) };
        var shadow = FakeRuns.Run(2) with
        {
            Mode = "shadow",
            Leader = new RunId(1),
            Gross = Rupees(140),
            Charges = Rupees(30.25m),
            Net = Rupees(109.75m),
            Delayed = Rupees(-9),
            Filled = Rupees(-1),
        };
        return (leader, shadow);
    }

    private static Task<IReadOnlyList<SignalView>> Signals(params SignalView[] signals) =>
        Task.FromResult<IReadOnlyList<SignalView>>(signals);

    private RenderedComponent<RunPage> Open(int number) => Render<RunPage>(parts => parts.Add(page => page.Number, number));

    private void Show(params RunView[] runs) =>
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account()], Runs = runs };
}
