using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.Charts;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>On the chart an indicator is added, edited and removed in the list that holds there; what came of it the desk says.</summary>
public sealed class ChartIndicatorsTests : DeskPageContext
{
    [Fact]
    public async Task One_that_is_added_joins_the_whole_desks_list()
    {
        var popover = Show();
        await popover.InvokeAsync(() => Do(popover.Instance.Add));
        popover.Find(".kind:has(strong)").Click();
        popover.Find("#chart-indicators-form-0").Input("21");

        popover.Find("form").Submit();

        var change = Asked();
        Assert.Equal((3, "SMA:9,SUPERTREND:10:3,RSI:14,RSI:21"), (change.BasedOn, change.Lists));
        Assert.Equal("RSI:21 added on the chart of NSE:NIFTY, 1m", change.Note);
        Assert.Contains("changes the whole desk's list", popover.Text, StringComparison.Ordinal);
        Assert.Contains("The desk has taken the command.", popover.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_edited_keeps_its_place()
    {
        var popover = Show();
        await popover.InvokeAsync(() => Do(() => popover.Instance.Edit("SMA:9")));
        var before = popover.Find("#chart-indicators-form-0").GetAttribute("value");
        popover.Find("#chart-indicators-form-0").Input("12");

        popover.Find("form").Submit();

        Assert.Equal("9", before);
        Assert.Equal("SMA:12,SUPERTREND:10:3,RSI:14", Asked().Lists);
    }

    [Theory]
    [InlineData("SMA:9,RSI:14; 1m=SMA:20,RSI:14", "SMA:9,RSI:14; 1m=SMA:20", "the list of 1m")]
    [InlineData("SMA:9,RSI:14; 1m=SMA:20; NSE:NIFTY=RSI:14,SMA:5", "SMA:9,RSI:14; 1m=SMA:20; NSE:NIFTY=SMA:5", "the list of NSE:NIFTY")]
    [InlineData("SMA:9,RSI:14; 5m=SMA:20", "SMA:9; 5m=SMA:20", "the whole desk's list")]
    public async Task One_that_is_removed_goes_from_the_list_that_holds_for_the_chart(string before, string after, string whose)
    {
        Desk.Current = Desk.Current with { Indicators = new IndicatorsInForce(8, before) };
        var popover = Show();
        await popover.InvokeAsync(() => Do(() => popover.Instance.AskRemoval("RSI:14")));
        var question = popover.Text;

        popover.Find(".primary").Click();

        Assert.Contains($"Remove RSI:14 from {whose}?", question, StringComparison.Ordinal);
        Assert.Equal((8, after), (Asked().BasedOn, Asked().Lists));
    }

    [Fact]
    public async Task A_list_the_desk_would_refuse_is_not_asked_for()
    {
        Desk.Review = _ => new IndicatorReview("", ["SMA:9: stands in the list twice"]);
        var popover = Show();
        await popover.InvokeAsync(() => Do(() => popover.Instance.Edit("RSI:14")));

        popover.Find("form").Submit();

        Assert.Empty(Posted);
        Assert.Equal("SMA:9: stands in the list twice", popover.Find(".indicator-form > .tone-bad").TextContent);
    }

    [Fact]
    public async Task One_that_somebody_removed_meanwhile_is_not_edited()
    {
        var popover = Show();
        await popover.InvokeAsync(() => Do(() => popover.Instance.Edit("RSI:14")));
        Desk.Current = Desk.Current with { Indicators = new IndicatorsInForce(4, "SMA:9") };

        popover.Find("form").Submit();

        Assert.Empty(Posted);
        Assert.Contains("RSI:14 is no longer in the whole desk's list.", popover.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_line_is_told()
    {
        LineHasRoom = false;
        var popover = await RemoveAsync();

        Assert.Contains("line is full", popover.Find("p.tone-bad").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_takes_the_receipts_place()
    {
        var popover = await RemoveAsync();

        Turn(Desk.Current with { Outcomes = [new CommandOutcome(1, false, "Version 4 is in force by now.")] });

        popover.WaitForAssertion(() => Assert.Equal("Version 4 is in force by now.", popover.Find("p.tone-bad").TextContent));
    }

    [Fact]
    public async Task Warming_is_said_until_the_new_list_is_in_force()
    {
        var popover = await RemoveAsync();

        Turn(Desk.Current with { Indicators = Desk.Current.Indicators with { Warming = new IndicatorsWarming(4, "page", 12, 148) } });
        popover.WaitForAssertion(() => Assert.Contains("Warming: 12 of 148 instruments.", popover.Text, StringComparison.Ordinal));
        Turn(Desk.Current with { Indicators = new IndicatorsInForce(4, "SMA:9,SUPERTREND:10:3") });

        popover.WaitForAssertion(() => Assert.Contains("In force as version 4.", popover.Text, StringComparison.Ordinal));
        Assert.Equal(["SMA:9", "SUPERTREND:10:3"], popover.FindAll(".chart-specs strong").Select(spec => spec.TextContent));
    }

    [Fact]
    public void The_legend_says_that_indicators_warm_and_for_how_many_instruments()
    {
        var sign = Render<WarmingSign>();
        var before = sign.Text;

        Turn(Desk.Current with { Indicators = Desk.Current.Indicators with { Warming = new IndicatorsWarming(4, "page", 12, 148) } });

        sign.WaitForAssertion(() => Assert.Equal("indicators warming 12 of 148", sign.Text));
        Assert.Equal("", before);
    }

    private RenderedComponent<ChartIndicators> Show() => Render<ChartIndicators>(
        p => p.Add(x => x.Subject, new ChartSubject(Label(FakeDeskView.NiftyIndex), Timeframe.Minute)));

    private async Task<RenderedComponent<ChartIndicators>> RemoveAsync()
    {
        var popover = Show();
        await popover.InvokeAsync(() => Do(() => popover.Instance.AskRemoval("RSI:14")));
        popover.Find(".primary").Click();
        return popover;
    }

    private ChangeIndicators Asked() => Assert.IsType<ChangeIndicators>(Assert.Single(Posted).Command);

    private void Turn(DeskSnapshot snapshot)
    {
        Desk.Current = snapshot;
        Ticker.Turn();
    }

    private static Task Do(Action work)
    {
        work();
        return Task.CompletedTask;
    }
}
