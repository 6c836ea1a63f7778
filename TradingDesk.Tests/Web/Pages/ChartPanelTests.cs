using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Charts;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The chart reads history once, follows the forming candle, and settles each closed candle by the store's word.</summary>
public sealed class ChartPanelTests : DeskPageContext
{
    private static readonly IndicatorColumn[] _fewer = [FakeDeskView.Columns[0]];

    private readonly List<CandleView> _stored = [FakeDeskView.Candle(0, 100), FakeDeskView.Candle(1, 101)];

    public ChartPanelTests() => Desk.History = (count, before) => Task.FromResult(Stored(count, before));

    [Fact]
    public void History_is_shown_and_the_forming_candle_follows_it()
    {
        Desk.Rung = Forming(2, 102);

        var panel = Show();

        Assert.Equal([0, 1], Starts("show", 1));
        Assert.Equal(2, StartOf(Assert.Single(JSInterop.Of("createDeskChart.update"))));
        Assert.Equal("shown", panel.Find(".chart-body").GetAttribute("data-state"));
    }

    [Fact]
    public void An_unchanged_forming_candle_is_not_sent_again()
    {
        Desk.Rung = Forming(2, 102);
        Show();
        Ticker.Turn();

        Desk.Trade(FakeDeskView.NiftyIndex, 1);
        Ticker.Turn();

        Assert.Single(JSInterop.Of("createDeskChart.update"));
    }

    [Fact]
    public void A_moving_forming_candle_is_one_call_each_time()
    {
        Desk.Rung = Forming(2, 102);
        var panel = Show();

        Move(Forming(2, 103));

        panel.WaitForAssertion(() => Assert.Equal(2, JSInterop.Of("createDeskChart.update").Count));
    }

    [Fact]
    public async Task A_chart_that_is_hidden_is_told_nothing_and_its_newest_candle_when_it_is_seen_again()
    {
        Desk.Rung = Forming(2, 102);
        var panel = Show();
        var chart = panel.FindComponents<CandleChart>()[0];
        await panel.InvokeAsync(() => chart.ShownChangedAsync(false));

        Move(Forming(2, 103));
        Move(Forming(2, 104));
        await panel.InvokeAsync(() => Task.CompletedTask);
        var whileHidden = JSInterop.Of("createDeskChart.update").Count;
        await panel.InvokeAsync(() => chart.ShownChangedAsync(true));

        Assert.Equal(1, whileHidden);
        Assert.Equal(2, JSInterop.Of("createDeskChart.update").Count);
        Assert.Single(JSInterop.Of("createDeskChart.show"));
    }

    [Fact]
    public async Task A_chart_that_was_hidden_for_long_is_shown_anew()
    {
        Desk.Rung = Forming(2, 102);
        var panel = Show();
        var chart = panel.FindComponents<CandleChart>()[0];
        await panel.InvokeAsync(() => chart.ShownChangedAsync(false));

        Move(Forming(60, 103));
        await panel.InvokeAsync(() => chart.ShownChangedAsync(true));

        Assert.Equal(2, JSInterop.Of("createDeskChart.show").Count);
    }

    [Fact]
    public void A_closed_candle_is_settled_without_reading_the_history_anew()
    {
        Desk.Rung = Forming(2, 102);
        var panel = Show();

        _stored.Add(FakeDeskView.Candle(2, 102.5m));
        Move(Forming(3, 104));

        panel.WaitForAssertion(() => Assert.Equal([2], Starts("settle", 0)));
        Assert.Single(JSInterop.Of("createDeskChart.show"));
        Assert.Equal(3, StartOf(JSInterop.Of("createDeskChart.update")[^1]));
    }

    [Fact]
    public void A_store_that_comes_late_settles_on_a_later_look()
    {
        Desk.Rung = Forming(2, 102);
        var panel = Show();
        Move(Forming(3, 104));
        panel.WaitForAssertion(() => Assert.Equal(2, JSInterop.Of("createDeskChart.update").Count));

        _stored.Add(FakeDeskView.Candle(2, 102.5m));
        Move(Forming(3, 105));

        panel.WaitForAssertion(() => Assert.Equal([2], Starts("settle", 0)));
    }

    [Fact]
    public void A_store_that_cannot_be_read_at_a_close_leaves_the_page_alive_and_is_asked_again()
    {
        Desk.Rung = Forming(2, 102);
        var panel = Show();
        Desk.History = (_, _) => Task.FromException<CandleHistory>(new IOException("The stored candles cannot be read: locked."));
        Move(Forming(3, 104));

        _stored.Add(FakeDeskView.Candle(2, 102.5m));
        Desk.History = (count, before) => Task.FromResult(Stored(count, before));
        Move(Forming(3, 105));

        panel.WaitForAssertion(() => Assert.NotEmpty(JSInterop.Of("createDeskChart.settle")));
        Assert.Equal("shown", panel.Find(".chart-body").GetAttribute("data-state"));
    }

    [Fact]
    public void A_forming_candle_older_than_the_history_is_not_drawn_over_it()
    {
        Desk.Rung = Forming(1, 999);

        Show();

        Assert.Empty(JSInterop.Of("createDeskChart.update"));
    }

    [Fact]
    public void Without_candles_the_page_says_when_the_first_will_come()
    {
        _stored.Clear();

        var panel = Show();

        Assert.Equal("empty", panel.Find(".empty-state").GetAttribute("data-kind"));
        Assert.Contains("No 1m candle of NIFTY yet", panel.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_forming_candle_ends_the_emptiness()
    {
        _stored.Clear();
        var panel = Show();

        Move(Forming(0, 100));

        panel.WaitForAssertion(() => Assert.Null(panel.TryFind(".empty-state")));
    }

    [Fact]
    public void A_reading_on_its_way_is_shown_as_loading()
    {
        Desk.History = (_, _) => new TaskCompletionSource<CandleHistory>().Task;

        var panel = Show();

        Assert.Equal("loading", panel.Find(".empty-state").GetAttribute("data-kind"));
    }

    [Fact]
    public void A_failed_reading_can_be_tried_again()
    {
        Desk.History = (_, _) => Task.FromException<CandleHistory>(new IOException("The disk is away."));
        var panel = Show();
        var words = panel.Text;

        Desk.History = (count, before) => Task.FromResult(Stored(count, before));
        panel.Find(".empty-state button").Click();

        Assert.Contains("could not be read: The disk is away.", words, StringComparison.Ordinal);
        Assert.Null(panel.TryFind(".empty-state"));
    }

    [Fact]
    public void Another_instrument_has_its_history_read()
    {
        var panel = Show();

        panel.SetParametersAndRender(p => p.Add(x => x.Instrument, Label(FakeDeskView.RelianceIndex))
            .Add(x => x.Timeframe, Timeframe.Minute));

        var setups = JSInterop.Of("createDeskChart.show").Select(call => (ChartSetup)call.Arguments[0]!).ToArray();
        Assert.Equal(["NSE:NIFTY", "NSE:RELIANCE"], setups.Select(setup => setup.Title));
        Assert.Equal([false, true], setups.Select(setup => setup.HasVolume));
    }

    [Fact]
    public async Task Scrolling_back_brings_the_page_before_the_oldest()
    {
        var panel = Show();
        Instant? asked = null;
        Desk.History = (_, before) =>
        {
            asked = before;
            return Task.FromResult(CandleHistory.Empty);
        };

        await panel.InvokeAsync(panel.FindComponents<CandleChart>()[0].OlderWantedAsync);

        Assert.Equal(FakeDeskView.Candle(1, 1).Start, asked);
        Assert.Empty(Starts("prepend", 0));
    }

    [Fact]
    public void A_call_the_browser_never_confirmed_shows_the_chart_anew()
    {
        const string Update = "import.createDeskChart.update";
        Desk.Rung = Forming(2, 102);
        var panel = Show();
        JSInterop.SetupFailure(Update, new TaskCanceledException("The connection dropped."));
        Move(Forming(2, 103));

        JSInterop.Restore(Update);
        for (var look = 0; look < 16; look++) Move(Forming(2, 104 + look));

        panel.WaitForAssertion(() => Assert.Equal(2, JSInterop.Of("createDeskChart.show").Count));
    }

    [Fact]
    public void How_each_output_is_drawn_reaches_the_browser()
    {
        Show();

        var columns = ((ChartSetup)JSInterop.Of("createDeskChart.show")[0].Arguments[0]!).Columns;

        Assert.Equal(["line", "line", "colour", "line"], columns.Select(column => column.Look));
        Assert.Equal<double>([30, 70], columns[3].Guides);
        Assert.Equal([9, 10, 10, 15], columns.Select(column => column.WarmUp));
    }

    [Fact]
    public void Other_indicators_are_drawn_on_the_same_chart_with_as_many_candles()
    {
        Desk.Rung = Forming(2, 102);
        var panel = Show();
        var asked = 0;
        Desk.History = (count, before) =>
        {
            asked = count;
            return Task.FromResult(Stored(count, before) with { Columns = _fewer });
        };

        Move(Forming(2, 103) with { Columns = _fewer, Peeked = [1], Confirmed = [1] });

        panel.WaitForAssertion(() => Assert.Equal(2, JSInterop.Of("createDeskChart.show").Count));
        var setups = JSInterop.Of("createDeskChart.show").Select(call => (ChartSetup)call.Arguments[0]!).ToArray();
        Assert.Equal(setups[0].Title, setups[1].Title);
        Assert.Equal("SMA:9", Assert.Single(setups[1].Columns).Name);
        Assert.InRange(asked, 500, 5_000);
    }

    [Fact]
    public void What_is_drawn_stays_until_the_other_indicators_were_read()
    {
        Desk.Rung = Forming(2, 102);
        var panel = Show();
        var reads = 0;
        Desk.History = (_, _) =>
        {
            reads++;
            return new TaskCompletionSource<CandleHistory>().Task;
        };

        Move(Forming(2, 103) with { Columns = _fewer, Peeked = [1], Confirmed = [1] });
        Move(Forming(2, 104) with { Columns = _fewer, Peeked = [1], Confirmed = [1] });

        panel.WaitForAssertion(() => Assert.Equal(1, reads));
        Assert.Equal("shown", panel.Find(".chart-body").GetAttribute("data-state"));
        Assert.Single(JSInterop.Of("createDeskChart.update"));
    }

    [Fact]
    public void An_indicator_that_is_not_ready_has_its_progress_told_once_a_candle()
    {
        var cold = Forming(2, 102) with { Peeked = FakeDeskView.Values(null), Candles = 7 };
        Desk.Rung = cold;
        var panel = Show();

        Move(cold with { Forming = FakeDeskView.Candle(2, 103) });
        Move(Forming(3, 104) with { Candles = 9 });

        panel.WaitForAssertion(() => Assert.Equal(
            new object?[] { 7, null }, JSInterop.Of("createDeskChart.progress").Select(call => call.Arguments[0])));
    }

    [Fact]
    public async Task The_legends_tools_lead_to_the_popover()
    {
        var panel = Show();
        var chart = panel.FindComponents<CandleChart>()[0];

        await panel.InvokeAsync(() => chart.EditWantedAsync("SMA:9"));
        var edited = panel.Find(".chart-indicators form").GetAttribute("aria-label");
        await panel.InvokeAsync(() => chart.RemoveWantedAsync("RSI:14"));

        Assert.Equal("Simple moving average, SMA", edited);
        Assert.Equal("Remove RSI:14", panel.Find(".chart-indicators .primary").TextContent);
        Assert.Equal("chart-indicators", JSInterop.Of("createDeskChart")[0].Arguments[^1]);
    }

    [Fact]
    public async Task What_this_browser_hides_can_be_shown_from_the_list()
    {
        var panel = Show();
        await panel.InvokeAsync(() => panel.FindComponents<CandleChart>()[0].StandingChangedAsync(["SMA:9"], ["RSI:14"]));
        panel.Find(".list-indicators").Click();

        var words = panel.FindAll(".chart-specs li button:first-of-type").Select(button => button.TextContent).ToArray();
        panel.Find(".chart-specs li button").Click();

        Assert.Equal(["Show", "Hide", "Unfold"], words);
        Assert.Equal("SMA:9", Assert.Single(JSInterop.Of("createDeskChart.toggle")).Arguments[0]);
    }

    private RenderedComponent<ChartPanel> Show() =>
        Render<ChartPanel>(p => p.Add(x => x.Instrument, Label(FakeDeskView.NiftyIndex)).Add(x => x.Timeframe, Timeframe.Minute));

    private void Move(RungReading rung)
    {
        Desk.Rung = rung;
        Desk.Trade(FakeDeskView.NiftyIndex, rung.Forming!.Close.Rupees);
        Ticker.Turn();
    }

    private static RungReading Forming(int minute, decimal close) => new(
        FakeDeskView.Candle(minute, close), FakeDeskView.Columns, FakeDeskView.Values(1), FakeDeskView.Values(1));

    private CandleHistory Stored(int count, Instant? before)
    {
        var candles = _stored.Where(candle => before is not { } limit || candle.Start < limit).TakeLast(count).ToList();
        return new CandleHistory(FakeDeskView.Columns, candles, [.. candles.Select(_ => FakeDeskView.Values(null))]);
    }

    private int[] Starts(string call, int argument) =>
        [.. ((object?[][])Assert.Single(JSInterop.Of($"createDeskChart.{call}")).Arguments[argument]!).Select(MinuteOf)];

    private static int StartOf(JsInvocation call) => MinuteOf((object?[])call.Arguments[0]!);

    private static int MinuteOf(object?[] row) => (int)(((long)row[0]! - FakeDeskView.Morning.UnixSeconds) / 60);
}
