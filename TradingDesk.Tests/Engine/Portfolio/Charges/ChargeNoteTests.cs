using TradingDesk.Engine.Market;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Portfolio.Charges;

/// <summary>Contract notes to the paisa: worked examples on three trade dates, and what delivery, fills and averages do to them.</summary>
public sealed class ChargeNoteTests
{
    private const string June2025 = "2025-06-02";
    private const string March2026 = "2026-03-31";
    private const string April2026 = "2026-04-01";

    private int _orders;

    [Theory]
    [InlineData(June2025)]
    [InlineData(March2026)]
    [InlineData(April2026)]
    public void Shares_bought_for_delivery(string date)
    {
        var note = Note(date, ChargeSegment.Equity);

        Trade(note, Side.Buy, Product.Cnc, 100, 1_500);

        AreLines(
            note, brokerage: 20.00m, stt: 150, transaction: 4.46m, ipft: 0.15m, sebi: 0.15m, stamp: 23, gst: 4.46m, dp: 0, total: 202.22m);
    }

    [Theory]
    [InlineData(June2025)]
    [InlineData(March2026)]
    [InlineData(April2026)]
    public void Shares_sold_from_delivery(string date)
    {
        var note = Note(date, ChargeSegment.Equity);

        Trade(note, Side.Sell, Product.Cnc, 100, 1_520);

        AreLines(
            note, brokerage: 20.00m, stt: 152, transaction: 4.51m, ipft: 0.15m, sebi: 0.15m, stamp: 0, gst: 8.07m, dp: 20, total: 204.88m);
    }

    [Theory]
    [InlineData(June2025)]
    [InlineData(March2026)]
    [InlineData(April2026)]
    public void Shares_bought_and_sold_intraday(string date)
    {
        var note = Note(date, ChargeSegment.Equity);

        Trade(note, Side.Buy, Product.Mis, 200, 800);
        Trade(note, Side.Sell, Product.Mis, 200, 805);

        AreLines(
            note, brokerage: 40.00m, stt: 40, transaction: 9.53m, ipft: 0.32m, sebi: 0.32m, stamp: 5, gst: 9.03m, dp: 0, total: 104.20m);
    }

    [Theory]
    [InlineData(June2025, 326, "480.28")]
    [InlineData(March2026, 326, "480.28")]
    [InlineData(April2026, 814, "968.28")]
    public void A_lot_of_an_index_future(string date, int stt, string total)
    {
        var note = Note(date, ChargeSegment.Futures);

        Trade(note, Side.Buy, Product.Nrml, 65, 25_000);
        Trade(note, Side.Sell, Product.Nrml, 65, 25_050);

        AreLines(
            note, brokerage: 40.00m, stt, transaction: 56.28m, ipft: 3.25m, sebi: 3.25m, stamp: 33, gst: 18.50m, dp: 0, Rupees(total));
    }

    [Theory]
    [InlineData(June2025, 9, "63.17")]
    [InlineData(March2026, 9, "63.17")]
    [InlineData(April2026, 13, "67.17")]
    public void A_lot_of_an_index_option(string date, int stt, string total)
    {
        var note = Note(date, ChargeSegment.Options);

        Trade(note, Side.Buy, Product.Nrml, 65, 120);
        Trade(note, Side.Sell, Product.Nrml, 65, 135);

        AreLines(note, brokerage: 40.00m, stt, transaction: 5.81m, ipft: 0.08m, sebi: 0.02m, stamp: 0, gst: 8.26m, dp: 0, Rupees(total));
    }

    [Theory]
    [InlineData(June2025, 7)]
    [InlineData(March2026, 7)]
    [InlineData(April2026, 8)]
    public void A_bought_option_that_is_exercised_pays_a_tax_of_its_intrinsic_value_and_nothing_else(string date, int stt)
    {
        var note = Note(date, ChargeSegment.Options);

        note.AddExercise(Price.FromRupees(80) * new Quantity(65));

        AreLines(note, brokerage: 0, stt, transaction: 0, ipft: 0, sebi: 0, stamp: 0, gst: 0, dp: 0, total: stt);
    }

    [Fact]
    public void What_is_bought_and_sold_on_one_day_is_taxed_as_intraday_at_the_average_of_all_trades_whatever_the_product()
    {
        var note = Note(April2026, ChargeSegment.Equity);

        Trade(note, Side.Buy, Product.Cnc, 500, 100);
        Trade(note, Side.Sell, Product.Cnc, 500, 105);
        Trade(note, Side.Buy, Product.Cnc, 200, 110);

        var taxes = from part in note.Parts() where part.Line == ChargeLine.Stt select (part.IsDelivered, part.Base.Rupees, part.Exact);
        Assert.Equal([(true, 20_750m, 20.75m), (false, 51_875m, 12.96875m)], taxes);
        Assert.Equal(Money.FromRupees(34), note.Lines.Stt);
        Assert.Equal(default, note.Lines.Dp);
    }

    [Fact]
    public void An_average_price_that_does_not_come_out_even_is_rounded_and_not_cut()
    {
        var note = Note(April2026, ChargeSegment.Equity);

        Trade(note, Side.Buy, Product.Mis, 2, 100);
        note.Add(new OrderId(9, 1), new InstrumentId(1), Side.Sell, Product.Mis, new Quantity(1), Price.FromRupees(100.0002m));

        var tax = Assert.Single(note.Parts(), part => part.Line == ChargeLine.Stt);
        Assert.Equal(100.0001m, tax.Base.Rupees);
    }

    [Fact]
    public void Only_scrips_that_leave_the_holdings_cost_DP_and_each_once()
    {
        var note = Note(April2026, ChargeSegment.Equity);

        Trade(note, Side.Sell, Product.Cnc, 10, 100, scrip: 1);
        Trade(note, Side.Sell, Product.Cnc, 5, 101, scrip: 1);
        Trade(note, Side.Sell, Product.Cnc, 1, 50, scrip: 2);
        Trade(note, Side.Sell, Product.Mis, 1, 50, scrip: 3);

        Assert.Equal(Money.FromRupees(40), note.Lines.Dp);
    }

    [Fact]
    public void A_small_order_pays_its_share_and_a_large_one_the_most()
    {
        var note = Note(April2026, ChargeSegment.Equity);

        Trade(note, Side.Buy, Product.Mis, 10, 1_000);
        Trade(note, Side.Buy, Product.Mis, 1_000, 1_000);

        Assert.Equal(Money.FromRupees(3 + 20), note.Lines.Brokerage);
    }

    [Fact]
    public void Without_a_broker_only_exchange_and_state_take_their_part()
    {
        var note = new ChargeNote(ChargeRates.BuiltIn.On(Day(April2026), Exchange.Nse, ChargeSegment.Equity, ChargeRates.NoBroker)!);

        Trade(note, Side.Sell, Product.Cnc, 100, 1_520);

        AreLines(note, brokerage: 0, stt: 152, transaction: 4.51m, ipft: 0.15m, sebi: 0.15m, stamp: 0, gst: 0.87m, dp: 0, total: 157.68m);
    }

    [Fact]
    public void The_parts_tell_each_base_and_rate_and_what_is_not_confirmed()
    {
        var note = Note(April2026, ChargeSegment.Futures);

        Trade(note, Side.Buy, Product.Nrml, 65, 25_000);
        Trade(note, Side.Sell, Product.Nrml, 65, 25_050);

        var parts = note.Parts();
        var tax = Assert.Single(parts, part => part.Line == ChargeLine.Stt);
        Assert.Equal((1_628_250m, 0.05m, 814.125m), (tax.Base.Rupees, tax.Rates[0].Rate, tax.Exact));
        Assert.Equal(2, Assert.Single(parts, part => part.Line == ChargeLine.Brokerage).Count);
        Assert.Equal([ChargeLine.Stamp], parts.Where(part => !part.IsConfirmed).Select(part => part.Line));
    }

    [Fact]
    public void A_doubtful_least_brokerage_is_told_only_where_an_order_pays_less_than_the_most()
    {
        var (small, large) = (Note(April2026, ChargeSegment.Equity), Note(April2026, ChargeSegment.Equity));

        Trade(small, Side.Sell, Product.Mis, 10, 1_000);
        Trade(large, Side.Sell, Product.Mis, 1_000, 1_000);

        Assert.False(small.Parts()[0].IsConfirmed);
        Assert.True(large.Parts()[0].IsConfirmed);
    }

    [Fact]
    public void A_fill_without_an_order_or_without_units_is_refused()
    {
        var note = Note(April2026, ChargeSegment.Futures);

        Assert.Throws<ArgumentException>(() => note.Add(OrderId.None, default, Side.Buy, Product.Nrml, new Quantity(1), new Price(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trade(note, Side.Buy, Product.Nrml, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trade(note, Side.Buy, Product.Nrml, 1, -1));
        Assert.Throws<InvalidOperationException>(() => note.AddExercise(new Money(1)));
        Assert.Equal(default, note.Lines);
    }

    [Fact]
    public void Further_fills_of_an_order_allocate_nothing()
    {
        var note = Note(April2026, ChargeSegment.Equity);
        void Fill() => note.Add(new OrderId(1, 1), new InstrumentId(1), Side.Buy, Product.Cnc, new Quantity(1), Price.FromRupees(100));
        Fill();

        var bytes = Allocation.Least(_ =>
        {
            for (var i = 0; i < 100; i++) Fill();
            Assert.True(note.Lines.Total.Scaled > 0);
        });

        Assert.Equal(0, bytes);
    }

    private void Trade(ChargeNote note, Side side, Product product, int units, int rupees, int scrip = 1) => note.Add(
        new OrderId(++_orders, 1), new InstrumentId(scrip), side, product, new Quantity(units), Price.FromRupees(rupees));

    private static ChargeNote Note(string date, ChargeSegment segment) =>
        new(ChargeRates.BuiltIn.On(Day(date), Exchange.Nse, segment)!);

    private static void AreLines(ChargeNote note, decimal brokerage, decimal stt, decimal transaction, decimal ipft, decimal sebi,
        decimal stamp, decimal gst, decimal dp, decimal total)
    {
        var lines = note.Lines;
        Assert.Equal(
            (brokerage, stt, transaction, ipft, sebi, stamp, gst, dp),
            (lines.Brokerage.Rupees, lines.Stt.Rupees, lines.Transaction.Rupees, lines.Ipft.Rupees, lines.Sebi.Rupees,
                lines.Stamp.Rupees, lines.Gst.Rupees, lines.Dp.Rupees));
        Assert.Equal(total, lines.Total.Rupees);
    }

    private static decimal Rupees(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
