using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>What the desk reckons with before it is told: fills without trades, changes without answers, orders that nobody has filled
/// yet.</summary>
public sealed class ExposureTests
{
    private static readonly string _share = TradingUnderTest.Plan.Instruments[TradingUnderTest.Share].Key;

    private readonly TradingUnderTest _desk = new();

    [Fact]
    public void An_exit_leaves_out_what_another_has_sold_without_its_trades_being_known()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        var exit = _desk.Order(_desk.Ask(new ExitPosition(_share, Product.Mis)));
        _desk.Work(exit);
        _desk.Report(exit, Seen(OrderState.Cancelled, 4));

        var second = _desk.Ask(new ExitPosition(_share, Product.Mis));

        Assert.Equal((FactKind.IntentAccepted, 6L), (second.Kind, second.Intent.Whole.Quantity.Units));
    }

    [Fact]
    public void A_trade_that_is_told_the_next_day_is_booked_on_the_order_that_had_it()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990)));
        _desk.Work(order);
        _desk.Report(order, Seen(OrderState.Expired, 4));
        _desk.Pass(24 * 3_600_000);

        _desk.Fill(order, 4, 990);

        Assert.Equal(0, _desk.Orders.Strangers);
        Assert.Equal(4, _desk.Book.Accounts[0].Find(TradingUnderTest.Held(TradingUnderTest.Share))!.Units);
    }

    [Fact]
    public void An_account_whose_fills_are_not_all_told_is_not_begun_anew()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990)));
        _desk.Work(order);
        _desk.Report(order, Seen(OrderState.Cancelled, 4));

        var reset = _desk.Ask(new ResetAccount(Money.FromRupees(1_00_000)));

        Assert.Equal((FactKind.CommandRefused, RefusalCode.AccountInUse), (reset.Kind, reset.Refusal));
    }

    [Fact]
    public void Two_market_orders_cannot_spend_the_same_cash_before_the_first_is_filled()
    {
        var wanted = TradingUnderTest.Buy(TradingUnderTest.Share, 900) with { Product = Product.Cnc };

        var first = _desk.Ask(wanted);
        var second = _desk.Ask(wanted);

        Assert.Equal(FactKind.IntentAccepted, first.Kind);
        Assert.Equal((FactKind.IntentDenied, RefusalCode.FundsShort), (second.Kind, second.Refusal));
        Assert.Equal(Money.FromRupees(9_00_000), _desk.Levels().Blocked);
    }

    [Fact]
    public void Two_sales_of_one_position_close_it_once_and_the_second_needs_margin()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 4_000), 1_000);

        var first = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 4_000, OrderType.Limit, 1_010));
        var second = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 4_000, OrderType.Limit, 1_020));

        Assert.Equal((FactKind.IntentAccepted, default(Money)), (first.Kind, _desk.Levels().Blocked));
        Assert.Equal((FactKind.IntentDenied, RefusalCode.FundsShort), (second.Kind, second.Refusal));
    }

    [Fact]
    public void A_change_that_makes_an_order_larger_than_the_cash_is_refused()
    {
        var wanted = TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 1_000) with { Product = Product.Cnc };
        var order = _desk.Order(_desk.Ask(wanted));
        _desk.Work(order);

        var larger = _desk.Ask(new ChangeOrder(order.Id, new Quantity(2_000), Price.FromRupees(1_000), default));
        var allowed = _desk.Ask(new ChangeOrder(order.Id, new Quantity(900), Price.FromRupees(1_000), default));

        Assert.Equal((FactKind.CommandRefused, RefusalCode.FundsShort), (larger.Kind, larger.Refusal));
        Assert.Equal((FactKind.OrderMoved, PendingCommand.ModifySending), (allowed.Kind, order.Pending));
        Assert.Equal(Money.FromRupees(9_00_000), _desk.Levels().Blocked);
    }

    [Fact]
    public void A_sale_of_holdings_cannot_be_made_larger_than_they_are()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10) with { Product = Product.Cnc }, 1_000);
        var sale = TradingUnderTest.Sell(TradingUnderTest.Share, 6, OrderType.Limit, 1_010) with { Product = Product.Cnc };
        var order = _desk.Order(_desk.Ask(sale));
        _desk.Work(order);

        var larger = _desk.Ask(new ChangeOrder(order.Id, new Quantity(11), Price.FromRupees(1_010), default));
        var allowed = _desk.Ask(new ChangeOrder(order.Id, new Quantity(10), Price.FromRupees(1_010), default));

        Assert.Equal((FactKind.CommandRefused, RefusalCode.NotInHoldings), (larger.Kind, larger.Refusal));
        Assert.Equal(FactKind.OrderMoved, allowed.Kind);
    }

    [Fact]
    public void A_change_that_the_journal_kept_from_leaving_leaves_the_order_free_to_cancel()
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990)));
        _desk.Work(order);
        _desk.Ask(new ChangeOrder(order.Id, new Quantity(10), Price.FromRupees(991), default), isSynced: false);
        _desk.Sync(JournalHealth.Emergency);

        var cancel = _desk.Ask(new CancelOrder(order.Id), isSynced: false);

        Assert.DoesNotContain(_desk.Venue.Requests, request => request.Kind == VenueRequestKind.Modify);
        Assert.Equal((FactKind.OrderMoved, PendingCommand.CancelSending), (cancel.Kind, order.Pending));
        Assert.Equal(Price.FromRupees(990), order.Terms.Price);
    }

    private static OrderEvent Seen(OrderState state, long filled) => new()
    {
        Kind = OrderEventKind.Seen,
        Source = EvidenceSource.Stream,
        Seen = state,
        Filled = new Quantity(filled),
    };
}
