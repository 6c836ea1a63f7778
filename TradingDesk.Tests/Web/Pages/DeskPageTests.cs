using TradingDesk.Engine.Observation;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The page joins its parts: the chosen row drives chart, card and depth.</summary>
public sealed class DeskPageTests : DeskPageContext
{
    [Fact]
    public void Wherever_a_price_stands_the_page_says_simulated()
    {
        var page = Render<DeskPage>();

        string[] places = [".top", ".watch", ".chart-panel", ".side"];

        Assert.All(places, place => Assert.Contains("SIMULATED", page.Find(place).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chosen_row_drives_the_chart_and_the_card()
    {
        var page = Render<DeskPage>();

        page.Find("#instrument-1").Click();

        Assert.Equal("NSE:RELIANCE", ((ChartSetup)JSInterop.Of("createDeskChart.show")[^1].Arguments[0]!).Title);
        Assert.Equal("RELIANCE", page.Find(".side [aria-label=Instrument] h2").TextContent);
        Assert.Equal("true", page.Find("#instrument-1").GetAttribute("aria-selected"));
    }

    [Fact]
    public void A_chosen_timeframe_drives_the_chart()
    {
        var page = Render<DeskPage>();

        page.FindAll("[aria-label=Timeframe] button")[2].Click();

        Assert.Equal(3_600, ((ChartSetup)JSInterop.Of("createDeskChart.show")[^1].Arguments[0]!).CandleSeconds);
    }

    [Fact]
    public void Before_the_engine_names_its_instruments_the_page_waits_in_words()
    {
        Desk.Current = DeskSnapshot.Empty;

        var page = Render<DeskPage>();

        Assert.Contains("Waiting for the engine", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SIMULATED", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_snapshot_fills_a_waiting_page()
    {
        var full = Desk.Current;
        Desk.Current = DeskSnapshot.Empty;
        var page = Render<DeskPage>();
        Ticker.Turn();

        Desk.Current = full;
        Ticker.Turn();

        page.WaitForAssertion(() => Assert.NotNull(page.TryFind("#instrument-0")));
        page.WaitForAssertion(() => Assert.Contains("SIMULATED", page.Find(".top").TextContent, StringComparison.Ordinal));
    }
}
