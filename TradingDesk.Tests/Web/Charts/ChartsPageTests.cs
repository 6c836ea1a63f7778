using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Charts;
using TradingDesk.Web.Pages.Charts.Grid;

namespace TradingDesk.Tests.Web.Charts;

/// <summary>The page shows as many charts as were chosen, with one symbol or one interval if so, and remembers it.</summary>
public sealed class ChartsPageTests : DeskPageContext
{
    private const string Nifty = "1:100";
    private const string Reliance = "1:101";

    [Fact]
    public void It_begins_with_one_chart_of_the_first_instrument()
    {
        var page = Render<ChartsPage>();

        Assert.Equal([("NIFTY", 60)], Charts(page));
    }

    [Fact]
    public void Four_charts_are_a_ladder_of_one_symbol_and_share_no_id()
    {
        var page = Render<ChartsPage>();

        page.Find("[aria-label='How many charts'] button:nth-child(3)").Click();

        Assert.Equal([("NIFTY", 60), ("NIFTY", 300), ("NIFTY", 60), ("NIFTY", 3_600)], Charts(page)); // The desk builds no 15m.
        var ids = page.FindAll(".charts [id]").Select(element => element.GetAttribute("id")).ToArray();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData(ChartsLink.Symbol, "RELIANCE,RELIANCE")]
    [InlineData(ChartsLink.Interval, "NIFTY,RELIANCE")]
    [InlineData(ChartsLink.None, "NIFTY,RELIANCE")]
    public async Task Another_symbol_goes_to_all_charts_that_share_it(ChartsLink link, string symbols)
    {
        Keep(ChartsChoice.First(Nifty) with { Count = 2, Link = link });
        var page = Render<ChartsPage>();

        var second = page.FindComponents<ChartPanel>()[1];
        await page.InvokeAsync(() => second.OnInstrumentWanted.InvokeAsync(Label(FakeDeskView.RelianceIndex)));

        Assert.Equal(symbols, string.Join(',', Charts(page).Select(chart => chart.Symbol)));
    }

    [Theory]
    [InlineData(ChartsLink.Interval, "3600,3600")]
    [InlineData(ChartsLink.Symbol, "60,3600")]
    public async Task Another_interval_goes_to_all_charts_that_share_it(ChartsLink link, string seconds)
    {
        Keep(ChartsChoice.First(Nifty) with { Count = 2, Link = link });
        var page = Render<ChartsPage>();

        await page.InvokeAsync(() => page.FindComponents<ChartPanel>()[1].TimeframeChanged.InvokeAsync(new Timeframe(3_600)));

        Assert.Equal(seconds, string.Join(',', Charts(page).Select(chart => chart.Seconds)));
    }

    [Fact]
    public void What_is_chosen_is_kept_and_comes_back()
    {
        var page = Render<ChartsPage>();
        page.Find("[aria-label='How many charts'] button:nth-child(2)").Click();

        var again = Render<ChartsPage>();

        Assert.Equal(2, Charts(again).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"Count":3,"Link":0,"Slots":[]}""")]
    [InlineData("""{"Count":2,"Link":7,"Slots":[{"Instrument":"1:100"},{},{},{}]}""")]
    public void What_is_no_choice_is_none(string text) => Assert.Null(ChartsChoice.Parse(text));

    [Fact]
    public void An_instrument_that_is_not_followed_any_more_is_the_first_one()
    {
        Keep(ChartsChoice.First("1:999"));

        Assert.Equal([("NIFTY", 60)], Charts(Render<ChartsPage>()));
    }

    [Fact]
    public void Linking_takes_what_the_first_chart_shows()
    {
        var choice = ChartsChoice.First(Nifty) with { Link = ChartsLink.None };

        var linked = choice.With(0, new ChartSlot(Reliance, 300)).With(ChartsLink.Symbol);

        Assert.All(linked.Slots, slot => Assert.Equal(Reliance, slot.Instrument));
        Assert.Equal(300, linked.Slots[0].Seconds);
        Assert.Equal(3_600, linked.Slots[3].Seconds);
    }

    [Fact]
    public async Task A_picture_is_named_by_symbol_timeframe_and_time_and_says_that_the_market_is_simulated()
    {
        var page = Render<ChartsPage>();

        page.Find(".save-picture").Click();
        await page.InvokeAsync(() => Task.CompletedTask);

        var call = Assert.Single(JSInterop.Of("picture"));
        Assert.Equal("NIFTY-1m-20260105-100000.png", call.Arguments[0]);
        Assert.Contains("SIMULATED market", (string)call.Arguments[1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_symbol_is_searched_for_and_the_first_match_is_taken_by_Enter()
    {
        var page = Render<ChartsPage>();
        page.Find(".symbol-button").Click();

        page.Find(".symbol-picker input").Input("relia");
        await page.InvokeAsync(() => Task.CompletedTask);
        page.Find(".symbol-picker input").KeyDown("Enter");

        page.WaitForAssertion(() => Assert.Equal("RELIANCE", Charts(page)[0].Symbol));
    }

    private static (string Symbol, int Seconds)[] Charts(RenderedComponent<ChartsPage> page) =>
        [.. page.FindComponents<ChartPanel>().Select(panel => (panel.Instrument.Symbol, panel.Timeframe.Seconds))];

    private void Keep(ChartsChoice choice) => Chosen["charts"] = choice.ToText();
}
