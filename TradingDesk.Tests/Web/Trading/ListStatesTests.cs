using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Accounts;
using TradingDesk.Web.Pages.Alerts;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Strategies;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>Every list says in which of its conditions it is, and of many rows draws again the one that is another object.</summary>
public sealed class ListStatesTests : DeskPageContext
{
    public ListStatesTests() => Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");

    [Fact]
    public void Before_the_desk_is_ready_its_lists_wait_and_none_says_that_it_is_empty()
    {
        Desk.Current = Desk.Current with { Accounts = [], Alerts = [], Runs = [], IsReady = false };

        string?[] kinds =
        [
            Render<AccountsPage>().Find(".data-table .empty-state").GetAttribute("data-kind"),
            Render<AlertsPage>().Find(".data-table .empty-state").GetAttribute("data-kind"),
            Render<StrategiesPage>().Find(".data-table .empty-state").GetAttribute("data-kind"),
            Render<AccountRuns>().Find(".data-table .empty-state").GetAttribute("data-kind"),
            Render<OrdersPanel>().Find(".data-table .empty-state").GetAttribute("data-kind"),
        ];

        Assert.All(kinds, kind => Assert.Equal("loading", kind));
    }

    [Fact]
    public void A_desk_without_accounts_offers_to_open_one_and_nothing_to_do_with_any()
    {
        Desk.Current = Desk.Current with { Accounts = [] };

        var page = Render<AccountsPage>();

        Assert.StartsWith("No account yet.", page.Find("[data-kind=empty]").Words, StringComparison.Ordinal);
        Assert.Equal(["Open an account"], page.FindAll(".account-form").Select(form => form.GetAttribute("aria-label")));
    }

    [Fact]
    public void An_account_valued_at_old_prices_is_marked_and_the_others_are_not()
    {
        Desk.Current = Desk.Current with
        {
            Accounts = [FakeAccounts.Account() with { IsStale = true }, FakeAccounts.Account("PAPER-2", 1)],
        };

        var page = Render<AccountsPage>();

        Assert.Equal("stale", page.Find(".data-table").GetAttribute("data-standing"));
        Assert.Equal(["PAPER-1"], page.FindAll("tr.stale").Select(row => row.GetAttribute("data-account")));
    }

    [Fact]
    public void A_row_of_an_account_tells_the_engines_figures()
    {
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account()] };

        var row = Render<AccountsPage>().Find("[data-account='PAPER-1']").Words;

        Assert.Equal("PAPER-1 PAPER 10,00,000.00 10,00,000.00 10,00,000.00 0.00 0.00 55.25 +1,245.25 −812.50 9,99,187.50", row);
    }

    [Fact]
    public void Of_many_orders_the_one_that_moved_is_drawn_again()
    {
        var orders = Enumerable.Range(1, 50).Reverse().Select(number => FakeAccounts.Order(number, OrderStage.Working)).ToArray();
        Show(orders);
        var panel = Render<OrdersPanel>();
        Renderer.Drawn.Clear();
        orders[3] = orders[3] with { Filled = new Quantity(7) };

        Show([.. orders]);
        Ticker.Turn();

        panel.WaitForAssertion(() => Assert.Contains("7 / 65", panel.Text, StringComparison.Ordinal));
        Assert.Same(orders[3], Assert.Single(Renderer.Drawn.OfType<DataRow<OrderView>>()).Row);
    }

    [Fact]
    public void Of_many_runs_the_one_that_moved_is_drawn_again()
    {
        var runs = Enumerable.Range(1, 20).Select(number => FakeRuns.Run((short)number)).ToArray();
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account()], Runs = runs };
        var page = Render<StrategiesPage>();
        Renderer.Drawn.Clear();
        RunView moved = runs[5] with { Net = Money.FromRupees(4_711) };

        Desk.Current = Desk.Current with { Runs = [.. runs.Select(run => run == runs[5] ? moved : run)] };
        Ticker.Turn();

        page.WaitForAssertion(() => Assert.Contains("+4,711.00", page.Text, StringComparison.Ordinal));
        Assert.Same(moved, Assert.Single(Renderer.Drawn.OfType<DataRow<RunView>>()).Row);
    }

    [Fact]
    public void Alerts_that_fired_and_those_that_watch_stand_under_their_words()
    {
        AlertView armed = new(1, "price of NSE:TCS above 5.00", AlertState.Armed) { By = "operator", AddedAt = FakeDeskView.Morning };
        Desk.Current = Desk.Current with
        {
            Alerts = [armed, armed with { Number = 2, State = AlertState.Fired, FiredAt = FakeDeskView.Morning, FiredValue = "6.00" }],
        };

        var rows = Render<AlertsPage>().FindAll(".alert-list tbody tr").Select(row => row.Words).ToArray();

        Assert.Equal("Fired silent until armed again", rows[0]);
        Assert.Contains("5 Jan 10:00:00 at 6.00", rows[1], StringComparison.Ordinal);
        Assert.Equal("Watching", rows[2]);
        Assert.Contains("never", rows[3], StringComparison.Ordinal);
    }

    private void Show(OrderView[] orders) =>
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account() with { Orders = orders }] };
}
