using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>What an account begins a day, a start or a new life with.</summary>
public sealed class AccountDayTests
{
    private const long DayMilliseconds = 86_400_000;

    private readonly TradingUnderTest _desk = new();

    [Fact]
    public void A_start_knows_what_the_account_was_worth_when_its_day_began()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10) with { Product = Product.Cnc }, 1_000);
        _desk.Tick(TradingUnderTest.Share, 1_10_000);
        _desk.Pass(DayMilliseconds);
        _desk.Sync();

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));

        Assert.Equal(Money.FromRupees(10_01_000) - _desk.Levels().Charges, _desk.Levels().DayStart);
        Assert.Equal(_desk.Levels().DayStart, again.Levels().DayStart);
    }

    [Fact]
    public void A_reset_account_shows_nothing_of_its_past()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 10), 1_010);

        _desk.Ask(new ResetAccount(Money.FromRupees(5_00_000)));
        _desk.Board.Money.Positions.Read(0, out var shown);
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 7), 1_000);

        Assert.Equal((0, 0, default), (shown.Bought.Units, shown.Sold.Units, shown.Realised));
        Assert.Equal(1, _desk.Board.Money.PositionCount);
        Assert.Equal(7, Assert.Single(_desk.Book.Accounts[0].Positions).Units);
    }

    [Fact]
    public void A_price_that_was_overtaken_is_not_the_last_one()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        var before = _desk.Now;
        _desk.Tick(TradingUnderTest.Share, 1_01_000);

        _desk.Put(DeskInput.Of(_desk.Now, TradingUnderTest.Share, new Tick
        {
            Time = before,
            Last = Price.FromRupees(990),
            DayVolume = 1,
            PreviousClose = Price.FromRupees(1_000),
        }));

        Assert.Equal(Money.FromRupees(100), _desk.Levels().Unrealised);
    }

    [Fact]
    public void The_newest_keys_are_known_and_the_oldest_forgotten_also_after_a_start()
    {
        var paid = new MoveCash(Money.FromRupees(1), "");
        for (var key = 0; key <= TradingBook.KeysMost; key++) _desk.Ask(paid, $"key-{key}", isSynced: false);

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));

        foreach (var desk in (TradingUnderTest[])[_desk, again])
        {
            Assert.Null(desk.Book.AnswerTo(TradingUnderTest.Account, "key-0"));
            Assert.NotNull(desk.Book.AnswerTo(TradingUnderTest.Account, "key-1"));
            Assert.Equal(FactKind.AnsweredBefore, desk.Ask(paid, $"key-{TradingBook.KeysMost}").Kind);
        }
    }

    [Fact]
    public void An_amount_that_has_no_opposite_is_refused()
    {
        var answer = _desk.Ask(new MoveCash(new Money(long.MinValue), ""));

        Assert.Equal((FactKind.CommandRefused, RefusalCode.AmountNotAllowed), (answer.Kind, answer.Refusal));
    }
}
