using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Orders;

/// <summary>An order of ten whose quantity is changed, while what was said before and after the change arrives in any order.</summary>
public sealed class OrderChangeTests
{
    [Fact]
    public void A_word_from_before_a_change_is_old_and_no_contradiction()
    {
        var order = Asked(15);
        OrdersUnderTest.With(order, Modified(second: 5));

        var verdict = OrdersUnderTest.Apply(order, Shown(10, 0, second: 1));

        Assert.Equal((OrderVerdict.Ignored, OrderState.Working), (verdict, order.State));
    }

    [Fact]
    public void A_word_with_another_quantity_from_after_it_is_one()
    {
        var order = Asked(15);
        OrdersUnderTest.With(order, Modified(second: 5));

        Assert.Equal(OrderVerdict.Conflict, OrdersUnderTest.Apply(order, Shown(10, 0, second: 6)));
    }

    [Fact]
    public void What_fills_its_old_quantity_does_not_finish_it_while_it_may_have_become_larger()
    {
        var order = Asked(15);

        OrdersUnderTest.With(order, OrdersUnderTest.Trade(1, 10));
        var (stateBefore, riskBefore) = (order.State, order.AtRisk.Units);
        OrdersUnderTest.With(order, Modified(second: 5), OrdersUnderTest.Trade(2, 5));

        Assert.Equal((OrderState.Partial, 5L), (stateBefore, riskBefore));
        Assert.Equal((OrderState.Filled, 15L), (order.State, order.Booked.Units));
    }

    [Fact]
    public void A_refused_change_of_an_order_that_is_filled_finishes_it()
    {
        var order = Asked(15);

        OrdersUnderTest.With(order, OrdersUnderTest.Trade(1, 10), OrdersUnderTest.Changed(OrderEventKind.ModifyRefused));

        Assert.Equal((OrderState.Filled, 0L), (order.State, order.AtRisk.Units));
    }

    [Theory]
    [InlineData(15, 15)]
    [InlineData(5, 5)]
    public void A_newer_word_with_the_quantity_asked_for_proves_the_change(long asked, long expected)
    {
        var order = Asked(asked);

        var verdict = OrdersUnderTest.Apply(order, Shown(asked, 0, second: 5));

        Assert.Equal((OrderVerdict.Moved, PendingCommand.None), (verdict, order.Pending));
        Assert.Equal(expected, order.Terms.Quantity.Units);
    }

    [Fact]
    public void Fills_above_the_old_quantity_prove_it_too_and_survive_a_cancel()
    {
        var order = Asked(15);

        OrdersUnderTest.With(order, Cancelled(12, second: 6), OrdersUnderTest.Trade(1, 7), OrdersUnderTest.Trade(2, 5));

        Assert.Equal((OrderState.Cancelled, 12L, 12L), (order.State, order.Filled.Units, order.Booked.Units));
        Assert.True(order.IsSettled);
    }

    [Fact]
    public void More_filled_than_the_quantity_beside_it_is_a_contradiction()
    {
        var order = Asked(5);

        var verdict = OrdersUnderTest.Apply(order, Shown(5, 6, second: 5));

        Assert.Equal((OrderVerdict.Conflict, 10L), (verdict, order.Terms.Quantity.Units));
    }

    [Fact]
    public void A_change_to_fewer_than_are_filled_is_a_contradiction()
    {
        var order = Asked(5);

        OrdersUnderTest.With(order, OrdersUnderTest.Trade(1, 7));

        Assert.Equal(OrderVerdict.Conflict, OrdersUnderTest.Apply(order, Modified(second: 5)));
    }

    [Fact]
    public void A_cancel_of_an_order_in_doubt_forgets_nothing_of_the_doubt()
    {
        var order = Doubted(15);

        OrdersUnderTest.With(order, OrdersUnderTest.Event(OrderEventKind.CancelClaimed));
        var (pending, risk) = (order.Pending, order.AtRisk.Units);
        OrdersUnderTest.With(order, OrdersUnderTest.Event(OrderEventKind.CancelRefused));

        Assert.Equal((PendingCommand.CancelSending, 15L), (pending, risk));
        Assert.Equal((PendingCommand.ModifyUnknown, 15L), (order.Pending, order.AtRisk.Units));
    }

    [Theory]
    [InlineData(true, 15)]
    [InlineData(false, 10)]
    public void A_late_word_about_the_change_ends_the_doubt_and_not_the_cancel(bool isMade, long units)
    {
        var order = OrdersUnderTest.With(Doubted(15), OrdersUnderTest.Event(OrderEventKind.CancelClaimed));

        var verdict = OrdersUnderTest.Apply(order, Late(isMade, units));
        var pending = order.Pending;
        OrdersUnderTest.With(order, OrdersUnderTest.Event(OrderEventKind.CancelRefused));

        Assert.Equal((OrderVerdict.Moved, PendingCommand.CancelSending, units), (verdict, pending, order.Most.Units));
        Assert.Equal(PendingCommand.None, order.Pending);
    }

    [Fact]
    public void What_is_filled_after_such_a_cancel_proves_the_change()
    {
        var order = OrdersUnderTest.With(Doubted(15), OrdersUnderTest.Event(OrderEventKind.CancelClaimed));

        OrdersUnderTest.With(order, OrdersUnderTest.Trade(1, 12));
        var (state, pending) = (order.State, order.Pending);
        OrdersUnderTest.With(order, Cancelled(12, second: 6));

        Assert.Equal((OrderState.Partial, PendingCommand.CancelSending), (state, pending));
        Assert.Equal((OrderState.Cancelled, PendingCommand.None, 12L), (order.State, order.Pending, order.Booked.Units));
    }

    private static OrderEvent Late(bool isMade, long units) =>
        OrdersUnderTest.Changed(isMade ? OrderEventKind.Modified : OrderEventKind.ModifyRefused) with { Quantity = new Quantity(units) };

    private static Order Doubted(long units) =>
        OrdersUnderTest.With(Asked(units), OrdersUnderTest.Changed(OrderEventKind.ModifyAmbiguous));

    private static Order Asked(long units) => OrdersUnderTest.With(
        OrdersUnderTest.In(OrderState.Working),
        OrdersUnderTest.Changed(OrderEventKind.ModifyClaimed) with { Quantity = new Quantity(units) });

    private static OrderEvent Modified(int second) =>
        OrdersUnderTest.Changed(OrderEventKind.Modified) with { VenueTime = OrdersUnderTest.Start.PlusSeconds(second) };

    private static OrderEvent Shown(long units, long filled, int second) =>
        OrdersUnderTest.Seen(OrderState.Working, filled, second: second) with { Quantity = new Quantity(units) };

    private static OrderEvent Cancelled(long filled, int second) => OrdersUnderTest.Seen(OrderState.Cancelled, filled, second: second);
}
