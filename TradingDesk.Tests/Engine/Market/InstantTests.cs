using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Market;

/// <summary>India's day and time of a moment, against the framework's own conversion.</summary>
public sealed class InstantTests
{
    private const int Moments = 20_000;

    [Theory, InlineData(1), InlineData(2)]
    public void The_day_and_the_time_in_India_are_those_of_the_frameworks_conversion(int seed)
    {
        var dice = new Random(seed);
        for (var moment = 0; moment < Moments; moment++)
        {
            var at = new Instant(dice.NextInt64(long.MinValue / 2, long.MaxValue / 2));

            var (day, time) = (at.IndiaDate, at.IndiaTime);

            var there = at.ToIndia().DateTime;
            Assert.True((day, time) == (DateOnly.FromDateTime(there), TimeOnly.FromDateTime(there)), $"seed {seed}: {at.Nanos}");
        }
    }

    [Fact]
    public void A_day_begins_at_midnight_in_India_and_not_a_nanosecond_before()
    {
        var midnight = Instant.FromIndiaMidnight(new DateOnly(2026, 11, 21));

        var before = new Instant(midnight.Nanos - 1);

        Assert.Equal((new DateOnly(2026, 11, 21), TimeOnly.MinValue), (midnight.IndiaDate, midnight.IndiaTime));
        Assert.Equal((new DateOnly(2026, 11, 20), TimeOnly.MaxValue), (before.IndiaDate, before.IndiaTime));
    }
}
