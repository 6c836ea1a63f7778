using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.People;

/// <summary>When a session is over, by the clock alone.</summary>
public sealed class SessionRulesTests
{
    private static readonly SessionRules _rules = new(30 * 60);

    /// <summary>Busy all the time; in India's time.</summary>
    [Theory]
    [InlineData("09:00", "20:59", false)]
    [InlineData("09:00", "21:00", true)]
    [InlineData("23:00", "29:59", false)]
    [InlineData("23:00", "30:00", true)]
    [InlineData("04:59", "05:59", false)]
    [InlineData("04:59", "06:00", true)]
    [InlineData("05:00", "06:00", false)]
    [InlineData("05:30", "17:29", false)]
    [InlineData("05:30", "17:30", true)]
    public void It_lasts_twelve_hours_at_most_and_never_from_one_trading_day_into_the_next(string began, string now, bool isOver) =>
        Assert.Equal(isOver, _rules.IsOver(At(began), At(now), At(now)));

    [Theory]
    [InlineData("09:29:59", false)]
    [InlineData("09:30:00", true)]
    public void Nobody_there_for_half_an_hour_ends_it(string now, bool isOver) =>
        Assert.Equal(isOver, _rules.IsOver(At("08:00"), At("09:00"), At(now)));

    /// <summary>Hours over 24 are of the next day.</summary>
    private static Instant At(string time)
    {
        var parts = time.Split(':').Select(long.Parse).Append(0).ToArray();
        return Instant.FromIndiaMidnight(new DateOnly(2026, 1, 5)).PlusSeconds((parts[0] * 3_600) + (parts[1] * 60) + parts[2]);
    }
}
