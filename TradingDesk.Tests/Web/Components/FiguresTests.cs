using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Components.Controls;

namespace TradingDesk.Tests.Web.Components;

/// <summary>Progress and heat maps say in words what they show in colour.</summary>
public sealed class FiguresTests : ComponentTestContext
{
    [Theory]
    [InlineData(134, "42% · 14 Mar · 2 min 14 s left")]
    [InlineData(9, "42% · 14 Mar · 9 s left")]
    [InlineData(7_500, "42% · 14 Mar · 2 h 5 min left")]
    public void Known_progress_says_how_far_where_and_how_long(int seconds, string text)
    {
        var bar = Render<ProgressBar>(p => p.Add(x => x.Id, "b").Add(x => x.Label, "Backtest").Add(x => x.Percent, 42)
            .Add(x => x.Detail, "14 Mar").Add(x => x.Left, TimeSpan.FromSeconds(seconds)));

        Assert.Equal(text, bar.Find(".progress-text").TextContent);
        Assert.Equal(("42", "Backtest"), (bar.Find("progress").GetAttribute("value"), bar.Find("progress").GetAttribute("aria-label")));
    }

    [Fact]
    public void Unknown_progress_has_no_value_and_claims_none()
    {
        var bar = Render<ProgressBar>(p => p.Add(x => x.Id, "b").Add(x => x.Label, "Reading"));

        Assert.False(bar.Find("progress").HasAttribute("value"));
        Assert.Equal("", bar.Find(".progress-text").TextContent);
    }

    [Fact]
    public void A_cancel_is_asked_for_once()
    {
        var asked = 0;
        var bar = Render<ProgressBar>(p => p.Add(x => x.Id, "b").Add(x => x.Label, "Backtest").Add(x => x.OnCancel, () => asked++));

        bar.Find("button").Click();

        Assert.Equal(1, asked);
        Assert.True(bar.Find("button").HasAttribute("disabled"));
        Assert.Equal("Cancelling ...", bar.Find("button").TextContent);
    }

    [Fact]
    public void A_heat_map_s_figures_stand_in_its_cells_and_colour_only_says_how_far()
    {
        var map = Render<HeatMap>(p => p.Add(x => x.Label, "Months").Add(x => x.Columns, ["Jan", "Feb", "Mar"])
            .Add(x => x.Rows, [new HeatRow("2026", [new(4, "+4.00"), new(-2, "−2.00"), new(null, "–")])]));

        var cells = map.FindAll("td");

        Assert.Equal(["+4.00", "−2.00", "–"], cells.Select(cell => cell.TextContent));
        Assert.Equal([("up", "--heat:1"), ("down", "--heat:0.5"), (null, null)],
            cells.Select(cell => (cell.GetAttribute("data-way"), cell.GetAttribute("style"))));
        Assert.Equal("2026", map.Find("th[scope=row]").TextContent);
    }

    [Fact]
    public void A_heat_map_of_nothing_but_zeros_has_no_colour()
    {
        var map = Render<HeatMap>(p => p.Add(x => x.Label, "Months").Add(x => x.Columns, ["Jan"])
            .Add(x => x.Rows, [new HeatRow("2026", [new(0, "0.00")])]));

        Assert.False(map.Find("td").HasAttribute("style"));
        Assert.False(map.Find("td").HasAttribute("data-way"));
    }
}
