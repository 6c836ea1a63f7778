using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Observation;

/// <summary>A day's curve holds what was seen, a point a minute, and only today's.</summary>
public sealed class EquityCurveTests
{
    private static readonly Instant _ten = Instant.FromIndiaMidnight(new DateOnly(2026, 1, 5)).PlusSeconds(36_000);

    private readonly EquityCurve _curve = new();

    [Fact]
    public void A_minute_has_the_first_point_seen_in_it()
    {
        _curve.Note(_ten.PlusSeconds(5), new Money(1));
        _curve.Note(_ten.PlusSeconds(59), new Money(2));
        _curve.Note(_ten.PlusSeconds(60), new Money(3));

        Assert.Equal([new(_ten.PlusSeconds(5), new Money(1)), new(_ten.PlusSeconds(60), new Money(3))], _curve.Points);
    }

    [Fact]
    public void Minutes_that_nobody_looked_at_have_none()
    {
        _curve.Note(_ten, new Money(1));
        _curve.Note(_ten.PlusSeconds(600), new Money(2));

        Assert.Equal(2, _curve.Points.Count);
    }

    [Fact]
    public void A_new_day_begins_anew_and_a_list_given_out_stays_as_it_was()
    {
        _curve.Note(_ten, new Money(1));
        var before = _curve.Points;

        _curve.Note(_ten.PlusSeconds(86_400), new Money(2));

        Assert.Equal([new(_ten, new Money(1))], before);
        Assert.Equal([new(_ten.PlusSeconds(86_400), new Money(2))], _curve.Points);
    }
}
