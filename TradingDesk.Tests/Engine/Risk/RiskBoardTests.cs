using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Trading;
using TradingDesk.Engine.Trading.Risks;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Engine.Risk;

/// <summary>What the board says of limits after a second, against everything counted and valued anew.</summary>
public sealed class RiskBoardTests
{
    private const int Steps = 300;
    private static readonly long[] _paise = [1_00_000, 25_00_000, 12_000];
    private static readonly RunId[] _books = [RunId.None, new(1), new(2)];

    private readonly TradingUnderTest _desk = new(mode: mode => mode with { Rules = mode.Rules with { RequestsPerSecond = 0 } });
    private readonly MarketView _market = new(
        TradingUnderTest.Plan,
        new SessionClocks(TradingUnderTest.Plan.Calendar, TradingUnderTest.Plan.Instruments),
        new LevelBoard(TradingUnderTest.Plan.Instruments.Count));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_second_leaves_the_board_as_if_everything_were_counted_anew(int seed)
    {
        var dice = new Random(seed);
        _desk.Ask(new MoveCash(Money.FromRupees(50_00_00_000), "plenty"));
        foreach (var place in Enumerable.Range(0, _paise.Length)) Tick(place, _paise[place]);
        for (var step = 0; step < Steps; step++)
        {
            for (var more = dice.Next(3); more >= 0; more--) Act(dice);
            if (dice.Next(3) > 0) _desk.Pass(1_000);
            else continue;

            var (shown, anew) = (string.Join("\n", Shown()), string.Join("\n", Anew()));
            Assert.True(shown == anew, $"seed {seed}, step {step}:\n{shown}\nanew\n{anew}");
        }

        Assert.Equal(_books.Length, _desk.Book.Risks.Scopes.Count);
    }

    [Fact]
    public void A_second_in_which_nothing_moved_writes_nothing()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        _desk.Pass(1_000);
        var before = _desk.Board.Money.Risks.Changes;

        _desk.Pass(1_000);
        var still = _desk.Board.Money.Risks.Changes;
        _desk.Tick(TradingUnderTest.Share, 1_00_500);
        _desk.Pass(1_000);

        Assert.Equal(before, still);
        Assert.True(_desk.Board.Money.Risks.Changes > still);
    }

    private void Act(Random dice)
    {
        var open = _desk.Book.Orders.Open;
        var order = open.Count == 0 ? null : open[dice.Next(open.Count)];
        switch (dice.Next(10))
        {
            case 0: Enter(dice); break;
            case 1 or 2 when order is not null: Fill(order, dice); break;
            case 3 when order is not null: _desk.Ask(new CancelOrder(order.Id)); break;
            case 4 when dice.Next(20) == 0: _desk.Ask(new SetLimits(RunId.None, $"trades={dice.Next(100, 900)}", "a test")); break;
            case 5 when dice.Next(20) == 0: _desk.Ask(new MoveCash(Money.FromRupees(dice.Next(1, 900)), "a test")); break;
            default:
                var place = dice.Next(_paise.Length);
                Tick(place, _paise[place] * dice.Next(90, 111) / 100 / 10 * 10);
                break;
        }
    }

    private void Enter(Random dice)
    {
        var instrument = TradingUnderTest.Plan.Instruments[new InstrumentId(dice.Next(_paise.Length))];
        var terms = new OrderTerms
        {
            Side = dice.Next(2) == 0 ? Side.Buy : Side.Sell,
            Product = instrument.Kind == InstrumentKind.Equity ? Product.Mis : Product.Nrml,
            Type = OrderType.Market,
            Validity = Validity.Day,
            Quantity = new Quantity(dice.Next(1, 4) * instrument.Lot),
        };
        var submitted = new SubmittedCommand(0, "run", TradingUnderTest.Account, "", new CancelAll());
        var intent = new IntentTerms { Whole = terms, Run = _books[dice.Next(_books.Length)] };
        _desk.Orders.Intents.Submit(submitted, _desk.Book.Accounts[0], instrument, intent);
        _desk.Sync();
    }

    private void Fill(Order order, Random dice)
    {
        if (order.VenueOrder == 0) _desk.Work(order);
        _desk.Fill(order, dice.NextInt64(1, order.Remaining.Units + 1), _paise[order.Instrument.Index] / 100M);
    }

    private void Tick(int place, long paise)
    {
        _desk.Tick(new InstrumentId(place), paise);
        _market.Note(new InstrumentId(place), new Tick { Time = _desk.Now, Last = Price.FromPaise(paise) });
    }

    private IEnumerable<Gauges> Shown()
    {
        for (var place = 0; place < _desk.Board.Money.RiskCount; place++)
        {
            _desk.Board.Money.Risks.Read(place, out var level);
            yield return new Gauges(
                level.Run, level.State, level.Limits, level.Position, level.Underlying, level.Gross, level.Net, level.OpenOrders,
                level.Trades, level.DayLoss, level.Drawdown);
        }
    }

    private IEnumerable<Gauges> Anew()
    {
        var account = _desk.Book.Accounts[0];
        foreach (var scope in _desk.Book.Risks.Scopes)
        {
            var limits = scope.Limits ?? RiskLimits.None;
            var exposure = new Exposure(new BookValues(TradingUnderTest.Plan.Instruments, _market.LastOf));
            exposure.Count(account, scope, _desk.Book.Orders);
            exposure.Largest(out var sums);
            var net = RiskReview.NetOf(scope, account);
            var open = _desk.Book.Orders.Open.Count(order => scope.Holds(order.Key.Run));
            yield return new Gauges(
                scope.Run, scope.State, RiskFields.ToText(limits), new(sums.Position.Scaled, limits.PositionValue?.Scaled),
                new(sums.Underlying.Scaled, limits.UnderlyingValue?.Scaled), new(sums.Gross.Scaled, limits.GrossValue?.Scaled),
                new(sums.Net.Scaled, limits.NetValue?.Scaled), new(open, limits.OpenOrders), new(scope.Trades, limits.TradesPerDay),
                new(Math.Max(0, RiskReview.DayLossOf(scope, account, net).Scaled), limits.DayLoss?.Scaled),
                new(Math.Max(0, (scope.Peak - net).Scaled), limits.Drawdown?.Scaled));
        }
    }

    /// <summary>What is compared of a scope.</summary>
    private sealed record Gauges(
        RunId Run, RiskState State, string Limits, RiskGauge Position, RiskGauge Underlying, RiskGauge Gross, RiskGauge Net,
        RiskGauge OpenOrders, RiskGauge Trades, RiskGauge DayLoss, RiskGauge Drawdown);
}
