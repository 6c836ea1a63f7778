using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>Confirmed stands beside forming, a warm-up says how far it is, and flips are counted when a candle has closed.</summary>
public sealed class ValuesPanelTests : DeskPageContext
{
    private const string Kept = "localStorage.getItem";

    private int _counts;

    public ValuesPanelTests()
    {
        Desk.Rung = Reading(20, [25_010.25, 24_900.5, -1, 44.5], [25_000.5, 24_900.5, 1, 55.25]);
        Desk.Flips = _ =>
        {
            _counts++;
            return Task.FromResult<IReadOnlyList<FlipCount>>([new("SMA:9", 50, 12, 31), new("RSI:14", 50, 0, 0)]);
        };
    }

    [Fact]
    public void Confirmed_and_forming_stand_side_by_side_with_their_flips()
    {
        var panel = Show();

        Assert.Equal(
            [
                "SMA:9 25,000.50 ▲ 25,010.25 12 of 50 31",
                "SUPERTREND:10:3 value 24,900.50 24,900.50 – –",
                "SUPERTREND:10:3 direction up ▼ down – –",
                "RSI:14 55.25 ▼ 44.50 0 of 50 0",
            ],
            Rows(panel));
        Assert.Equal("Flips over the newest 50 closed candles.", panel.Find(".table-foot").TextContent);
    }

    [Fact]
    public void What_is_not_ready_says_how_far_its_warm_up_is()
    {
        Desk.Rung = Reading(12, [25_010.25, 24_900.5, 1, null], [25_000.5, 24_900.5, 1, null]);

        var panel = Show();

        Assert.Equal("RSI:14 warming up 12 of 15 0 of 50 0", Rows(panel)[^1]);
    }

    [Fact]
    public void A_hidden_indicator_stays_hidden_in_this_browser()
    {
        JSInterop.Setup(Kept, "RSI:14");
        var panel = Show();
        panel.WaitForAssertion(() => Assert.Equal(3, Rows(panel).Count));

        panel.FindAll(".chips button")[0].Click();

        Assert.Equal(2, Rows(panel).Count);
        var kept = Assert.Single(JSInterop.Of("localStorage.setItem")).Arguments[1];
        Assert.Equal("RSI:14,SMA:9", kept);
    }

    [Fact]
    public void A_filter_that_hides_everything_says_so_and_can_be_lifted()
    {
        JSInterop.Setup(Kept, "SMA:9,SUPERTREND:10:3,RSI:14");
        var panel = Show();
        panel.WaitForAssertion(() => Assert.Equal("filtered", panel.Find(".empty-state").GetAttribute("data-kind")));

        panel.Find(".empty-state button").Click();

        Assert.Equal(4, Rows(panel).Count);
    }

    [Fact]
    public void Flips_are_counted_anew_after_a_close_but_not_at_every_look()
    {
        var panel = Show();
        Close(21);
        Beat();
        var atOnce = _counts;

        Time.Advance(TimeSpan.FromSeconds(6));
        Beat();
        Beat();

        Assert.Equal(1, atOnce);
        panel.WaitForAssertion(() => Assert.Equal(2, _counts));
    }

    [Fact]
    public void Fewer_candles_with_seconds_are_said()
    {
        Desk.Flips = _ => Task.FromResult<IReadOnlyList<FlipCount>>([new("SMA:9", 7, 1, 2)]);

        var panel = Show();

        Assert.Equal("Flips over 7 closed candles; no more have their seconds stored.", panel.Find(".table-foot").TextContent);
    }

    [Fact]
    public void A_count_that_fails_says_why_and_is_tried_again_by_itself()
    {
        Desk.Flips = _ => Task.FromException<IReadOnlyList<FlipCount>>(new IOException("The store is locked."));
        var panel = Show();
        var words = panel.Find(".table-foot").TextContent;

        Desk.Flips = _ => Task.FromResult<IReadOnlyList<FlipCount>>([new("SMA:9", 50, 3, 4)]);
        Time.Advance(TimeSpan.FromSeconds(6));
        Beat();

        Assert.Contains("The store is locked.", words, StringComparison.Ordinal);
        panel.WaitForAssertion(() => Assert.Contains("3 of 50 4", Rows(panel)[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_timeframe_that_is_not_built_says_so()
    {
        Desk.Rung = null;

        var panel = Show();

        Assert.Contains("The desk does not build 1m now.", panel.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_indicators_says_so()
    {
        Desk.Rung = new RungReading(null, [], [], []);

        var panel = Show();

        Assert.Contains("No indicator is computed on NIFTY 1m.", panel.Text, StringComparison.Ordinal);
    }

    private static RungReading Reading(int candles, double?[] peeked, double?[] confirmed) =>
        new(FakeDeskView.Candle(2, 25_000), FakeDeskView.Columns, peeked, confirmed) { Candles = candles };

    private RenderedComponent<ValuesPanel> Show() => Render<ValuesPanel>(p => p
        .Add(x => x.Instrument, Label(FakeDeskView.NiftyIndex)).Add(x => x.Timeframe, Timeframe.Minute)
        .Add(x => x.InForce, Desk.Current.Indicators));

    private void Close(int candles) => Desk.Rung = Desk.Rung! with { Candles = candles };

    private void Beat()
    {
        for (var turn = 0; turn < 6; turn++) Ticker.Turn();
    }

    private static List<string> Rows(RenderedComponent<ValuesPanel> panel) =>
        [.. panel.FindAll("tbody tr").Select(row => row.Words)];
}
