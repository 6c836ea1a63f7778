using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Tests.Engine.Risk;

/// <summary>Limits as people write them.</summary>
public sealed class RiskFieldsTests
{
    private const string Whole = "order-value=100000.00 order-units=500 collar=2.5 price-age=10 position=200000.50 underlying=300000.00 "
        + "gross=400000.00 net=350000.00 open-orders=20 trades=50 day-loss=5000.00 drawdown=20000.00 products=mis,nrml "
        + "window=09:20-15:10 instruments=1:2885,2:501";

    [Fact]
    public void A_line_is_read_and_written_back_as_it_was()
    {
        var limits = RiskFields.Change(RiskLimits.None, Whole, out var problem);

        Assert.Equal("", problem);
        Assert.Equal(Whole, RiskFields.ToText(limits!));
        Assert.Equal(limits, RiskFields.Change(RiskLimits.None, RiskFields.ToText(limits!), out _));
        Assert.True(limits!.IsWhole);
    }

    [Fact]
    public void A_line_changes_what_it_names_and_nothing_else()
    {
        var before = RiskFields.Change(RiskLimits.None, Whole, out _)!;

        var after = RiskFields.Change(before, "day-loss=6000 window=none net=none", out _)!;

        Assert.Equal(before with { DayLoss = Money.FromRupees(6_000), From = null, To = null, NetValue = null }, after);
        Assert.False(after.IsWhole);
    }

    [Theory]
    [InlineData("", "No limit is named")]
    [InlineData("daily-loss=5", "`daily-loss` is no limit; there are order-value, ")]
    [InlineData("day-loss", "day-loss cannot be ``; it is rupees above 0")]
    [InlineData("day-loss=0", "day-loss cannot be `0`; it is rupees above 0")]
    [InlineData("day-loss=-5", "day-loss cannot be `-5`; it is rupees above 0")]
    [InlineData("day-loss=1,000", "day-loss cannot be `1,000`; it is rupees above 0")]
    [InlineData("day-loss=0.001", "day-loss cannot be `0.001`; it is rupees above 0")]
    [InlineData("gross=1e9", "gross cannot be `1e9`; it is rupees above 0")]
    [InlineData("collar=0", "collar cannot be `0`; it is per cent above 0")]
    [InlineData("collar=101", "collar cannot be `101`; it is per cent above 0")]
    [InlineData("collar=1.005", "collar cannot be `1.005`; it is per cent above 0")]
    [InlineData("trades=0", "trades cannot be `0`; it is a whole number from 1 to 1000000")]
    [InlineData("open-orders=501", "open-orders cannot be `501`; it is a whole number from 1 to 500")]
    [InlineData("products=cnc,bo", "products cannot be `cnc,bo`; it is cnc, mis and nrml")]
    [InlineData("window=15:10-09:20", "window cannot be `15:10-09:20`; it is two times of day")]
    [InlineData("window=9:20-15:10", "window cannot be `9:20-15:10`; it is two times of day")]
    [InlineData("instruments=RELIANCE", "instruments cannot be `RELIANCE`; it is keys such as 1:2885")]
    [InlineData("trades=5 day-loss=much", "day-loss cannot be `much`; it is rupees above 0")]
    public void What_cannot_be_names_the_field_and_what_is_allowed(string text, string expected)
    {
        var limits = RiskFields.Change(RiskLimits.None, text, out var problem);

        Assert.Null(limits);
        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day-loss=5000.01", "day-loss")]
    [InlineData("day-loss=4999", null)]
    [InlineData("day-loss=none", null)]
    [InlineData("collar=2.51", "collar")]
    [InlineData("price-age=11", "price-age")]
    [InlineData("trades=51", "trades")]
    [InlineData("products=mis", null)]
    [InlineData("products=cnc,mis", "products")]
    [InlineData("products=none", "products")]
    [InlineData("window=09:20-15:11", "window")]
    [InlineData("window=09:30-15:00", null)]
    [InlineData("window=none", "window")]
    [InlineData("instruments=1:2885", null)]
    [InlineData("instruments=1:2885,1:1", "instruments")]
    [InlineData("instruments=none", "instruments")]
    public void What_lets_more_through_is_known_by_its_name(string change, string? wider)
    {
        var before = RiskFields.Change(RiskLimits.None, Whole, out _)!;

        var after = RiskFields.Change(before, change, out _)!;

        Assert.Equal(wider, RiskFields.FirstWider(before, after));
    }

    [Fact]
    public void Every_limit_can_be_taken_away_and_has_a_name_of_its_own()
    {
        var limits = RiskFields.Change(RiskLimits.None, Whole, out _)!;

        foreach (var field in RiskFields.All) limits = RiskFields.Change(limits, $"{field.Name}=none", out _)!;

        Assert.Equal(RiskLimits.None, limits);
        Assert.Equal(RiskFields.All.Count, RiskFields.All.Select(field => field.Name).Distinct().Count());
    }
}
