using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Observation.Accounts;

/// <summary>What pages see of an account's positions follows the board and the day, and is the same object while neither moved.</summary>
public sealed class AccountSamplerTests
{
    private static readonly TradingCalendar _exchanges = TradingCalendar.BuiltIn();
    private static readonly DeskPlan _plan = TestPlans.Live(_exchanges, 2, 60);
    private static readonly Instant _monday = Instant.FromIndiaMidnight(new DateOnly(2026, 1, 5)).PlusSeconds(36_000);

    private readonly LevelBoard _board = new(2) { Calendar = _exchanges };
    private readonly AccountSampler _sampler;

    public AccountSamplerTests()
    {
        _sampler = new AccountSampler(_board.Money, new SquareOffs(_plan, _board), freshSeconds: 5);
        _board.Money.Names[0] = "PAPER-1";
        _board.Money.AccountCount = 1;
    }

    [Theory]
    [InlineData(Product.Mis, 10, "15:10:00")]
    [InlineData(Product.Mis, -10, "15:10:00")]
    [InlineData(Product.Mis, 0, null)]
    [InlineData(Product.Nrml, 10, null)]
    [InlineData(Product.Cnc, 10, null)]
    public void Only_an_open_intraday_position_is_squared_off(Product product, long units, string? at)
    {
        Hold(product, units);

        var position = Assert.Single(_sampler.Sample(_monday)[0].Positions);

        Assert.Equal(at, Text(position.SquareOffAt));
    }

    [Fact]
    public void Another_day_squares_it_off_at_that_days_time_though_nothing_on_the_board_moved()
    {
        Hold(Product.Mis, 10);
        var before = _sampler.Sample(_monday)[0];
        Assert.Same(before, _sampler.Sample(_monday)[0]);

        var after = _sampler.Sample(_monday.PlusSeconds(86_400))[0];

        Assert.Equal(before.Positions[0].SquareOffAt!.Value.PlusSeconds(86_400), after.Positions[0].SquareOffAt);
    }

    [Fact]
    public void Another_calendar_moves_the_time_at_once()
    {
        Hold(Product.Mis, 10);
        Assert.Equal("15:10:00", Text(_sampler.Sample(_monday)[0].Positions[0].SquareOffAt));

        _board.Calendar = TradingCalendar.AlwaysOpen;

        Assert.Equal("23:50:00", Text(_sampler.Sample(_monday)[0].Positions[0].SquareOffAt));
    }

    [Fact]
    public void A_price_turns_stale_with_time_alone()
    {
        Hold(Product.Nrml, 10);
        Assert.False(_sampler.Sample(_monday)[0].Positions[0].IsStale);

        var position = _sampler.Sample(_monday.PlusSeconds(6))[0].Positions[0];

        Assert.True(position.IsStale);
    }

    [Fact]
    public void What_the_desk_holds_is_seen_where_it_stands_until_its_place_is_free()
    {
        _board.Money.BracketCount = 2;
        _board.Money.Brackets.Write(0, Held(7, 995));
        _board.Money.Brackets.Write(1, Held(3, 990));
        var before = _sampler.Sample(_monday)[0].Brackets;

        _board.Money.Brackets.Write(0, Held(7, 996));
        var moved = _sampler.Sample(_monday)[0].Brackets;
        _board.Money.Brackets.Write(1, default);
        var left = _sampler.Sample(_monday)[0].Brackets;

        Assert.Equal([3, 7], before.Select(bracket => bracket.Intent));
        Assert.Same(before[0], moved[0]);
        Assert.Equal(Price.FromRupees(996), moved[1].Stop);
        Assert.Same(moved[1], Assert.Single(left));
    }

    private static BracketLevel Held(int intent, decimal stop) => new()
    {
        Intent = intent,
        Instrument = TestPlans.One,
        Watched = TestPlans.One,
        Product = Product.Mis,
        Side = Side.Buy,
        Way = 1,
        Guarded = new Quantity(10),
        Stop = Price.FromRupees(stop),
    };

    private static string? Text(Instant? at) => at?.ToIndia().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private void Hold(Product product, long units)
    {
        _board.Money.Positions.Write(0, new PositionLevel
        {
            Instrument = TestPlans.One,
            Product = product,
            Units = units,
            Cost = Money.FromRupees(units * 100m),
            Last = Price.FromRupees(100),
            LastAt = _monday,
            Bought = new Quantity(10),
        });
        _board.Money.PositionCount = 1;
    }
}
