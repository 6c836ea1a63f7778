using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>The list of trades follows the account's orders and says what it cannot read.</summary>
public sealed class TradesPanelTests : DeskPageContext
{
    private readonly List<TradeView> _trades = [];
    private int _reads;

    public TradesPanelTests()
    {
        Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");
        Desk.Trades = _ =>
        {
            _reads++;
            return Task.FromResult<IReadOnlyList<TradeView>>([.. _trades]);
        };
        Show(FakeAccounts.Order(9, OrderStage.Working));
    }

    [Fact]
    public void A_trade_shows_when_what_how_much_at_what_price_and_why()
    {
        _trades.Add(Trade(1));

        var panel = Render<TradesPanel>();

        var row = panel.Find("[data-trade='1']");
        Assert.Equal("10:00:00 S NIFTY26JANFUT NFO 1,300 25,940.05 it took what the book showed 9.1", row.Words);
        Assert.Equal("1,300 (20 lots)", panel.Find("[title*=lots]").GetAttribute("title"));
    }

    [Fact]
    public void A_trade_of_a_finished_order_says_so()
    {
        _trades.Add(Trade(1) with { IsLate = true });

        var row = Render<TradesPanel>().Find("[data-trade='1']");

        Assert.Contains("late", row.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_read_again_when_an_order_moved_and_only_then()
    {
        var panel = Render<TradesPanel>();
        Assert.Equal("empty", panel.Find(".empty-state").GetAttribute("data-kind"));
        Desk.Current = Desk.Current with { Accounts = [Desk.Current.Accounts[0] with { Free = Money.FromRupees(1) }] };
        Ticker.Turn();
        Assert.Equal(1, _reads);
        _trades.Add(Trade(1));

        Show(FakeAccounts.Order(9, OrderStage.Filled));
        Ticker.Turn();

        panel.WaitForAssertion(() => Assert.Single(panel.FindAll("[data-trade]")));
        Assert.Equal(2, _reads);
    }

    [Fact]
    public void A_journal_that_cannot_be_read_is_said_and_can_be_tried_again()
    {
        var reading = Desk.Trades;
        Desk.Trades = _ => Task.FromException<IReadOnlyList<TradeView>>(new IOException("The journal cannot be read: it is locked."));
        var panel = Render<TradesPanel>();
        Assert.Contains("it is locked", panel.Find("[data-kind=error]").TextContent, StringComparison.Ordinal);
        Desk.Trades = reading;
        _trades.Add(Trade(1));

        panel.Find("button").Click();

        Assert.Single(panel.FindAll("[data-trade]"));
    }

    private static TradeView Trade(long number) => new(new OrderId(9, 1), new InstrumentId(FakeDeskView.FutureIndex),
        FakeDeskView.Morning, Side.Sell, new Quantity(1_300), Price.FromRupees(25_940.05m))
    {
        Number = number,
        Why = "it took what the book showed",
        IsLate = false,
    };

    private void Show(OrderView order) =>
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account() with { Orders = [order] }] };
}
