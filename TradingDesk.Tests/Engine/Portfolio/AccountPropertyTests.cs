using TradingDesk.Engine;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Venues;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Engine.Portfolio;

/// <summary>What holds of an account's money after every trade, whatever was traded.</summary>
public sealed class AccountPropertyTests
{
    private const int Trades = 400;
    private static readonly InstrumentTable _instruments = TradingUnderTest.Plan.Instruments;
    private static readonly Money _cash = Money.FromRupees(10_00_000);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_rupee_is_paid_in_realised_held_or_charged(int seed)
    {
        var dice = new Random(seed);
        var account = New();
        var flows = new Dictionary<PositionKey, Int128>();
        for (var trade = 0; trade < Trades; trade++)
        {
            var made = Any(dice, trade + 1, out var instrument);
            account.Book(made, instrument, trade);
            var key = made.Position;
            var signed = made.Side.Sign() * made.Quantity.Units * (Int128)made.Price.Scaled;
            flows[key] = flows.GetValueOrDefault(key) - signed;

            foreach (var position in account.Positions)
            {
                var gained = flows[position.Key] + position.Cost.Scaled;
                Assert.True(gained == position.Realised.Scaled, $"seed {seed}, trade {trade}: {gained} and {position.Realised.Scaled}");
                Assert.True(!position.IsFlat || position.Cost == default, $"seed {seed}, trade {trade}: flat, but {position.Cost}");
            }

            var realised = account.Positions.Aggregate(default(Money), (sum, position) => sum + position.Realised);
            var held = account.Positions.Where(IsPaid).Aggregate(default(Money), (sum, position) => sum + position.Cost);
            Assert.Equal(realised, account.Realised);
            Assert.Equal(_cash + realised - account.Charges, account.CashOf(_instruments) + held);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_positions_parts_of_the_charges_sum_to_the_whole_to_the_paisa(int seed)
    {
        var dice = new Random(seed);
        var account = New();
        for (var trade = 0; trade < Trades; trade++)
        {
            account.Book(Any(dice, trade + 1, out var instrument), instrument, trade);

            var parts = account.Positions.Aggregate(default(Money), (sum, position) => sum + account.ChargesOf(position));
            Assert.True(parts == account.ChargesToday, $"seed {seed}, trade {trade}: {parts} and {account.ChargesToday}");
            Assert.All(account.Positions, position => Assert.True(account.ChargesOf(position).Scaled >= 0, $"seed {seed}, trade {trade}"));
        }
    }

    [Fact]
    public void A_day_that_ends_keeps_its_charges_and_begins_the_next_at_its_worth()
    {
        var account = New();
        var share = _instruments[TradingUnderTest.Share];
        var key = new PositionKey(share.Id, Product.Cnc, default);
        account.Book(new AccountTrade(new OrderId(1, 1), key, Side.Buy, new Quantity(100), Price.FromRupees(1_500)), share, 0);
        var charges = account.ChargesToday;

        account.CloseDay(account.Day.AddDays(1), account.Worth);

        // Example A of the facts, the bought half.
        Assert.Equal(Money.FromRupees(202.22m), charges);
        Assert.Equal((charges, default(Money)), (account.Charges, account.ChargesToday));
        Assert.Equal(_cash - charges, account.DayStart);
        Assert.Equal(100, account.Positions[0].HeldUnits);
    }

    private static bool IsPaid(Position position) =>
        Settlements.IsPaidInFull(_instruments[position.Instrument], position.Product);

    private static Account New()
    {
        var account = new Account(new AccountId(0), "PAPER-1", DeskModes.OnPaper(new NullVenue()).Rules);
        account.Reset(_cash, new DateOnly(2026, 4, 1));
        return account;
    }

    private static AccountTrade Any(Random dice, int order, out Instrument instrument)
    {
        instrument = _instruments[new InstrumentId(dice.Next(3))];
        var isShare = instrument.Kind == InstrumentKind.Equity;
        var product = dice.Next(2) == 0 ? Product.Mis : isShare ? Product.Cnc : Product.Nrml;
        var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;
        var quantity = new Quantity(dice.Next(1, 200) * instrument.Lot);
        return new AccountTrade(
            new OrderId(order, 1), new(instrument.Id, product, default), side, quantity, Price.FromPaise(dice.Next(5_000, 3_00_000) * 5L));
    }
}
