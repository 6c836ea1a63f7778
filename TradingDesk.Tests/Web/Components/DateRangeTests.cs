using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Fields;

namespace TradingDesk.Tests.Web.Components;

/// <summary>A range of days is two native fields with bounds, ready-made ranges, and a sentence about what cannot be taken.</summary>
public sealed class DateRangeTests : ComponentTestContext
{
    private static readonly DateOnly _last = new(2026, 11, 20);
    private static readonly ReadyRange _week = new("A week", new DayRange(_last.AddDays(-6), _last));

    private readonly List<DayRange> _told = [];

    [Fact]
    public void Each_end_bounds_the_other()
    {
        var range = RenderRange(_week.Range);

        var (from, to) = (range.Find("#d-from"), range.Find("#d-to"));

        Assert.Equal(("2026-11-14", "2020-01-01", "2026-11-20"),
            (from.GetAttribute("value"), from.GetAttribute("min"), from.GetAttribute("max")));
        Assert.Equal(("2026-11-20", "2026-11-14", "2026-11-20"),
            (to.GetAttribute("value"), to.GetAttribute("min"), to.GetAttribute("max")));
        Assert.Equal("true", range.Find(".segment").GetAttribute("aria-pressed"));
    }

    [Theory]
    [InlineData("2026-11-01", 2026, 11, 1)]
    [InlineData("2026-02-30", null, null, null)]
    [InlineData("01.11.2026", null, null, null)]
    [InlineData("", null, null, null)]
    public void Only_a_day_that_exists_is_a_day(string typed, int? year, int? month, int? day)
    {
        var range = RenderRange(_week.Range);

        range.Find("#d-from").Change(typed);

        Assert.Equal(year is null ? null : new DateOnly(year.Value, month!.Value, day!.Value), Assert.Single(_told).From);
        Assert.Equal(_last, _told[0].To);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-19", "The first day lies behind the last.")]
    [InlineData("2019-12-31", "2020-01-02", "There is nothing before 2020-01-01.")]
    [InlineData("2026-11-20", "2026-11-21", "There is nothing after 2026-11-20.")]
    [InlineData("2025-01-01", "2026-11-01", "At most 366 days, not 670.")]
    public void What_cannot_be_taken_is_said_beside_the_fields(string from, string to, string sentence)
    {
        var range = RenderRange(new DayRange(Day(from), Day(to)));

        Assert.Equal(sentence, range.Find("#d-problem").TextContent);
        Assert.Equal("true", range.Find("#d-to").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_ready_range_is_one_press()
    {
        var range = RenderRange(new DayRange(null, null));

        range.Find(".segment").Click();

        Assert.Equal([_week.Range], _told);
        Assert.Equal(7, _told[0].Days);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private RenderedComponent<DateRange> RenderRange(DayRange value) => Render<DateRange>(p => p
        .Add(x => x.Id, "d").Add(x => x.Label, "Days").Add(x => x.Value, value).Add(x => x.ValueChanged, _told.Add)
        .Add(x => x.Ready, [_week]).Add(x => x.Earliest, new DateOnly(2020, 1, 1)).Add(x => x.Latest, _last).Add(x => x.DaysMost, 366));
}
