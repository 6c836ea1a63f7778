using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Chart;

namespace TradingDesk.Tests.Web.Components;

/// <summary>The chart hands rows to the browser as bare arrays and asks for older ones.</summary>
public sealed class CandleChartTests : ComponentTestContext
{
    private static readonly ChartSetup _setup = new("NIFTY", 60, 2, HasVolume: true, []);

    [Fact]
    public void It_draws_only_after_the_browser_made_its_surface()
    {
        var ready = 0;

        var chart = Render<CandleChart>(p => p.Add(x => x.Label, "NIFTY").Add(x => x.OnReady, () => ready++));

        Assert.Equal(1, ready);
        Assert.True(chart.Instance.IsReady);
        Assert.Equal("./lib/chart.js", JSInterop.Of("import")[0].Arguments[0]);
    }

    [Fact]
    public async Task An_update_is_one_call_with_one_row()
    {
        var chart = Render<CandleChart>(p => p.Add(x => x.Label, "NIFTY"));
        var row = new ChartRow(60, new ChartCandle(1, 3, 0.5m, 2, 100, 7, "gap", Forming: true), [1.5, null]);

        await chart.InvokeAsync(() => chart.Instance.UpdateAsync(row));

        var call = Assert.Single(JSInterop.Of("createDeskChart.update"));
        Assert.Equal<object?>([60L, 1m, 3m, 0.5m, 2m, 100L, 7, "gap", 1, 1.5, null], (object?[])call.Arguments[0]!);
    }

    [Fact]
    public async Task A_show_carries_the_setup_and_all_rows()
    {
        var chart = Render<CandleChart>(p => p.Add(x => x.Label, "NIFTY"));
        var rows = Enumerable.Range(0, 2).Select(start => new ChartRow(start, new ChartCandle(1, 1, 1, 1, 0, 1, "", Forming: false), []));

        await chart.InvokeAsync(() => chart.Instance.ShowAsync(_setup, rows));

        var call = Assert.Single(JSInterop.Of("createDeskChart.show"));
        Assert.Same(_setup, call.Arguments[0]);
        Assert.Equal(2, ((object?[][])call.Arguments[1]!).Length);
    }

    [Fact]
    public async Task Scrolling_back_asks_for_older_candles()
    {
        var wanted = 0;
        var chart = Render<CandleChart>(p => p.Add(x => x.Label, "NIFTY").Add(x => x.OnOlderWanted, () => wanted++));

        await chart.InvokeAsync(chart.Instance.OlderWantedAsync);

        Assert.Equal(1, wanted);
    }
}
