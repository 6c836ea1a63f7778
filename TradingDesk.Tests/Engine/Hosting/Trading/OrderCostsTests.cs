using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Storage.Journal;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.Trading;

/// <summary>An intent's trades cost what a contract note of them alone would say, line by line.</summary>
public sealed class OrderCostsTests
{
    private static readonly Instrument _share = new(Segment.Nse, 1, "I1", "Instrument 1", InstrumentKind.Equity);

    [Fact]
    public void Trades_cost_what_a_note_of_their_own_says_with_brokerage_for_each_order()
    {
        var cost = CostOf(Product.Mis, Trade(1, 60, 1_500), Trade(1, 40, 1_500), Trade(2, 50, 1_510));

        Assert.Equal(
        [
            ("Brokerage", 40.00m), ("STT", 0m), ("Exchange", 6.70m), ("IPFT", 0.23m), ("SEBI", 0.23m), ("Stamp duty", 7.00m),
            ("GST", 8.49m),
        ], cost.Lines.Select(line => (line.Name, line.Amount.Rupees)));
        Assert.Equal(62.65m, cost.Total.Rupees);
        Assert.Equal("2 orders of 2,25,500.00, 0.03 % and at most 20 each", cost.Lines[0].Basis);
        Assert.Equal(["Stamp duty"], cost.Lines.Where(line => !line.IsConfirmed).Select(line => line.Name));
        Assert.Contains("STT and stamp duty to the rupee", cost.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Delivery_is_taxed_on_both_sides_and_the_remark_says_what_the_day_may_change()
    {
        var cost = CostOf(Product.Cnc, Trade(1, 100, 1_500), Trade(2, 50, 1_510));

        Assert.Equal((226m, 34m, 315.65m), (cost.Lines[1].Amount.Rupees, cost.Lines[5].Amount.Rupees, cost.Total.Rupees));
        Assert.Contains("charged there as intraday", cost.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Trades_of_two_days_are_two_notes()
    {
        var next = TestPlans.Open.PlusSeconds(86_400);

        var cost = CostOf(Product.Mis, Trade(1, 100, 1_500), Trade(1, 100, 1_500, at: next));
        var single = CostOf(Product.Mis, Trade(1, 100, 1_500));

        Assert.Equal(2 * single.Total.Rupees, cost.Total.Rupees);
    }

    [Fact]
    public void What_was_not_booked_costs_nothing()
    {
        var conflict = Trade(1, 100, 1_500);
        conflict.Order.Verdict = OrderVerdict.Conflict;

        Assert.Null(OrderCosts.Of([Accepted(Product.Mis), conflict], _share));
        Assert.Null(OrderCosts.Of([Accepted(Product.Mis)], _share));
    }

    [Fact]
    public void A_day_whose_rates_are_not_known_says_so_and_shows_no_sum()
    {
        var cost = CostOf(Product.Mis, Trade(1, 100, 1_500, at: Instant.FromIndiaMidnight(new DateOnly(2015, 1, 5))));

        Assert.Empty(cost.Lines);
        Assert.Contains("is not known", cost.Remark, StringComparison.Ordinal);
    }

    private static OrderCost CostOf(Product product, params DeskFact[] trades) =>
        OrderCosts.Of([Accepted(product), .. trades], _share)!;

    private static DeskFact Accepted(Product product)
    {
        var fact = new DeskFact { Kind = FactKind.IntentAccepted, At = TestPlans.Open };
        fact.Intent.Whole = JournalFixture.TermsOf(1, slices: 2).Whole with { Product = product };
        return fact;
    }

    private static DeskFact Trade(int slice, long units, decimal price, Instant? at = null)
    {
        var fact = new DeskFact { Kind = FactKind.OrderMoved, At = at ?? TestPlans.Open };
        fact.Order = new OrderEvent
        {
            Order = new OrderId(1, slice),
            Kind = OrderEventKind.Traded,
            Side = Side.Buy,
            Quantity = new Quantity(units),
            Price = Price.FromRupees(price),
            Verdict = OrderVerdict.Moved,
        };
        return fact;
    }
}
