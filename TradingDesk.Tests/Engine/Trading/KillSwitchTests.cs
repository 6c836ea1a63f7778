using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>From the input that latches it on nothing new is risked, what can be withdrawn and left is, and what cannot is named.</summary>
public sealed class KillSwitchTests
{
    private static readonly KillDesk _stop = new(KillReach.Orders, "enough");
    private static readonly KillDesk _flatten = new(KillReach.Positions, "enough");

    private readonly TradingUnderTest _desk = new();

    [Fact]
    public void A_killed_desk_refuses_every_entry_and_takes_exits_and_cancels()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);

        var latched = Ask(_stop);

        Assert.Equal((FactKind.KillLatched, KillStage.Cancelling), (latched.Kind, latched.Kill.Stage));
        Assert.Equal(RefusalCode.Killed, _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1)).Refusal);
        Assert.Equal(RefusalCode.Killed, _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 1)).Refusal);
        var exit = _desk.Ask(new ExitPosition("1:2885", Product.Mis));
        Assert.Equal((FactKind.IntentAccepted, IntentRole.Exit), (exit.Kind, exit.Intent.Role));
        Assert.Equal(FactKind.OrderMoved, Cancelled(_desk.Order(exit)).Kind);
    }

    [Fact]
    public void Entries_that_wait_for_the_journal_never_leave_and_those_at_the_venue_are_cancelled()
    {
        var working = Working(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 990));
        var parked = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 7, OrderType.Limit, 991), isSynced: false));

        Ask(_stop);

        Assert.Equal((OrderState.Abandoned, RefusalCode.Killed), (parked.State, parked.Code));
        Assert.DoesNotContain(_desk.Venue.Requests, request => request.Order == parked.Id);
        Assert.Equal(PendingCommand.CancelSending, working.Pending);
        Assert.Equal(VenueRequestKind.Cancel, _desk.Venue.Requests[^1].Kind);
    }

    [Fact]
    public void Entries_that_wait_for_their_turn_never_leave_though_it_comes()
    {
        var orders = Enumerable.Range(0, 9).Select(_ => _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1)))).ToArray();
        var sent = _desk.Venue.Requests.Count(request => request.Kind == VenueRequestKind.Place);
        Assert.InRange(sent, 1, orders.Length - 1);

        Ask(_stop);
        Seconds(3);

        Assert.Equal(sent, _desk.Venue.Requests.Count(request => request.Kind == VenueRequestKind.Place));
        Assert.All(orders[sent..], order => Assert.Equal((OrderState.Abandoned, RefusalCode.Killed), (order.State, order.Code)));
    }

    [Fact]
    public void A_change_that_waits_for_its_turn_never_leaves()
    {
        var working = Working(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 990));
        for (var entry = 0; entry < 6; entry++) _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));
        _desk.Ask(new ChangeOrder(working.Id, new Quantity(50), working.Terms.Price, default));

        Ask(_stop);
        Seconds(3);

        Assert.DoesNotContain(_desk.Venue.Requests, request => request.Kind == VenueRequestKind.Modify);
        Assert.Contains(_desk.Venue.Requests, request => request.Kind == VenueRequestKind.Cancel && request.Order == working.Id);
    }

    [Fact]
    public void A_change_to_a_larger_entry_that_waits_for_the_journal_never_leaves()
    {
        var working = Working(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 990));
        _desk.Ask(new ChangeOrder(working.Id, new Quantity(50), working.Terms.Price, default), isSynced: false);

        Ask(_stop);

        Assert.DoesNotContain(_desk.Venue.Requests, request => request.Kind == VenueRequestKind.Modify);
        Assert.Equal((5, PendingCommand.CancelSending), (working.Terms.Quantity.Units, working.Pending));
    }

    [Fact]
    public void An_entry_on_its_way_is_cancelled_as_soon_as_the_venue_knows_it()
    {
        var sending = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 990)));
        Ask(_stop);
        Assert.Equal(OrderState.Sending, sending.State);

        _desk.Report(sending, new OrderEvent { Kind = OrderEventKind.Acknowledged, Source = EvidenceSource.Reply, VenueOrder = 1 });

        Assert.Equal(PendingCommand.CancelSending, sending.Pending);
    }

    [Fact]
    public void A_kill_without_flattening_leaves_positions_and_ends_when_every_cancel_is_answered()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        var working = Working(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 990));

        Ask(_stop);
        Assert.Equal(KillStage.Cancelling, Level.Stage);
        Finish(working, OrderState.Cancelled);
        _desk.Pass(1_000);

        Assert.Equal(KillStage.Done, Level.Stage);
        Assert.Equal(KillOutcome.Kept, Assert.Single(Level.Positions).Outcome);
        Assert.Equal(KillOutcome.Flat, Level.Orders.Single(order => order.Order == working.Id).Outcome);
        Assert.DoesNotContain(_desk.Facts, fact => fact.Kind == FactKind.IntentAccepted && fact.Intent.Role != IntentRole.Entry);
    }

    [Fact]
    public void Flattening_sells_by_protected_limits_in_slices_of_the_exchanges_largest_order()
    {
        _desk.Ask(new MoveCash(Money.FromRupees(50_00_00_000), ""));
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 1_755), 25_000);
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 195), 25_000);

        Ask(_flatten);

        var exit = Assert.Single(_desk.Facts, fact => fact.Kind == FactKind.IntentAccepted && fact.Intent.Role == IntentRole.Kill);
        var whole = exit.Intent.Whole;
        Assert.Equal((OrderType.Limit, Side.Sell, 1_950L, 24_750m), (whole.Type, whole.Side, whole.Quantity.Units, whole.Price.Rupees));
        Assert.Equal([1_755L, 195], _desk.Venue.Requests.TakeLast(2).Select(request => request.Terms.Quantity.Units));
        Assert.Equal(KillStage.Flattening, Level.Stage);
    }

    [Fact]
    public void An_exit_that_does_not_trade_is_asked_for_anew_at_the_newest_price_and_never_twice_at_once()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        Ask(_flatten);
        var first = Exits()[0];
        _desk.Work(first);
        _desk.Fill(first, 4, 990);

        _desk.Tick(TradingUnderTest.Share, 95_000);
        Seconds(4);
        Assert.Equal(PendingCommand.CancelSending, first.Pending);
        Assert.Single(Exits());
        Finish(first, OrderState.Cancelled);
        Seconds(1);

        var second = Assert.Single(Exits(), order => order.Id != first.Id);
        Assert.Equal((6L, 940.5m), (second.Terms.Quantity.Units, second.Terms.Price.Rupees));
        _desk.Work(second);
        _desk.Fill(second, 6, 945);
        Seconds(1);
        Assert.Equal(KillStage.Done, Level.Stage);
        Assert.All(Level.Positions, position => Assert.Equal(KillOutcome.Flat, position.Outcome));
    }

    [Fact]
    public void A_position_is_left_when_a_cancel_stays_unanswered_and_what_is_unknown_is_named()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        var lost = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 990)));
        _desk.Report(lost, new OrderEvent { Kind = OrderEventKind.Ambiguous, Source = EvidenceSource.Reply });

        Ask(_flatten);
        Assert.Empty(Exits());
        Seconds(6);
        var exit = Assert.Single(Exits());
        _desk.Work(exit);
        _desk.Fill(exit, 10, 995);
        Seconds(1);

        Assert.Equal(KillStage.Unproven, Level.Stage);
        Assert.Equal(KillOutcome.Unknown, Level.Orders.Single(order => order.Order == lost.Id).Outcome);
        var moved = _desk.Facts.Last(fact => fact.Kind == FactKind.KillMoved).Kill;
        Assert.Equal((1, 1, 0), (moved.Open, moved.Unknown, moved.Held));
    }

    [Fact]
    public void What_an_unproven_entry_still_buys_is_left_too()
    {
        var lost = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 990)));
        _desk.Report(lost, new OrderEvent { Kind = OrderEventKind.Ambiguous, Source = EvidenceSource.Reply });
        Ask(_flatten);
        Seconds(6);
        Assert.Equal(KillStage.Unproven, Level.Stage);

        _desk.Fill(lost, 5, 990);
        Seconds(1);

        Assert.Equal(5, Assert.Single(Exits()).Terms.Quantity.Units);
        Assert.Equal(KillStage.Flattening, Level.Stage);
    }

    [Fact]
    public void On_a_closed_market_the_flattening_waits_for_the_next_session_and_says_so()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 65), 25_000);
        while (_desk.Now < TestPlans.Open.PlusSeconds(7 * 3_600)) _desk.Pass(60_000);

        Ask(_flatten);

        Assert.Equal((KillStage.Waiting, KillOutcome.MarketClosed), (Level.Stage, Assert.Single(Level.Positions).Outcome));
        Assert.Empty(Exits());
        while (_desk.Now < TestPlans.Open.PlusSeconds(24 * 3_600 + 5)) _desk.Pass(60_000);
        Assert.Equal(KillOutcome.NoPrice, Assert.Single(Level.Positions).Outcome);
        _desk.Tick(TradingUnderTest.Future, 24_00_000);
        Seconds(1);
        Assert.Equal(KillStage.Flattening, Level.Stage);
        Assert.Equal(23_760m, Assert.Single(Exits()).Terms.Price.Rupees);
    }

    [Fact]
    public void Holdings_stay()
    {
        var bought = TradingUnderTest.Buy(TradingUnderTest.Share, 10) with { Product = Product.Cnc };
        _desk.Trade(bought, 1_000);

        Ask(_flatten);

        Assert.Equal((KillStage.Done, KillOutcome.Kept), (Level.Stage, Assert.Single(Level.Positions).Outcome));
    }

    [Fact]
    public void An_accounts_kill_leaves_the_others_alone()
    {
        _desk.Ask(new OpenAccount(Money.FromRupees(10_00_000)), account: "PAPER-2");

        _desk.Ask(new KillAccount(KillReach.Orders, "it loses"));

        Assert.Equal(RefusalCode.Killed, _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1)).Refusal);
        Assert.Equal(RefusalCode.None, _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1), account: "PAPER-2").Refusal);
        Assert.Equal((KillScope.Account, "test", "it loses"), (Level.Scope, Level.By, Level.Reason));
    }

    [Fact]
    public void A_start_is_killed_as_before_goes_on_where_it_was_and_sells_nothing_twice()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        Ask(_flatten);
        var exit = Assert.Single(Exits());

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));
        again.Tick(TradingUnderTest.Share, 1_00_000);
        for (var second = 0; second < 10; second++) again.Pass(1_000);
        again.Sync();

        Assert.DoesNotContain(again.Venue.Requests, request => request.Kind == VenueRequestKind.Place);
        Assert.Equal(KillOutcome.Unknown, Assert.Single(again.Board.Money.Kills).Positions[0].Outcome);
        Assert.Equal(RefusalCode.Killed, again.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1), "new").Refusal);
        var absent = new OrderEvent { Kind = OrderEventKind.FoundAbsent, Source = EvidenceSource.TradeBook };
        again.Report(again.Book.Orders.Find(exit.Id)!, absent);
        again.Pass(1_000);
        again.Sync();
        Assert.Equal(10, Assert.Single(again.Venue.Requests, request => request.Kind == VenueRequestKind.Place).Terms.Quantity.Units);
    }

    [Fact]
    public void To_arm_again_needs_a_reason_and_a_confirmation_and_waits_for_the_flattening_unless_forced()
    {
        Assert.Equal(RefusalCode.NotKilled, Ask(new RearmDesk(RearmConsent.Confirmed, "calm")).Refusal);
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        Ask(_flatten);

        Assert.Equal(RefusalCode.ReasonMissing, Ask(new RearmDesk(RearmConsent.Forced, " ")).Refusal);
        Assert.Equal(RefusalCode.RearmUnconfirmed, Ask(new RearmDesk(RearmConsent.Asked, "calm")).Refusal);
        Assert.Equal(RefusalCode.RearmUnderWay, Ask(new RearmDesk(RearmConsent.Confirmed, "calm")).Refusal);
        Assert.Equal(FactKind.KillCleared, Ask(new RearmDesk(RearmConsent.Forced, "calm")).Kind);
        Assert.Empty(_desk.Board.Money.Kills);
        Assert.Equal(RefusalCode.None, _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 1)).Refusal);
    }

    [Fact]
    public void A_second_kill_never_reaches_less_far_than_the_first()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        Ask(_flatten);

        Ask(_stop);

        Assert.Equal(KillReach.Positions, Level.Reach);
        Assert.Single(Exits());
    }

    [Fact]
    public void A_stop_of_a_bracket_that_waits_still_protects_a_position_that_stays()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10) with { Stop = Price.FromRupees(980) }, 1_000);
        Ask(_stop);

        _desk.Tick(TradingUnderTest.Share, 97_900);

        Assert.Contains(_desk.Facts, fact => fact.Kind == FactKind.IntentAccepted && fact.Intent.Role == IntentRole.Stop);
    }

    private KillLevel Level => _desk.Board.Money.Kills[0];

    private DeskFact Ask(DeskCommand command) => _desk.Ask(command, account: "");

    private DeskFact Cancelled(Order order)
    {
        _desk.Work(order);
        return _desk.Ask(new CancelOrder(order.Id));
    }

    private Order Working(PlaceOrder wanted)
    {
        var order = _desk.Order(_desk.Ask(wanted));
        _desk.Work(order);
        return order;
    }

    private void Finish(Order order, OrderState state) => _desk.Report(order, new OrderEvent
    {
        Kind = OrderEventKind.Seen,
        Source = EvidenceSource.Stream,
        Seen = state,
        Quantity = order.Terms.Quantity,
        Filled = order.Filled,
    });

    private Order[] Exits() => [.. _desk.Book.Orders.All.Where(order => order.Role == IntentRole.Kill)];

    private void Seconds(int count)
    {
        for (; count > 0; count--)
        {
            _desk.Pass(1_000);
            _desk.Sync();
        }
    }
}
