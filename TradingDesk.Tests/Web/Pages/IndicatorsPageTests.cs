using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>Nothing on the page is in force because it was typed: a draft is a draft until a snapshot says otherwise.</summary>
public sealed class IndicatorsPageTests : DeskPageContext
{
    private const string InForce = "SMA:9,SUPERTREND:10:3,RSI:14";

    [Fact]
    public void The_list_in_force_is_shown_in_words_and_as_it_is_written()
    {
        var page = Render<IndicatorsPage>();

        var rows = page.FindAll(".indicator-row .names").Select(row => row.Words);

        Assert.Equal(
            [
                "Simple moving average, period 9 SMA:9 overlay",
                "SuperTrend, period 10, multiplier 3 SUPERTREND:10:3 overlay",
                "Relative strength index, period 14 RSI:14 pane",
            ],
            rows);
        Assert.Null(page.TryFind(".changes"));
    }

    [Fact]
    public void An_added_indicator_is_a_draft_and_nothing_is_posted()
    {
        var page = Render<IndicatorsPage>();

        Add(page, "RSI", "21");

        Assert.Empty(Posted);
        Assert.Equal("Whole desk + RSI:21", page.Find(".changes .difference").Words);
        Assert.Contains("PREVIEW of the draft", page.Find(".preview").TextContent, StringComparison.Ordinal);
        Assert.Equal("3", page.Find("main").GetAttribute("data-version"));
    }

    [Fact]
    public void The_preview_is_computed_with_the_draft_and_goes_back_when_it_is_discarded()
    {
        var page = Render<IndicatorsPage>();

        Remove(page, "SMA:9");
        Button(page, ".changes", "Discard").Click();

        Assert.Equal([null, "SUPERTREND:10:3,RSI:14", null], Desk.HistoryLists);
        Assert.Null(page.TryFind(".changes"));
        Assert.Contains("version 3, in force", page.Find(".preview").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_asks_the_desk_with_the_version_the_draft_was_made_from()
    {
        var page = Render<IndicatorsPage>();
        Edit(page, "SMA:9", "12");

        page.Find("#change-note").Input("  slower ");
        page.Find(".apply").Submit();

        var asked = Assert.Single(Posted);
        Assert.Equal(new ChangeIndicators(3, "SMA:12,SUPERTREND:10:3,RSI:14", "slower"), asked.Command);
        Assert.Equal("tester", asked.Principal);
        Assert.Contains("The desk has taken the command.", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        Assert.True(Button(page, ".changes", "Apply to the desk").HasAttribute("disabled"));
    }

    [Fact]
    public void What_becomes_of_it_is_what_the_snapshots_say()
    {
        var page = Render<IndicatorsPage>();
        Edit(page, "SMA:9", "12");
        page.Find(".apply").Submit();

        Say(new IndicatorsInForce(3, InForce) { Warming = new IndicatorsWarming(4, "page", 12, 51) });
        page.WaitForAssertion(() => Assert.Contains("12 of 51", page.Find(".warming").TextContent, StringComparison.Ordinal));
        Say(new IndicatorsInForce(4, "SMA:12,SUPERTREND:10:3,RSI:14"));

        page.WaitForAssertion(() => Assert.Equal("Version 4 is in force.", page.Find(".outcome").TextContent));
        Assert.Null(page.TryFind(".apply"));
        Assert.Null(page.TryFind(".warming"));
        Assert.Contains("SMA:12", page.Find(".lists").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_keeps_the_draft_and_gives_the_desks_reason()
    {
        var page = Render<IndicatorsPage>();
        Remove(page, "SMA:9");
        page.Find(".apply").Submit();

        Desk.Current = Desk.Current with { Outcomes = [new CommandOutcome(1, false, "Version 4 is warming; try again after it.")] };
        Ticker.Turn();

        page.WaitForAssertion(() => Assert.Equal("Version 4 is warming; try again after it.", page.Find(".outcome.tone-bad").TextContent));
        Assert.False(Button(page, ".changes", "Apply to the desk").HasAttribute("disabled"));
    }

    [Fact]
    public void A_full_line_is_told_to_who_asked()
    {
        LineHasRoom = false;
        var page = Render<IndicatorsPage>();
        Remove(page, "SMA:9");

        page.Find(".apply").Submit();

        Assert.Contains("line is full", page.Find(".outcome.tone-bad").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_applies_is_shown_without_being_asked_for()
    {
        var page = Render<IndicatorsPage>();

        Say(new IndicatorsInForce(4, "EMA:50; 5m=RSI:7"));

        page.WaitForAssertion(() => Assert.Equal("4", page.Find("main").GetAttribute("data-version")));
        Assert.Contains("EMA:50", page.Find(".lists").TextContent, StringComparison.Ordinal);
        Assert.Contains("5m", page.Find(".scopes").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_moved_on_under_a_draft_stops_it_until_the_person_chose()
    {
        Desk.Versions.Add(new IndicatorVersion(4, "SMA:9", "api", FakeDeskView.Morning, ""));
        var page = Render<IndicatorsPage>();
        Edit(page, "SMA:9", "12");

        Say(new IndicatorsInForce(4, "SMA:9"));
        page.WaitForAssertion(() => Assert.NotNull(page.TryFind(".stale")));

        var words = page.Find(".stale p").Words;
        Assert.Equal(
            "Version 4 by api is in force since 10:00:00 IST; your draft is based on version 3. What they changed:", words);
        Assert.True(Button(page, ".changes", "Apply to the desk").HasAttribute("disabled"));
    }

    [Fact]
    public void Keeping_mine_goes_on_from_their_version()
    {
        var page = Render<IndicatorsPage>();
        Edit(page, "SMA:9", "12");
        Say(new IndicatorsInForce(4, "SMA:9"));
        page.WaitForAssertion(() => Assert.NotNull(page.TryFind(".stale")));

        Button(page, ".stale", "Keep mine").Click();
        page.Find(".apply").Submit();

        var change = Assert.IsType<ChangeIndicators>(Assert.Single(Posted).Command);
        Assert.Equal((4, "SMA:12,SUPERTREND:10:3,RSI:14"), (change.BasedOn, change.Lists));
    }

    [Fact]
    public void Taking_theirs_ends_the_draft()
    {
        var page = Render<IndicatorsPage>();
        Edit(page, "SMA:9", "12");
        Say(new IndicatorsInForce(4, "SMA:9"));
        page.WaitForAssertion(() => Assert.NotNull(page.TryFind(".stale")));

        Button(page, ".stale", "Take theirs").Click();

        Assert.Null(page.TryFind(".changes"));
        Assert.Equal("SMA:9", Assert.Single(page.FindAll(".indicator-row .spec")).TextContent);
    }

    [Fact]
    public void What_the_desk_objects_to_does_not_enter_the_draft()
    {
        Desk.Review = _ => new IndicatorReview("", ["RSI:14: stands in the list already"]);
        var page = Render<IndicatorsPage>();

        Add(page, "RSI", "14");

        Assert.Contains("RSI:14: stands in the list already.", page.Find(".indicator-form").TextContent, StringComparison.Ordinal);
        Assert.Null(page.TryFind(".changes"));
    }

    [Fact]
    public void The_order_can_be_changed_and_is_told_as_order_alone()
    {
        var page = Render<IndicatorsPage>();

        page.Find("[aria-label='Move RSI:14 up']").Click();

        Assert.Equal(["SMA:9", "RSI:14", "SUPERTREND:10:3"], page.FindAll(".indicator-row .spec").Select(spec => spec.TextContent));
        Assert.Contains("Only the order differs.", page.Find(".changes").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_starts_as_a_copy_and_can_be_dropped()
    {
        var page = Render<IndicatorsPage>();
        Button(page, ".scopes", "+ Override").Click();
        page.Find("#override-scope").Change("NSE:RELIANCE");
        page.Find(".override-form").Submit();
        var added = page.Find(".changes .difference").Words;

        Button(page, ".list-actions", "Drop this override").Click();

        Assert.Equal("NSE:RELIANCE + SMA:9 + SUPERTREND:10:3 + RSI:14", added);
        Assert.Null(page.TryFind(".changes"));
        Assert.Equal("true", page.FindAll(".scopes button")[0].GetAttribute("aria-pressed"));
    }

    [Fact]
    public void An_emptied_list_says_that_it_is_empty()
    {
        var page = Render<IndicatorsPage>();

        foreach (var spec in InForce.Split(',')) Remove(page, spec);

        Assert.Contains("The whole desk computes no indicator.", page.Find(".lists").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chosen_override_brings_its_instrument_into_the_preview()
    {
        Say(new IndicatorsInForce(4, "SMA:9; NSE:RELIANCE=RSI:14"));
        var page = Render<IndicatorsPage>();

        page.FindAll(".scopes button")[1].Click();

        Assert.StartsWith("RELIANCE", page.Find(".preview h2").Words, StringComparison.Ordinal);
        Assert.Contains("the list of NSE:RELIANCE", page.Find(".preview").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_changes_nothing_where_one_looks_says_so()
    {
        Say(new IndicatorsInForce(4, "SMA:9; NSE:NIFTY=RSI:14"));
        var page = Render<IndicatorsPage>();

        Edit(page, "SMA:9", "12");
        var onNifty = page.Find(".preview header").Words;
        page.Find(".rung-chooser select").Change("1");

        Assert.Contains("changes nothing here", onNifty, StringComparison.Ordinal);
        Assert.DoesNotContain("changes nothing here", page.Find(".preview header").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_instrument_has_its_own_preview()
    {
        var page = Render<IndicatorsPage>();

        page.Find(".rung-chooser select").Change("1");

        Assert.Equal("RELIANCE", ((ChartSetup)JSInterop.Of("createDeskChart.show")[^1].Arguments[0]!).Title);
        Assert.Contains("RELIANCE", page.Find(".values h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_that_cannot_be_read_says_why_and_can_be_tried_again()
    {
        Desk.History = (_, _) => Task.FromException<CandleHistory>(new IOException("The disk is away."));
        var page = Render<IndicatorsPage>();
        var words = page.Find(".preview [role=alert]").TextContent;

        Desk.History = (_, _) => Task.FromResult(CandleHistory.Empty);
        page.Find(".preview [role=alert] button").Click();

        Assert.Contains("The chart could not be made: The disk is away.", words, StringComparison.Ordinal);
        Assert.Contains("No 1m candle of NIFTY has closed yet.", page.Find(".preview").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_candle_joins_the_preview_without_drawing_it_anew()
    {
        List<CandleView> stored = [FakeDeskView.Candle(0, 100)];
        Desk.History = (_, _) => Task.FromResult(
            new CandleHistory(FakeDeskView.Columns, [.. stored], [.. stored.Select(_ => FakeDeskView.Values(null))]));
        var page = Render<IndicatorsPage>();

        stored.Add(FakeDeskView.Candle(1, 101));
        Close(1);

        page.WaitForAssertion(() => Assert.Single(JSInterop.Of("createDeskChart.settle")));
        Assert.Single(JSInterop.Of("createDeskChart.show"));
    }

    [Fact]
    public void A_preview_the_browser_never_confirmed_is_drawn_anew()
    {
        const string Show = "import.createDeskChart.show";
        JSInterop.SetupFailure(Show, new TaskCanceledException("The connection dropped."));
        Desk.History = (_, _) => Task.FromResult(
            new CandleHistory(FakeDeskView.Columns, [FakeDeskView.Candle(0, 100)], [FakeDeskView.Values(null)]));
        var page = Render<IndicatorsPage>();

        JSInterop.Restore(Show);
        Close(0);

        page.WaitForAssertion(() => Assert.Equal(2, JSInterop.Of("createDeskChart.show").Count));
    }

    [Fact]
    public void Before_the_engine_has_spoken_the_page_waits_in_words()
    {
        var full = Desk.Current;
        Desk.Current = DeskSnapshot.Empty;
        var page = Render<IndicatorsPage>();
        var waiting = page.Text;

        Desk.Current = full;
        Ticker.Turn();

        Assert.Contains("Waiting for the engine", waiting, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.NotNull(page.TryFind(".indicator-row")));
    }

    private void Say(IndicatorsInForce indicators)
    {
        Desk.Current = Desk.Current with { Number = Desk.Current.Number + 1, Indicators = indicators };
        Ticker.Turn();
    }

    private void Close(int candles)
    {
        Time.Advance(TimeSpan.FromSeconds(3));
        Desk.Rung = new RungReading(null, FakeDeskView.Columns, FakeDeskView.Values(1), FakeDeskView.Values(1)) { Candles = candles };
        Desk.Trade(FakeDeskView.NiftyIndex, 25_900);
        Ticker.Turn();
    }

    private static void Add(RenderedComponent<IndicatorsPage> page, string code, string number)
    {
        Button(page, ".list-actions", "+ Indicator").Click();
        page.Find(".indicator-picker input").Input(code);
        page.Find(".kind").Click();
        page.Find(".indicator-form input").Input(number);
        page.Find(".indicator-form").Submit();
    }

    private static void Edit(RenderedComponent<IndicatorsPage> page, string spec, string number)
    {
        page.Find($"[aria-label='Edit {spec}']").Click();
        page.Find(".indicator-form input").Input(number);
        page.Find(".indicator-form").Submit();
    }

    private static void Remove(RenderedComponent<IndicatorsPage> page, string spec) =>
        page.Find($"[aria-label='Remove {spec}']").Click();

    private static RenderedElement Button(RenderedComponent<IndicatorsPage> page, string within, string words) =>
        page.FindAll($"{within} button").First(button => button.TextContent == words);
}
