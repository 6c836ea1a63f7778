using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>No two orders spend the same rupee, whatever becomes of them; the account begins with ten lakh.</summary>
public sealed class FundsTests
{
    private static readonly Money _futureMargin = Money.FromRupees(25_000m * 65 * 15 / 100);

    private readonly TradingUnderTest _desk = new();

    [Fact]
    public void What_an_exit_takes_off_covers_no_other_order()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 65), 25_000);
        _desk.Ask(new ExitPosition(TradingUnderTest.Plan.Instruments[TradingUnderTest.Future].Key, Product.Nrml));

        _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Future, 65));

        Assert.Equal(_futureMargin, _desk.Levels().Blocked);
    }

    [Fact]
    public void All_cash_does_not_pay_for_the_charges_as_well()
    {
        var whole = TradingUnderTest.Buy(TradingUnderTest.Share, 1_000) with { Product = Product.Cnc };

        var all = _desk.Ask(whole);
        var less = _desk.Ask(whole with { Quantity = new Quantity(998) });

        Assert.Equal((FactKind.IntentDenied, RefusalCode.FundsShort), (all.Kind, all.Refusal));
        Assert.Equal(FactKind.IntentAccepted, less.Kind);
    }

    [Fact]
    public void A_sold_option_that_has_risen_holds_what_it_has_lost()
    {
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Call, 65), 120);
        var before = _desk.Levels().Free;

        _desk.Tick(TradingUnderTest.Call, 50_000);

        Assert.Equal(Money.FromRupees(380 * 65), before - _desk.Levels().Free);
    }
}
