using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>One ticket is one intent: however often it is pressed, and whatever happens to the page.</summary>
public sealed class OrderTicketTests : DeskPageContext
{
    private const string Kept = "desk.ticket";

    private readonly List<InstrumentId> _wanted = [];

    public OrderTicketTests()
    {
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account()] };
        JSInterop.Setup("desk.isFresh", true);
    }

    [Fact]
    public void The_first_press_restates_and_gives_nothing()
    {
        var ticket = Open();

        ticket.Find("form").Submit();

        Assert.Empty(Posted);
        Assert.Contains("Buy 65 (1 lot) NIFTY26JANFUT at market, NRML", ticket.Find(".restated").TextContent, StringComparison.Ordinal);
        Assert.Contains("PAPER-1", ticket.Find(".restated").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_double_press_does_not_confirm_what_its_first_half_asked()
    {
        var ticket = Open();

        ticket.Find("form").Submit();
        Time.Advance(TimeSpan.FromMilliseconds(10));
        ticket.Find("form").Submit();

        Assert.Empty(Posted);
        Assert.NotNull(ticket.TryFind(".restated"));
    }

    [Fact]
    public void A_confirmed_ticket_is_given_once_however_often_it_is_pressed()
    {
        var ticket = Confirmed();

        for (var press = 0; press < 5; press++) ticket.Find("form").Submit();

        var given = Assert.Single(Posted);
        var order = Assert.IsType<PlaceOrder>(given.Command);
        Assert.Equal(("PAPER-1", "tester", 32), (given.Account, given.Principal, given.Key.Length));
        Assert.Equal(("1:102", Side.Buy, 65L), (order.Instrument, order.Side, order.Quantity.Units));
        Assert.Equal("sending", ticket.Find("form").GetAttribute("data-stage"));
    }

    [Fact]
    public void A_recorded_ticket_follows_its_orders_by_the_intents_number()
    {
        var ticket = Confirmed();
        ticket.Find("form").Submit();

        Answer(accepted: true, intent: 12);
        ticket.WaitForAssertion(() => Assert.Contains("Recorded.", ticket.Find(".ticket-outcome").TextContent, StringComparison.Ordinal));
        Show(FakeAccounts.Order(12, OrderStage.Unknown, sentence: "Do not enter it again."), FakeAccounts.Order(11, OrderStage.Filled));

        ticket.WaitForAssertion(() =>
            Assert.Equal("Unknown 0 of 65 order 12.1 Do not enter it again.", ticket.Find("[data-order]").Words));
        Assert.Single(ticket.FindAll("[data-order]"));
    }

    [Fact]
    public void A_refusal_says_its_sentence_and_the_next_attempt_is_another_wish()
    {
        var ticket = Confirmed();
        ticket.Find("form").Submit();
        Answer(accepted: false, code: "funds-short", sentence: "The free funds do not cover it.");
        ticket.WaitForAssertion(() => Assert.Contains("do not cover", ticket.Find(".refusal").TextContent, StringComparison.Ordinal));

        ticket.Find("form").Submit();
        Time.Advance(TimeSpan.FromSeconds(1));
        ticket.Find("form").Submit();

        Assert.Equal(2, Posted.Count);
        Assert.NotEqual(Posted[0].Key, Posted[1].Key);
    }

    [Fact]
    public void Without_an_answer_only_the_same_ticket_can_be_asked_about()
    {
        var ticket = Confirmed();
        ticket.Find("form").Submit();
        Answer(accepted: false, code: "unconfirmed", sentence: "Not confirmed yet.");
        ticket.WaitForAssertion(() => Assert.NotNull(ticket.TryFind(".ask-again")));
        ticket.SetParametersAndRender(p => p.Add(x => x.Instrument, Label(FakeDeskView.RelianceIndex)));

        ticket.Find(".ask-again").Click();

        Assert.Equal(2, Posted.Count);
        Assert.Equal((Posted[0].Key, Posted[0].Account, Posted[0].Command), (Posted[1].Key, Posted[1].Account, Posted[1].Command));
    }

    [Fact]
    public void A_full_line_leaves_the_ticket_as_it_was_under_its_key()
    {
        LineHasRoom = false;
        var ticket = Confirmed();
        ticket.Find("form").Submit();
        ticket.WaitForAssertion(() => Assert.Contains("line is full", ticket.Find(".refusal").TextContent, StringComparison.Ordinal));
        LineHasRoom = true;

        ticket.Find("form").Submit();
        Time.Advance(TimeSpan.FromSeconds(1));
        ticket.Find("form").Submit();

        Assert.Equal(2, Posted.Count);
        Assert.Equal(Posted[0].Key, Posted[1].Key);
    }

    [Fact]
    public void A_press_that_lay_in_a_frozen_connection_gives_nothing()
    {
        JSInterop.Setup("desk.isFresh", false);
        var ticket = Confirmed();

        ticket.Find("form").Submit();

        Assert.Empty(Posted);
        Assert.Equal("late", ticket.Find(".refusal").GetAttribute("data-code"));
    }

    [Fact]
    public void That_it_was_given_is_kept_before_it_is_given()
    {
        var keptBefore = "";
        var ticket = Confirmed();
        OnPost = () => keptBefore = LastKept();

        ticket.Find("form").Submit();

        Assert.True(KeptTicket.Parse(keptBefore)!.IsGiven);
        Assert.Equal(Posted[0].Key, KeptTicket.Parse(keptBefore)!.Key);
    }

    [Fact]
    public void A_reload_brings_an_unsent_ticket_back_and_sends_nothing()
    {
        var draft = TicketDraft.For(Label(FakeDeskView.FutureIndex)) with { Quantity = "3", Type = OrderType.Limit, Price = "25,940" };
        JSInterop.Setup("sessionStorage.getItem", KeptTicket.Of(draft, "the-key", "PAPER-1", false).ToText());

        var ticket = Open(FakeDeskView.RelianceIndex);

        Assert.Equal(FakeDeskView.FutureIndex, Assert.Single(_wanted).Index);
        Assert.Equal(("3", "25,940"), (Value(ticket, "quantity"), Value(ticket, "price")));
        Assert.Equal("writing", ticket.Find("form").GetAttribute("data-stage"));
        Assert.Empty(Posted);
    }

    [Fact]
    public void A_ticket_given_before_a_reload_asks_before_it_is_given_again_under_its_key()
    {
        var draft = TicketDraft.For(Label(FakeDeskView.FutureIndex));
        JSInterop.Setup("sessionStorage.getItem", KeptTicket.Of(draft, "the-key", "PAPER-1", true).ToText());
        var ticket = Open();
        Assert.Contains("No answer was heard.", ticket.Find("#ticket-standing").TextContent, StringComparison.Ordinal);
        Assert.Empty(Posted);

        ticket.Find(".ask-again").Click();

        Assert.Equal("the-key", Assert.Single(Posted).Key);
    }

    [Fact]
    public void Asking_again_too_late_says_so_and_stays_unanswered()
    {
        var draft = TicketDraft.For(Label(FakeDeskView.FutureIndex));
        JSInterop.Setup("sessionStorage.getItem", KeptTicket.Of(draft, "the-key", "PAPER-1", true).ToText());
        JSInterop.Setup("desk.isFresh", false);
        var ticket = Open();

        ticket.Find(".ask-again").Click();

        Assert.Empty(Posted);
        Assert.Equal("late", ticket.Find(".refusal").GetAttribute("data-code"));
        Assert.NotNull(ticket.TryFind(".ask-again"));
    }

    [Fact]
    public void Products_go_by_segment_and_the_others_are_shown_disabled()
    {
        var future = Offered(Open());
        var share = Offered(Open(FakeDeskView.RelianceIndex));

        Assert.Equal(["MIS", "NRML"], future);
        Assert.Equal(["MIS", "CNC"], share);
    }

    [Theory]
    [InlineData(FakeDeskView.FutureIndex, Product.Nrml)]
    [InlineData(FakeDeskView.CallIndex, Product.Nrml)]
    [InlineData(FakeDeskView.RelianceIndex, Product.Cnc)]
    public void A_ticket_begins_in_the_product_that_nothing_squares_off(int instrument, Product product)
    {
        var ticket = Open(instrument);

        ticket.Find("form").Submit();
        Time.Advance(TimeSpan.FromSeconds(1));
        ticket.Find("form").Submit();

        Assert.Equal(product, Assert.IsType<PlaceOrder>(Assert.Single(Posted).Command).Product);
    }

    [Fact]
    public void Fields_that_do_not_apply_are_disabled_not_hidden()
    {
        var ticket = Open();
        Assert.True(ticket.Find("#ticket-price").HasAttribute("disabled"));

        ticket.FindAll("[aria-label=Type] button")[2].Click();

        Assert.False(ticket.Find("#ticket-price").HasAttribute("disabled"));
        Assert.False(ticket.Find("#ticket-trigger").HasAttribute("disabled"));
    }

    [Fact]
    public void An_index_offers_its_future_instead()
    {
        var ticket = Open(FakeDeskView.NiftyIndex);

        ticket.Find(".index-ticket button").Click();

        Assert.Null(ticket.TryFind("form"));
        Assert.Equal(FakeDeskView.FutureIndex, Assert.Single(_wanted).Index);
    }

    [Fact]
    public void A_problem_stands_at_its_field_and_stops_the_first_press()
    {
        var ticket = Open();
        Desk.OrderReview = Desk.OrderReview with { Problems = [new OrderProblem("quantity", "quantity-above-cap", "More than allowed.")] };

        ticket.Find("#ticket-quantity").Input("400");
        ticket.Find("form").Submit();

        Assert.Equal("More than allowed.", ticket.Find("#ticket-quantity-problem").TextContent);
        var describedBy = ticket.Find("#ticket-quantity").GetAttribute("aria-describedby");
        Assert.Contains("ticket-quantity-problem", describedBy, StringComparison.Ordinal);
        Assert.Equal("true", ticket.Find("#ticket-quantity").GetAttribute("aria-invalid"));
        Assert.Null(ticket.TryFind(".restated"));
    }

    [Fact]
    public void Another_instrument_clears_what_was_typed_for_the_first()
    {
        var ticket = Open();
        ticket.FindAll("[aria-label=Type] button")[1].Click();
        ticket.Find("#ticket-quantity").Input("7");
        ticket.Find("#ticket-price").Input("25,940");

        ticket.SetParametersAndRender(p => p.Add(x => x.Instrument, Label(FakeDeskView.RelianceIndex)));

        Assert.Equal(("1", ""), (Value(ticket, "quantity"), Value(ticket, "price")));
        Assert.Contains("Shares", ticket.Find("label[for=ticket-quantity]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_of_the_book_turns_a_market_order_into_a_limit_order_at_it()
    {
        var ticket = Open();

        await ticket.InvokeAsync(() => ticket.Instance.TakePriceAsync(Price.FromRupees(25_949.95m)));

        Assert.Equal("25,949.95", Value(ticket, "price"));
        Assert.Equal("LIMIT", ticket.Find("[aria-label=Type] [aria-pressed=true]").TextContent);
    }

    [Fact]
    public void Nothing_is_ordered_before_the_browser_said_which_account_it_keeps()
    {
        var ticket = Open(accountIsKnown: false);

        var button = ticket.Find(".order-button");

        Assert.True(button.HasAttribute("disabled"));
    }

    private RenderedComponent<OrderTicket> Open(int instrument = FakeDeskView.FutureIndex, bool accountIsKnown = true)
    {
        if (accountIsKnown) Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");
        return Render<OrderTicket>(p => p
            .Add(x => x.Instrument, Label(instrument))
            .Add(x => x.OnInstrumentWanted, (InstrumentId id) => _wanted.Add(id)));
    }

    private RenderedComponent<OrderTicket> Confirmed()
    {
        var ticket = Open();
        ticket.Find("form").Submit();
        Time.Advance(TimeSpan.FromSeconds(1));
        return ticket;
    }

    private void Answer(bool accepted, int intent = 0, string code = "recorded", string sentence = "The order is recorded.") =>
        Gate.Answer(new CommandReceipt(Posted[^1].Number, accepted, code, sentence) { Intent = intent });

    private void Show(params OrderView[] orders)
    {
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account() with { Orders = orders }] };
        Ticker.Turn();
    }

    private string LastKept() =>
        (string)JSInterop.Of("sessionStorage.setItem").Last(call => (string?)call.Arguments[0] == Kept).Arguments[1]!;

    private static IEnumerable<string> Offered(RenderedComponent<OrderTicket> ticket) => ticket
        .FindAll("[aria-label=Product] button").Where(one => !one.HasAttribute("disabled")).Select(one => one.TextContent);

    private static string? Value(RenderedComponent<OrderTicket> ticket, string field) =>
        ticket.Find($"#ticket-{field}").GetAttribute("value");
}
