using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>Contracts that end: they leave the account in cash, once, on their day, at their underlying's price.</summary>
public sealed class ExpiryTests
{
    private static readonly DateOnly _lastDay = new(2026, 1, 27);
    private static readonly Instant _morning = Instant.FromIndiaMidnight(_lastDay).PlusSeconds(10 * 3_600);
    private static readonly Instant _close = Instant.FromIndiaMidnight(_lastDay).PlusSeconds((15 * 3_600) + (30 * 60));

    private static readonly string[] _underlyings = ["NIFTY", "NIFTYNXT50", "M&M", "M&MFIN"];

    private readonly TradingUnderTest _desk = new(_morning);

    [Fact]
    public void A_bought_option_in_the_money_ends_at_what_it_is_in_the_money_and_is_taxed_on_it()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Call, 65) with { Product = Product.Nrml }, 120);
        _desk.Tick(TradingUnderTest.Index, 25_300_00);
        var charges = _desk.Levels().Charges;

        PassTo(_close.PlusSeconds(5));

        Assert.True(_desk.Book.Accounts[0].Positions[0].IsFlat);
        Assert.Equal(Money.FromRupees(65 * (300 - 120)), _desk.Levels().Realised);
        // The tax of an exercise, 0.125 % of 65 x 300 before April 2026, to the rupee; no other line.
        Assert.Equal(Money.FromRupees(24), _desk.Levels().Charges - charges);
        Assert.Single(_desk.Facts, fact => fact.Kind == FactKind.PositionSettled);
    }

    [Fact]
    public void A_sold_option_out_of_the_money_keeps_its_premium_and_costs_nothing_more()
    {
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Call, 65) with { Product = Product.Nrml }, 120);
        _desk.Tick(TradingUnderTest.Index, 24_900_00);
        var charges = _desk.Levels().Charges;

        PassTo(_close.PlusSeconds(5));

        Assert.Equal(Money.FromRupees(65 * 120), _desk.Levels().Realised);
        Assert.Equal(charges, _desk.Levels().Charges);
        Assert.Equal((default, default), (_desk.Levels().Margin, _desk.Levels().Unrealised));
    }

    [Fact]
    public void A_future_ends_at_its_underlyings_price_also_when_it_stood_elsewhere()
    {
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Future, 65) with { Product = Product.Nrml }, 25_010);
        _desk.Tick(TradingUnderTest.Future, 25_100_00);
        _desk.Tick(TradingUnderTest.Index, 25_000_00);

        PassTo(_close.PlusSeconds(5));

        Assert.Equal(Money.FromRupees(650), _desk.Levels().Realised);
    }

    [Fact]
    public void It_is_held_to_the_end_of_its_last_session()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Call, 65) with { Product = Product.Nrml }, 120);

        PassTo(_close.PlusSeconds(-1));

        Assert.DoesNotContain(_desk.Facts, fact => fact.Kind == FactKind.PositionSettled);
    }

    [Fact]
    public void One_that_ended_while_no_desk_ran_is_settled_at_the_price_that_is_told_and_once()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Call, 65) with { Product = Product.Nrml }, 120);
        _desk.Sync();
        var nextDay = _morning.PlusSeconds(24 * 3_600);

        var late = new TradingUnderTest(_desk.Journal, nextDay, Told(nextDay, 150));
        late.Pass(2_000);
        late.Sync();
        var again = new TradingUnderTest([.. _desk.Journal, .. late.Journal], nextDay.PlusSeconds(60), Told(nextDay, 99));
        again.Pass(2_000);

        Assert.Equal(Money.FromRupees(65 * 30), late.Levels().Realised);
        Assert.Equal(Money.FromRupees(65 * 30), again.Levels().Realised);
        Assert.DoesNotContain(again.Facts, fact => fact.Kind == FactKind.PositionSettled);
    }

    [Fact]
    public void Without_any_price_it_stays_and_nothing_is_made_up()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Call, 65) with { Product = Product.Nrml }, 120);
        var nextDay = _morning.PlusSeconds(24 * 3_600);

        var late = new TradingUnderTest(_desk.Journal, nextDay);
        late.Tick(TradingUnderTest.Index, 25_400_00);
        late.Pass(2_000);

        Assert.Equal(65, late.Book.Accounts[0].Positions[0].Units);
    }

    [Theory]
    [InlineData("NIFTY26JAN25000CE", "NIFTY")]
    [InlineData("NIFTYNXT5026JANFUT", "NIFTYNXT50")]
    [InlineData("M&MFIN26JANFUT", "M&MFIN")]
    [InlineData("BANKNIFTY26JANFUT", null)]
    public void A_contract_is_on_the_one_whose_symbol_and_a_year_begin_its_own(string contract, string? underlying)
    {
        var table = new InstrumentTable(_underlyings.Select(
            (symbol, token) => new Instrument(Segment.Nse, token, symbol, symbol, InstrumentKind.Index)));
        var ends = new Instrument(Segment.Nfo, 9, contract, contract, InstrumentKind.Future) { Expiry = _lastDay };

        Assert.Equal(underlying, table.UnderlyingOf(ends)?.Symbol);
    }

    private static DeskInput Told(Instant at, long rupees) =>
        DeskInput.Settlement(at, TradingUnderTest.Call, new Tick { Last = Price.FromRupees(rupees), Time = _close });

    private void PassTo(Instant moment)
    {
        while (_desk.Now < moment) _desk.Pass(Math.Min(60_000, (moment - _desk.Now) / Instant.NanosPerMillisecond));
    }
}
