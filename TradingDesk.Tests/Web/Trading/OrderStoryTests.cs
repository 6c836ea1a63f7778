using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>An order's X-ray reads as a story, and refused intents stand where orders do.</summary>
public sealed class OrderStoryTests : DeskPageContext
{
    private static readonly OrderId _order = new(9, 1);
    private static readonly Instant _at = FakeDeskView.Morning;

    public OrderStoryTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Show(FakeAccounts.Order(9, OrderStage.Filled));
    }

    [Fact]
    public void The_life_of_an_order_has_its_steps_with_the_time_between()
    {
        Desk.Lives[9] = new OrderLife(
        [
            new OrderStep(_order, _at, 0, "accepted", "All checks passed."),
            new OrderStep(_order, new Instant(_at.Nanos + 12_400_000), 12_400_000, "traded", "It took the book."),
        ]);

        var page = Page();

        Assert.Equal("10:00:00.012 +12.4 ms Traded from the venue It took the book.", page.Find(".life [data-kind=traded]").Words);
        Assert.Contains("AA000000C01100A", page.Find(".order-card").Words, StringComparison.Ordinal);
        Assert.Null(page.TryFind(".resolve-form"));
    }

    [Fact]
    public void It_tells_by_which_price_it_was_allowed_and_what_it_cost()
    {
        Desk.Lives[9] = Accepted() with
        {
            Judged = new JudgedPrice(Price.FromRupees(1_500), _at.PlusMilliseconds(-412), 412, "Judged by a price of ₹1,500.00."),
            Candles = [Moment(FakeDeskView.Candle(0, 25_940)), new MomentCandle(Timeframe.Second, null, false, "Not kept.")],
            Cost = new OrderCost(
                [new CostLine("Brokerage", "1 order", Money.FromRupees(20), true), new CostLine("STT", "", default, false)],
                Money.FromRupees(20), "On its own note."),
        };

        var page = Page();

        Assert.Equal("Judged by a price of ₹1,500.00. Made at 09:59:59.588 .", page.Find(".judged").Words);
        Assert.Equal("Minute 10:00:00 open 25,939.00 high 25,942.00 low 25,937.00 close 25,940.00 volume 1,000",
            page.Find("[data-timeframe='1m']").Words);
        Assert.Equal("Second Not kept.", page.Find("[data-timeframe='1s']").Words);
        Assert.Equal(["Brokerage 20.00 1 order", "STT 0.00 not charged not confirmed"],
            page.FindAll(".charges tbody tr").Select(row => row.Words));
        Assert.Contains("What it cost ₹20.00", page.Find("[data-kind=cost]").Words, StringComparison.Ordinal);
        Assert.Contains("On its own note.", page.Find("[data-kind=cost]").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_traded_nothing_says_so_only_when_it_is_over()
    {
        Desk.Lives[9] = Accepted();
        Show(FakeAccounts.Order(9, OrderStage.Working));
        var working = Page().TryFind("[data-kind=cost]");
        Show(FakeAccounts.Order(9, OrderStage.Cancelled));

        var over = Page().Find("[data-kind=cost]").Words;

        Assert.Null(working);
        Assert.Equal("It cost nothing Nothing was traded.", over);
    }

    [Fact]
    public void A_candle_that_is_not_stored_yet_is_looked_for_again()
    {
        Desk.Lives[9] = Accepted() with { Candles = [new MomentCandle(Timeframe.Minute, null, true, "Not stored yet.")] };
        var page = Page();
        Desk.Lives[9] = Accepted() with { Candles = [Moment(FakeDeskView.Candle(0, 25_940))] };
        Turn();
        var early = page.Find("[data-timeframe='1m']").Words;
        Time.Advance(TimeSpan.FromSeconds(2));

        Turn();

        Assert.Equal("Minute Not stored yet.", early);
        page.WaitForAssertion(() => Assert.Contains("close 25,940.00", page.Find("[data-timeframe='1m']").Words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_refused_intent_shows_what_was_wanted_and_why_not()
    {
        var denied = FakeAccounts.Order(7, OrderStage.Denied, sentence: "The quantity is above what one order may have.");
        Desk.Lives[7] = new OrderLife([new OrderStep(new OrderId(7, 1), _at, 0, "denied", denied.Sentence)]) { Denied = denied };

        var page = Page(7);

        Assert.StartsWith("Denied Buy 65 (1 lot)", page.Find(".order-card").Words, StringComparison.Ordinal);
        Assert.Contains(denied.Sentence, page.Find(".order-card").Words, StringComparison.Ordinal);
        Assert.Contains("PAPER-1", page.Find(".wide-panel").Words, StringComparison.Ordinal);
        Assert.Contains("Refused by the desk", page.Find("[data-kind=denied]").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Intents_refused_today_stand_among_the_refused_with_their_sentence()
    {
        var today = FakeAccounts.Order(8, OrderStage.Denied, sentence: "The market is closed.");
        Denied(today, FakeAccounts.Order(3, OrderStage.Denied) with { At = _at.PlusSeconds(-86_400) });
        Show(FakeAccounts.Order(9, OrderStage.Rejected), FakeAccounts.Order(7, OrderStage.Rejected));
        var panel = Render<OrdersPanel>();

        panel.WaitForAssertion(() => Assert.Equal("Refused 3", panel.FindAll(".segment")[2].TextContent));
        panel.FindAll(".segment")[2].Click();

        Assert.Equal(["9.1", "8.1", "7.1"], panel.FindAll(".order-row").Select(row => row.GetAttribute("data-order")));
        Assert.Contains("Denied The market is closed.", panel.FindAll(".state")[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_intent_refused_meanwhile_appears_when_the_journal_has_moved()
    {
        var panel = Render<OrdersPanel>();
        Denied(FakeAccounts.Order(10, OrderStage.Denied));
        Time.Advance(TimeSpan.FromSeconds(2));
        Turn();
        var unmoved = panel.FindAll(".segment")[2].TextContent;
        Desk.Current = Desk.Current with
        {
            Health = Desk.Current.Health with { Journal = new PartState(PartHealth.Well, "Writing.", 12, 0, 0) },
        };

        Ticker.Turn();

        Assert.Equal("Refused 0", unmoved);
        panel.WaitForAssertion(() => Assert.Equal("Refused 1", panel.FindAll(".segment")[2].TextContent));
    }

    [Fact]
    public void A_journal_that_cannot_be_read_is_said_among_the_refused()
    {
        Desk.Denied = _ => Task.FromException<IReadOnlyList<OrderView>>(new IOException("The journal cannot be read: it is locked."));
        Show(FakeAccounts.Order(9, OrderStage.Rejected));
        var panel = Render<OrdersPanel>();

        panel.FindAll(".segment")[2].Click();

        Assert.Equal("The journal cannot be read: it is locked. Try again", panel.Find(".table-note[role=alert]").Words);
        Assert.Single(panel.FindAll(".order-row"));
    }

    private Support.Rendering.RenderedComponent<OrderLifePage> Page(int intent = 9) =>
        Render<OrderLifePage>(page => page.Add(x => x.Intent, intent));

    private static OrderLife Accepted() => new([new OrderStep(_order, _at, 0, "accepted", "All checks passed.")]);

    private static MomentCandle Moment(CandleView candle) => new(Timeframe.Minute, candle, false, "");

    private void Denied(params OrderView[] intents) => Desk.Denied = _ => Task.FromResult<IReadOnlyList<OrderView>>(intents);

    /// <summary>Another snapshot, in which nothing is different.</summary>
    private void Turn()
    {
        Desk.Current = Desk.Current with { Number = Desk.Current.Number + 1 };
        Ticker.Turn();
    }

    private void Show(params OrderView[] orders) =>
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account() with { Orders = orders }] };
}
