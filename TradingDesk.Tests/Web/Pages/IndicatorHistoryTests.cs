using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The history says who changed what and when, and goes back to any version only after it was confirmed.</summary>
public sealed class IndicatorHistoryTests : DeskPageContext
{
    public IndicatorHistoryTests() => Desk.Versions.AddRange(
    [
        new IndicatorVersion(3, "SMA:9,SUPERTREND:10:3,RSI:14", "api", FakeDeskView.Morning, "more"),
        new IndicatorVersion(2, "SMA:20,SUPERTREND:10:3", "page", FakeDeskView.Morning.PlusSeconds(-3_600), ""),
        new IndicatorVersion(1, "SMA:20", "settings", FakeDeskView.Morning.PlusSeconds(-86_400), "first start"),
    ]);

    [Fact]
    public void A_list_of_an_instrument_that_is_gone_does_not_keep_the_others_from_coming_back()
    {
        Desk.Review = text => new IndicatorReview("", ["NSE:GONE: no instrument"]) { Watched = "SMA:20" };
        var page = Render<IndicatorsPage>();
        page.Find("[aria-label='Roll back to this, version 2']").Click();

        page.Find(".asking .primary").Click();

        var change = Assert.IsType<ChangeIndicators>(Assert.Single(Posted).Command);
        Assert.Equal(new ChangeIndicators(3, "SMA:20", "roll back to 2, without instruments that are not watched now"), change);
    }

    [Fact]
    public void Each_version_says_when_who_why_and_what_it_changed()
    {
        var page = Render<IndicatorsPage>();

        var entries = page.FindAll(".version").Select(entry => entry.Words).ToList();

        Assert.Equal(
            [
                "v3 in force 5 Jan 2026, 10:00:00 IST api more Whole desk SMA:20 → SMA:9 + RSI:14",
                "v2 5 Jan 2026, 09:00:00 IST page Whole desk + SUPERTREND:10:3 Roll back to this",
                "v1 4 Jan 2026, 10:00:00 IST settings first start SMA:20 Roll back to this",
            ],
            entries);
    }

    [Fact]
    public void A_roll_back_shows_what_it_will_do_before_it_does_it()
    {
        var page = Render<IndicatorsPage>();

        page.Find("[aria-label='Roll back to this, version 1']").Click();

        Assert.Empty(Posted);
        Assert.Equal("Whole desk SMA:9 → SMA:20 − SUPERTREND:10:3 − RSI:14", page.Find(".asking .difference").Words);
    }

    [Fact]
    public void A_confirmed_roll_back_asks_for_the_old_lists_as_a_new_version()
    {
        var page = Render<IndicatorsPage>();
        page.Find("[aria-label='Roll back to this, version 2']").Click();

        page.Find(".asking .primary").Click();

        var change = Assert.IsType<ChangeIndicators>(Assert.Single(Posted).Command);
        Assert.Equal(new ChangeIndicators(3, "SMA:20,SUPERTREND:10:3", "roll back to 2"), change);
        Assert.Contains("The desk has taken the command.", page.Find(".outcome").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_reaches_the_store_late_is_read_at_a_later_beat()
    {
        var page = Render<IndicatorsPage>();
        Desk.Current = Desk.Current with { Number = 2, Indicators = new IndicatorsInForce(4, "SMA:9") };
        Ticker.Turn();

        Desk.Versions.Insert(0, new IndicatorVersion(4, "SMA:9", "page", FakeDeskView.Morning, "late"));
        for (var turn = 0; turn < 6; turn++) Ticker.Turn();

        page.WaitForAssertion(() => Assert.Contains("late", page.FindAll(".version")[0].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_that_cannot_be_read_is_an_error_that_can_be_tried_again()
    {
        Desk.VersionsFailure = new IOException("The store is locked.");
        var page = Render<IndicatorsPage>();
        var words = page.Find(".history [role=alert]").TextContent;

        Desk.VersionsFailure = null;
        page.Find(".history [role=alert] button").Click();

        Assert.Contains("The versions could not be read: The store is locked.", words, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll(".version").Count);
    }

    [Fact]
    public void A_long_history_is_shown_page_by_page()
    {
        for (var number = 4; number <= 40; number++) Desk.Versions.Insert(0, Desk.Versions[0] with { Version = number });
        var page = Render<IndicatorsPage>();
        var atFirst = page.FindAll(".version").Count;

        page.FindAll(".history .rows > button")[^1].Click();

        Assert.Equal((25, 40), (atFirst, page.FindAll(".version").Count));
    }

    [Fact]
    public void How_the_values_came_about_at_the_start_stands_below()
    {
        var indicators = Desk.Current.Indicators with { Start = "Restored from the snapshot of 09:58:30." };
        Desk.Current = Desk.Current with { Indicators = indicators };

        var page = Render<IndicatorsPage>();

        Assert.Contains("Restored from the snapshot of 09:58:30.", page.Find(".history").TextContent, StringComparison.Ordinal);
    }
}
