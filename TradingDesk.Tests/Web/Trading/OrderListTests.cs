using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Positions;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>Orders are found, sorted and held in their places; what is asked about first is as the person chose.</summary>
public sealed class OrderListTests : DeskPageContext
{
    public OrderListTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");
    }

    [Fact]
    public void An_order_of_unknown_fate_stands_apart_and_among_the_open_ones()
    {
        Show([], [FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(5, OrderStage.Unknown)]);
        var panel = Render<OrdersPanel>();
        Assert.Equal(["9.1", "5.1"], Rows(panel));

        panel.FindAll(".segment")[4].Click();

        Assert.Equal(["5.1"], Rows(panel));
        Assert.NotNull(panel.TryFind("[aria-label='Choose order 5.1']"));
    }

    [Fact]
    public void Orders_are_found_by_what_stands_in_them_and_a_search_for_nothing_can_be_cleared()
    {
        Show([], [FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(8, OrderStage.PartlyFilled)]);
        var panel = Render<OrdersPanel>();
        panel.Find("[aria-label='Filter orders']").Input("partly niftyfut");
        Assert.Equal("None of 2 rows holds “partly niftyfut”.", panel.Find("[data-kind=filtered] p").TextContent);
        panel.Find("[aria-label='Filter orders']").Input("partly nifty");
        Assert.Equal(["8.1"], Rows(panel));

        panel.Find("[aria-label='Filter orders']").Input("gold");
        panel.Find("[data-kind=filtered] button").Click();

        Assert.Equal(["9.1", "8.1"], Rows(panel));
    }

    [Fact]
    public void Orders_sort_by_a_column_and_return_to_the_newest_first()
    {
        Show([], [FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(8, OrderStage.Working, units: 130),
            FakeAccounts.Order(7, OrderStage.Working, units: 1)]);
        var panel = Render<OrdersPanel>();
        string[] Pressed()
        {
            panel.FindAll(".sort").Single(button => button.TextContent.StartsWith("Quantity", StringComparison.Ordinal)).Click();
            return [.. Rows(panel).Select(id => id!)];
        }

        var (greatest, least, newest) = (Pressed(), Pressed(), Pressed());

        Assert.Equal(["8.1", "9.1", "7.1"], greatest);
        Assert.Equal(["7.1", "9.1", "8.1"], least);
        Assert.Equal(["9.1", "8.1", "7.1"], newest);
    }

    [Fact]
    public void While_a_person_is_at_the_rows_a_new_order_comes_behind()
    {
        Show([], [FakeAccounts.Order(8, OrderStage.Working)]);
        var panel = Render<OrdersPanel>();
        panel.Find("tbody").Raise("onattended", new AttendedEventArgs { IsAttended = true });
        Show([], [FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(8, OrderStage.Working)]);
        Ticker.Turn();
        panel.WaitForAssertion(() => Assert.Equal(["8.1", "9.1"], Rows(panel)));

        panel.Find("tbody").Raise("onattended", new AttendedEventArgs { IsAttended = false });

        Assert.Equal(["9.1", "8.1"], Rows(panel));
    }

    [Fact]
    public void Who_chose_so_cancels_and_exits_paper_without_being_asked_but_never_real_money()
    {
        Chosen[Confirmations.Choice] = Confirmations.OnlyRealMoney;
        Show([FakeAccounts.Position(65)]);
        Render<PositionsPanel>().Find(".book-tools .bad").Click();
        Desk.Current = Desk.Current with
        {
            Accounts = [FakeAccounts.Account() with { Mode = "LIVE", Positions = [FakeAccounts.Position(65)] }],
        };

        var real = Render<PositionsPanel>();
        real.Find(".book-tools .bad").Click();

        Assert.IsType<ExitAll>(Assert.Single(Posted).Command);
        Assert.NotNull(real.TryFind(".question"));
    }

    [Fact]
    public void The_days_figures_are_the_accounts_own_and_say_by_which_method()
    {
        Show([]);

        var figures = Render<DayFigures>();

        Assert.StartsWith(
            "Gross today +₹1,300.50 Charges ₹55.25 Net today +₹1,245.25", figures.Find(".day-figures").Words,
            StringComparison.Ordinal);
        Assert.Contains("By average price", figures.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_wishes_that_cannot_be_read_are_an_error_that_can_be_tried_again()
    {
        Desk.Denied = _ => Task.FromException<IReadOnlyList<OrderView>>(new IOException("The journal cannot be read: locked."));
        Show([], [FakeAccounts.Order(8, OrderStage.Working)]);
        var panel = Render<OrdersPanel>();
        panel.FindAll(".segment")[2].Click();
        Assert.Equal("The journal cannot be read: locked.", panel.Find("[data-kind=error] p").TextContent);
        Desk.Denied = _ => Task.FromResult<IReadOnlyList<OrderView>>([]);

        panel.Find("[data-kind=error] button").Click();

        Assert.Equal("Nothing was refused.", panel.Find("[data-kind=filtered] p").TextContent);
    }

    private static IEnumerable<string?> Rows(RenderedComponent<OrdersPanel> panel) =>
        panel.FindAll(".order-row").Select(row => row.GetAttribute("data-order"));

    private void Show(IReadOnlyList<PositionView> positions, IReadOnlyList<OrderView>? orders = null) =>
        Desk.Current = Desk.Current with
        {
            Accounts = [FakeAccounts.Account() with { Positions = positions, Orders = orders ?? [] }],
        };
}
