using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>What the board says of accounts and positions, against everything computed anew.</summary>
public sealed class MoneyBoardTests
{
    private const int Steps = 400;
    private const string Other = "PAPER-2";

    private static readonly InstrumentId[] _traded = [TradingUnderTest.Share, TradingUnderTest.Future, TradingUnderTest.Call];
    private static readonly long[] _paise = [1_00_000, 25_00_000, 12_000];

    private readonly TradingUnderTest _desk = new();
    private readonly MarketView _market = new(
        TradingUnderTest.Plan,
        new SessionClocks(TradingUnderTest.Plan.Calendar, TradingUnderTest.Plan.Instruments),
        new LevelBoard(TradingUnderTest.Plan.Instruments.Count));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_tick_leaves_the_board_as_if_everything_were_computed_anew(int seed)
    {
        var dice = new Random(seed);
        _desk.Ask(new MoveCash(Money.FromRupees(5_00_00_000), "more"));
        _desk.Ask(new OpenAccount(Money.FromRupees(5_00_00_000)), account: Other);
        foreach (var place in Enumerable.Range(0, _traded.Length)) Tick(place, _paise[place]);
        for (var step = 0; step < Steps; step++)
        {
            Act(dice);

            var (shown, anew) = (Read(_desk.Board.Money), Read(Anew()));
            Assert.True(shown == anew, $"seed {seed}, step {step}:\n{shown}\n{anew}");
        }
    }

    [Fact]
    public void A_market_order_under_way_holds_cash_at_the_last_price_also_without_a_position()
    {
        var wanted = TradingUnderTest.Buy(TradingUnderTest.Share, 600) with { Product = Product.Cnc };

        var first = _desk.Ask(wanted);
        var blocked = _desk.Levels().Blocked;
        var second = _desk.Ask(wanted);

        Assert.Equal(FactKind.IntentAccepted, first.Kind);
        Assert.Equal(Money.FromRupees(6_00_000), blocked);
        Assert.Equal((FactKind.IntentDenied, RefusalCode.FundsShort), (second.Kind, second.Refusal));
    }

    [Fact]
    public void An_account_that_begins_anew_shows_none_of_the_positions_it_had()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 10), 1_001);

        _desk.Ask(new ResetAccount(Money.FromRupees(10_00_000)));
        Tick(0, 1_00_500);

        _desk.Board.Money.Positions.Read(0, out var level);
        Assert.Equal((0, default, default, default), (level.Units, level.Realised, level.Bought, level.Sold));
    }

    private void Act(Random dice)
    {
        var account = dice.Next(2) == 0 ? TradingUnderTest.Account : Other;
        var open = _desk.Book.Orders.Open;
        switch (dice.Next(8))
        {
            case 0: _desk.Ask(Any(dice), account: account); break;
            case 1 when open.Count > 0: _desk.Work(open[dice.Next(open.Count)]); break;
            case 2 when open.Count > 0: Fill(open[dice.Next(open.Count)], dice); break;
            case 3 when open.Count > 0: Cancel(open[dice.Next(open.Count)]); break;
            default:
                var place = dice.Next(_traded.Length);
                Tick(place, _paise[place] * dice.Next(90, 111) / 100 / 10 * 10);
                break;
        }
    }

    private static PlaceOrder Any(Random dice)
    {
        var id = _traded[dice.Next(_traded.Length)];
        var instrument = TradingUnderTest.Plan.Instruments[id];
        var isMarket = dice.Next(2) == 0;
        var rupees = _paise[id.Index] / 100 * (isMarket ? 0 : 1m);
        var units = dice.Next(1, 5) * (instrument.Lot == 1 ? 50 : instrument.Lot);
        var type = isMarket ? OrderType.Market : OrderType.Limit;
        var order = dice.Next(2) == 0
            ? TradingUnderTest.Buy(id, units, type, rupees)
            : TradingUnderTest.Sell(id, units, type, rupees);
        var isDelivered = instrument.Kind == InstrumentKind.Equity && order.Side == Side.Buy && dice.Next(3) == 0;
        if (dice.Next(3) == 0) order = order with { Stop = Away(order, -1), Target = Away(order, 1), Trail = Price.FromRupees(40) };
        return isDelivered ? order with { Product = Product.Cnc } : order;
    }

    /// <summary>A tenth from where the price began, on the side where it gains or loses.</summary>
    private static Price Away(PlaceOrder order, int way)
    {
        var place = Array.FindIndex(_traded, id => TradingUnderTest.Plan.Instruments[id].Key == order.Instrument);
        return Price.FromPaise(_paise[place] * (10 + (way * order.Side.Sign())) / 10);
    }

    private void Fill(Order order, Random dice)
    {
        if (order.VenueOrder == 0) _desk.Work(order);
        var lot = TradingUnderTest.Plan.Instruments[order.Instrument].Lot;
        var units = Math.Max(lot, order.Remaining.Units / dice.Next(1, 3) / lot * lot);
        _desk.Fill(order, units, _paise[order.Instrument.Index] / 100);
    }

    private void Cancel(Order order) => _desk.Report(
        order, new OrderEvent { Kind = OrderEventKind.Seen, Source = EvidenceSource.Stream, Seen = OrderState.Cancelled });

    private void Tick(int place, long paise)
    {
        _desk.Tick(_traded[place], paise);
        _market.Note(_traded[place], new Tick { Time = _desk.Now, Last = Price.FromPaise(paise) });
    }

    private MoneyLevels Anew()
    {
        var levels = new MoneyLevels();
        var needs = new OrderNeeds(_desk.Book, TradingUnderTest.Plan, _market);
        new MoneyBoard(_desk.Book, TradingUnderTest.Plan, needs, levels).ShowAll();
        return levels;
    }

    /// <summary>Every number about accounts and positions, by its name.</summary>
    private static string Read(MoneyLevels levels)
    {
        var lines = new List<string>();
        for (var place = 0; place < levels.AccountCount; place++)
        {
            levels.Accounts.Read(place, out var level);
            lines.Add(Words(level));
        }

        for (var place = 0; place < levels.PositionCount; place++)
        {
            levels.Positions.Read(place, out var level);
            lines.Add(Words(level));
        }

        lines.AddRange(Brackets(levels));
        return string.Join('\n', lines);
    }

    /// <summary>Those that protect something, whatever their places.</summary>
    private static IEnumerable<string> Brackets(MoneyLevels levels)
    {
        var brackets = new List<BracketLevel>();
        for (var place = 0; place < levels.BracketCount; place++)
        {
            levels.Brackets.Read(place, out var level);
            if (level.Guarded.Units > 0) brackets.Add(level);
        }

        return brackets.OrderBy(bracket => bracket.Intent).Select(Words);
    }

    private static string Words<T>(T level) =>
        string.Join(' ', typeof(T).GetFields().Select(field => $"{field.Name}={field.GetValue(level)}"));
}
