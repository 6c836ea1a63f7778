using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>The board has room for so many positions: flat ones leave it when the day ends, and others take their places.</summary>
public sealed class PositionPlacesTests
{
    private static readonly Instant _morning = Instant.FromIndiaMidnight(new DateOnly(2026, 1, 6)).PlusSeconds(10 * 3_600);

    private readonly TradingUnderTest _desk = new(_morning);

    [Fact]
    public void What_is_flat_at_the_days_end_leaves_its_place_to_the_next()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Call, 65) with { Product = Product.Nrml }, 120);
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 10), 1_001);
        PassADay();

        var gone = CellAt(0);
        _desk.Tick(TradingUnderTest.Future, 25_00_000);
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 65) with { Product = Product.Nrml }, 25_000);

        Assert.Equal((0, default, default), (gone.Units, gone.Bought, gone.Realised));
        Assert.Equal([(TradingUnderTest.Call, 1), (TradingUnderTest.Future, 0)],
            _desk.Book.Accounts[0].Positions.Select(position => (position.Instrument, position.Place)));
        Assert.Equal((TradingUnderTest.Future, 65L), (CellAt(0).Instrument, CellAt(0).Units));
    }

    [Fact]
    public void A_start_gives_the_same_places()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 10), 1_001);
        PassADay();
        _desk.Tick(TradingUnderTest.Future, 25_00_000);
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 65) with { Product = Product.Nrml }, 25_000);

        var again = new TradingUnderTest(_desk.Journal, _desk.Now);

        var position = Assert.Single(again.Book.Accounts[0].Positions.ToArray());
        Assert.Equal((TradingUnderTest.Future, 0), (position.Instrument, position.Place));
        Assert.Equal(_desk.Book.PositionsMost, again.Book.PositionsMost);
    }

    [Fact]
    public void An_order_under_way_keeps_a_place_for_what_it_may_open()
    {
        var before = _desk.Book.PositionsMost;

        _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 990));

        Assert.Equal(before + 1, _desk.Book.PositionsMost);
    }

    private PositionLevel CellAt(int place)
    {
        _desk.Board.Money.Positions.Read(place, out var level);
        return level;
    }

    private void PassADay()
    {
        var morning = _desk.Now.PlusSeconds(86_400);
        while (_desk.Now < morning) _desk.Pass(Math.Min(600_000, (morning - _desk.Now) / Instant.NanosPerMillisecond));
    }
}
