using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>From a command to an order at the venue, and back from its reports.</summary>
public sealed class OrderDeskTests
{
    private readonly TradingUnderTest _desk = new();

    [Fact]
    public void A_quantity_beyond_all_counting_is_refused_as_a_quantity()
    {
        var refused = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, long.MaxValue));

        Assert.Equal(RefusalCode.QuantityAboveCap, refused.Refusal);
    }

    [Fact]
    public void An_order_leaves_only_when_its_claim_is_durable()
    {
        var accepted = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10), isSynced: false);
        var before = _desk.Venue.Requests.Count;

        _desk.Sync();

        Assert.Equal(FactKind.IntentAccepted, accepted.Kind);
        Assert.Equal(0, before);
        var request = Assert.Single(_desk.Venue.Requests);
        Assert.Equal(VenueRequestKind.Place, request.Kind);
        Assert.True(request.Tag.TryRead(TagKey.Plain, out var order, out var attempt));
        Assert.Equal((new OrderId(accepted.Intent.Number, 1), 1), (order, attempt));
    }

    [Fact]
    public void The_same_key_again_gets_the_first_answer_and_makes_no_second_order()
    {
        var first = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10), "once");

        var second = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10), "once");

        Assert.Equal(FactKind.AnsweredBefore, second.Kind);
        Assert.Equal(first.Intent.Number, second.Intent.Number);
        Assert.Single(_desk.Venue.Requests);
    }

    [Fact]
    public void The_same_key_with_another_body_is_refused()
    {
        _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10), "once");

        var second = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 11), "once");

        Assert.Equal((FactKind.CommandRefused, RefusalCode.KeyUsedOtherwise), (second.Kind, second.Refusal));
        Assert.Single(_desk.Venue.Requests);
    }

    [Fact]
    public void A_refusal_is_a_fact_and_its_key_gets_it_again()
    {
        var first = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Index, 10), "index");

        var second = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Index, 10), "index");

        Assert.Equal((FactKind.IntentDenied, RefusalCode.IndexNotTraded), (first.Kind, first.Refusal));
        Assert.Equal((FactKind.AnsweredBefore, RefusalCode.IndexNotTraded), (second.Kind, second.Refusal));
    }

    [Fact]
    public void A_quantity_above_the_freeze_is_cut_once_into_whole_lots()
    {
        _desk.Ask(new MoveCash(Money.FromRupees(9_00_00_000), "more"));
        var whole = TradingUnderTest.Buy(TradingUnderTest.Future, 28 * 65);

        var accepted = _desk.Ask(whole);

        Assert.Equal(2, accepted.Intent.Slices);
        Assert.Equal([27L * 65, 65L], _desk.Venue.Requests.Select(request => request.Terms.Quantity.Units));
        Assert.Equal(2, _desk.Venue.Requests.Select(request => request.Tag).Distinct().Count());
    }

    [Fact]
    public void A_bought_and_sold_share_leaves_its_gain_less_charges_to_the_paisa()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 200), 800);
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 200), 805);

        // Example B of the facts: gross 1,000.00, charges 104.20 on one note.
        var money = _desk.Levels();
        Assert.Equal(Money.FromRupees(1_000), money.Realised);
        Assert.Equal(Money.FromRupees(104.20m), money.Charges);
        Assert.Equal(Money.FromRupees(10_00_895.80m), money.Cash);
    }

    [Fact]
    public void A_cancel_waits_for_the_journal_too_and_changes_nothing_until_it_is_answered()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990)));
        _desk.Work(order);

        _desk.Ask(new CancelOrder(order.Id), isSynced: false);

        Assert.Equal((OrderState.Working, PendingCommand.CancelSending), (order.State, order.Pending));
        Assert.DoesNotContain(_desk.Venue.Requests, request => request.Kind == VenueRequestKind.Cancel);
        _desk.Sync();
        Assert.Contains(_desk.Venue.Requests, request => request.Kind == VenueRequestKind.Cancel && request.Order == order.Id);
    }

    [Fact]
    public void A_fill_that_arrives_after_the_cancel_is_booked()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990)));
        _desk.Work(order);
        _desk.Report(order, new OrderEvent { Kind = OrderEventKind.Seen, Source = EvidenceSource.Stream, Seen = OrderState.Cancelled });

        _desk.Fill(order, 4, 990);

        Assert.Equal(OrderState.Cancelled, order.State);
        Assert.Equal(OrderVerdict.LateFill, _desk.Facts[^1].Order.Verdict);
        Assert.Equal(4, _desk.Book.Accounts[0].Find(TradingUnderTest.Held(TradingUnderTest.Share))!.Units);
    }

    [Fact]
    public void Exits_never_add_up_to_more_than_the_position()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        var exit = new ExitPosition(TradingUnderTest.Plan.Instruments[TradingUnderTest.Share].Key, Product.Mis);

        var first = _desk.Ask(exit);
        var second = _desk.Ask(exit);

        Assert.Equal((FactKind.IntentAccepted, 10L), (first.Kind, first.Intent.Whole.Quantity.Units));
        Assert.Equal((FactKind.CommandRefused, RefusalCode.NothingToExit), (second.Kind, second.Refusal));
    }

    [Fact]
    public void Exit_all_is_answered_by_an_exit_that_leaves_though_another_is_denied()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 65), 25_000);
        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));
        var none = again.Ask(new ExitAll(), "none");
        again.Tick(TradingUnderTest.Future, 25_00_000);

        var answer = again.Ask(new ExitAll(), "some");

        Assert.Equal((FactKind.IntentDenied, RefusalCode.NoFreshPrice), (none.Kind, none.Refusal));
        Assert.Equal((FactKind.IntentAccepted, TradingUnderTest.Future), (answer.Kind, answer.Instrument));
        var last = again.Facts.Last(fact => fact.Kind == FactKind.IntentDenied);
        Assert.Equal((TradingUnderTest.Share, 0L), (last.Instrument, last.Command));
    }

    [Fact]
    public void An_order_whose_change_is_in_doubt_can_be_cancelled()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990)));
        _desk.Work(order);
        _desk.Ask(new ChangeOrder(order.Id, new Quantity(15), Price.FromRupees(995), default));
        _desk.Report(order, new OrderEvent { Kind = OrderEventKind.ModifyAmbiguous, Version = 1, Source = EvidenceSource.Reply });
        var isShown = _desk.OrderShown(order).CanCancel;

        var answer = _desk.Ask(new CancelOrder(order.Id));

        Assert.True(isShown);
        Assert.Equal((FactKind.OrderMoved, PendingCommand.CancelSending), (answer.Kind, order.Pending));
        Assert.Equal((VenueRequestKind.Cancel, 15L), (_desk.Venue.Requests[^1].Kind, order.AtRisk.Units));
    }

    [Fact]
    public void Without_a_journal_entries_are_refused_and_exits_leave()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        _desk.Sync(JournalHealth.Emergency);
        _desk.Venue.Requests.Clear();

        var entry = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10), isSynced: false);
        _desk.Ask(new ExitPosition(TradingUnderTest.Plan.Instruments[TradingUnderTest.Share].Key, Product.Mis), isSynced: false);
        _desk.Sync(JournalHealth.Emergency);

        Assert.Equal((FactKind.IntentDenied, RefusalCode.ReduceOnly), (entry.Kind, entry.Refusal));
        Assert.Equal(Side.Sell, Assert.Single(_desk.Venue.Requests).Terms.Side);
    }

    [Fact]
    public void An_entry_claimed_just_before_the_journal_failed_does_not_leave()
    {
        var accepted = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10), isSynced: false);

        _desk.Sync(JournalHealth.Emergency);

        Assert.Empty(_desk.Venue.Requests);
        Assert.Equal(OrderState.Abandoned, _desk.Order(accepted).State);
    }

    [Fact]
    public void A_stop_that_was_let_go_is_recalled_as_such_and_its_price_can_be_changed()
    {
        var wanted = TradingUnderTest.Sell(TradingUnderTest.Share, 10, OrderType.StopLimit, 989, trigger: 990);
        var order = _desk.Order(_desk.Ask(wanted));
        _desk.Work(order);
        var asleep = _desk.OrderShown(order).Sentence;
        _desk.Tick(TradingUnderTest.Share, 98_000);
        _desk.Report(order, new OrderEvent { Kind = OrderEventKind.Triggered, Source = EvidenceSource.Stream });

        var change = _desk.Ask(new ChangeOrder(order.Id, new Quantity(10), Price.FromRupees(979), Price.FromRupees(990)));
        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));

        Assert.Equal(("It waits for the last price to reach its trigger.", ""), (asleep, _desk.OrderShown(order).Sentence));
        Assert.Equal(OrderEventKind.ModifyClaimed, change.Order.Kind);
        Assert.True(Assert.Single(again.Venue.Requests).IsTriggered);
    }

    [Fact]
    public void A_cancel_that_a_start_lost_on_its_way_is_sent_again()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990)));
        _desk.Work(order);
        _desk.Ask(new CancelOrder(order.Id));

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));
        var recalled = again.Book.Orders.Find(order.Id)!;
        var lost = new OrderEvent { Kind = OrderEventKind.CancelRefused, Source = EvidenceSource.Reply, Code = RefusalCode.VenueNotSent };
        again.Report(recalled, lost);
        again.Sync();
        again.Pass(1_001);

        Assert.Equal(PendingCommand.CancelSending, recalled.Pending);
        Assert.Contains(again.Venue.Requests, request => request.Kind == VenueRequestKind.Cancel && request.Order == order.Id);
    }

    [Fact]
    public void A_bracket_sells_what_was_bought_once_when_the_price_reaches_its_stop()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10) with { Stop = Price.FromRupees(995) }));
        _desk.Work(order);
        _desk.Fill(order, 10, 1_000);

        _desk.Tick(TradingUnderTest.Share, 99_600);
        var before = _desk.Facts.Count(fact => fact.Kind == FactKind.IntentAccepted);
        _desk.Tick(TradingUnderTest.Share, 99_400);
        _desk.Tick(TradingUnderTest.Share, 99_300);

        Assert.Equal(1, before);
        var stop = Assert.Single(_desk.Facts, fact => fact.Kind == FactKind.IntentAccepted && fact.Intent.Role == IntentRole.Stop);
        Assert.Equal((Side.Sell, 10L), (stop.Intent.Whole.Side, stop.Intent.Whole.Quantity.Units));
    }

    [Fact]
    public void A_trailing_stop_follows_the_price_and_never_goes_back()
    {
        var wanted = TradingUnderTest.Buy(TradingUnderTest.Share, 10) with { Stop = Price.FromRupees(990), Trail = Price.FromRupees(10) };
        var order = _desk.Order(_desk.Ask(wanted));
        _desk.Work(order);
        _desk.Fill(order, 10, 1_000);

        _desk.Tick(TradingUnderTest.Share, 1_02_000);
        _desk.Tick(TradingUnderTest.Share, 1_01_500);

        Assert.Equal(Price.FromRupees(1_010), _desk.Book.Brackets[order.Id.Intent].Stop);
    }

    [Fact]
    public void Intraday_positions_are_squared_off_once_before_the_session_ends()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);

        _desk.Tick(TradingUnderTest.Share, 1_00_000);
        var desk = _desk;
        while (desk.Now < desk.Orders.SquareOffOf(TradingUnderTest.Share)!.Value) desk.Pass(60_000);
        desk.Pass(2_000);
        desk.Pass(2_000);

        var exit = Assert.Single(desk.Facts, fact => fact.Kind == FactKind.IntentAccepted && fact.Intent.Role == IntentRole.SquareOff);
        Assert.Equal(10, exit.Intent.Whole.Quantity.Units);
    }

    [Fact]
    public void Intraday_entries_that_still_wait_are_withdrawn_when_positions_are_squared_off()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990)));
        _desk.Work(order);
        var due = _desk.Orders.SquareOffOf(TradingUnderTest.Share)!.Value;

        while (_desk.Now.PlusSeconds(60) < due) _desk.Pass(60_000);
        var before = order.Pending;
        _desk.Pass(60_000);
        _desk.Pass(2_000);

        Assert.Equal((PendingCommand.None, PendingCommand.CancelSending), (before, order.Pending));
    }

    [Fact]
    public void A_restart_holds_what_the_journal_says_and_doubts_what_was_on_its_way()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        var working = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 990)));
        _desk.Work(working);
        var sending = _desk.Order(_desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Future, 65)));

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));

        Assert.Equal(10, again.Book.Accounts[0].Find(TradingUnderTest.Held(TradingUnderTest.Share))!.Units);
        Assert.Equal(_desk.Levels().Cash, again.Levels().Cash);
        Assert.Equal(OrderState.Working, again.Book.Orders.Find(working.Id)!.State);
        Assert.Equal(OrderState.Unknown, again.Book.Orders.Find(sending.Id)!.State);
        Assert.All(again.Venue.Requests, request => Assert.Equal(VenueRequestKind.Recall, request.Kind));
        Assert.Equal(2, again.Venue.Requests.Count);
        Assert.Equal(0, again.Book.Disagreements);
        Assert.Equal(FactKind.AnsweredBefore, again.Ask(TradingUnderTest.Sell(TradingUnderTest.Future, 65), "k4").Kind);
    }
}
