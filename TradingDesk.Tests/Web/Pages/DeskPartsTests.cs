using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The parts of the desk page say what the snapshot says, no more.</summary>
public sealed class DeskPartsTests : DeskPageContext
{
    [Fact]
    public void The_market_sign_counts_down_by_the_markets_clock()
    {
        var sign = Render<MarketPhaseSign>();

        var text = sign.Text;

        Assert.Contains("NSE OPEN", text, StringComparison.Ordinal);
        Assert.Contains("closes in 01:01:01", text, StringComparison.Ordinal);
        Assert.Null(sign.TryFind(".badge"));
    }

    [Fact]
    public void A_holiday_is_named_beside_the_phase_unless_a_part_of_the_exchange_trades_today()
    {
        var holiday = new MarketPartNow("NSE index", "Indices", "Closed", false, null, "Open") { Holiday = "Christmas" };
        ShowClosed(holiday, holiday);

        var everybody = Render<MarketPhaseSign>().Find(".phase").Words;
        ShowClosed(holiday, holiday with { Holiday = "" });
        var one = Render<MarketPhaseSign>().Find(".phase").Words;

        Assert.StartsWith("NSE CLOSED Christmas", everybody, StringComparison.Ordinal);
        Assert.DoesNotContain("Christmas", one, StringComparison.Ordinal);

        void ShowClosed(params MarketPartNow[] parts) => Desk.Current = Desk.Current with
        {
            Market = Desk.Current.Market with { Phase = MarketPhase.Closed, Main = parts[0], Parts = parts },
        };
    }

    [Fact]
    public void A_market_in_a_hurry_says_its_speed()
    {
        Desk.Current = Desk.Current with { Market = Desk.Current.Market with { Speed = 100, SpeedReached = 100 } };

        var sign = Render<MarketPhaseSign>();

        Assert.Equal("100x", sign.Find(".badge").TextContent);
    }

    [Fact]
    public void A_market_that_cannot_be_made_as_fast_as_asked_says_both_speeds()
    {
        Desk.Current = Desk.Current with { Market = Desk.Current.Market with { Speed = 1_000, SpeedReached = 412 } };

        var sign = Render<MarketPhaseSign>();

        Assert.Equal("412x of 1,000x", sign.Find(".badge").TextContent);
    }

    [Fact]
    public void The_clock_is_Indias_wall_time()
    {
        var clock = Render<MarketClock>();

        var text = clock.Text;

        Assert.Equal("10:00:00 IST", text);
    }

    [Fact]
    public void Only_known_indices_stand_in_the_strip()
    {
        var strip = Render<IndexStrip>();

        var index = Assert.Single(strip.FindAll(".index"));

        var words = index.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["NIFTY", "25,898.95", "▲", "+0.22%"], words);
    }

    [Fact]
    public void The_card_shows_the_day_with_its_change()
    {
        var card = Render<InstrumentCard>(p => p.Add(x => x.Instrument, Label(FakeDeskView.RelianceIndex)));

        var text = card.Text;

        Assert.Contains("1,404.30 −7.70 ▼ −0.55%", text, StringComparison.Ordinal);
        Assert.Contains("12,34,567", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_of_an_instrument_without_a_price_has_dashes()
    {
        var card = Render<InstrumentCard>(p => p.Add(x => x.Instrument, Label(FakeDeskView.CallIndex)));

        var price = card.Find(".card-price").TextContent;

        Assert.DoesNotContain("0.00", price, StringComparison.Ordinal);
        Assert.Contains("unconfirmed list", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_shows_five_levels_and_dashes_where_there_is_none()
    {
        DepthRow bid = new(Price.FromRupees(100), 50);
        DepthRow offer = new(Price.FromRupees(100.05m), 200);
        Desk.Depth = new DepthReading(FakeDeskView.Morning, [bid], [offer]);

        var panel = Render<DepthPanel>(p => p.Add(x => x.Instrument, Label(FakeDeskView.FutureIndex)));

        Assert.Equal(5, panel.FindAll("tbody tr").Count);
        Assert.Equal(["50", "100.00", "100.05", "200"], panel.FindAll("tbody tr:first-child td").Select(cell => cell.TextContent));
        Assert.Equal("--share:25%", panel.Find(".bid-quantity").GetAttribute("style"));
    }

    [Fact]
    public void An_index_has_no_depth_and_says_so()
    {
        var panel = Render<DepthPanel>(p => p.Add(x => x.Instrument, Label(FakeDeskView.NiftyIndex)));

        var state = panel.Find(".empty-state");

        Assert.Contains("An index", state.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_bar_names_a_store_that_struggles_with_its_sentence()
    {
        Desk.Current = Desk.Current with
        {
            Health = Desk.Current.Health with
            {
                CandleStore = new PartState(PartHealth.Struggling, "The disk is full.", 10, 300, 2),
                Faults = new FeedFaults(1, 2, 0, 0, 0, 0),
            },
        };

        var bar = Render<StatusBar>();

        string[] words = ["Candles struggling", "300 waiting", "2 lost", "The disk is full.", "Feed faults 3"];
        Assert.All(words, word => Assert.Contains(word, bar.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_banner_says_when_the_engine_stands_still_and_goes_when_it_moves()
    {
        var banner = Render<ConditionBanner>();
        Ticker.Turn();
        Time.Advance(TimeSpan.FromSeconds(6));
        for (var turn = 0; turn < 6; turn++) Ticker.Turn();
        banner.WaitForAssertion(() => Assert.Contains("stood still for 6 s", banner.Text, StringComparison.Ordinal));

        Desk.Current = Desk.Current with { Health = Desk.Current.Health with { EngineTime = FakeDeskView.Morning.PlusSeconds(1) } };
        for (var turn = 0; turn < 6; turn++) Ticker.Turn();

        banner.WaitForAssertion(() => Assert.Equal("", banner.Text));
    }

    [Fact]
    public void A_new_timeframe_is_asked_for_with_those_that_exist()
    {
        var form = Render<TimeframeForm>();
        form.Find("input").Input("10m");

        form.Find("form").Submit();

        var command = Assert.IsType<ChangeTimeframes>(Assert.Single(Posted).Command);
        Assert.Equal([new(60), new(300), new(3_600), Timeframe.Day, new(600)], command.Timeframes);
        Assert.Contains("10m: The desk has taken the command.", form.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7s", "Allowed: 1 to 59 seconds dividing 60")]
    [InlineData("", "Allowed: 1 to 59 seconds dividing 60")]
    [InlineData("5m", "builds 5m already")]
    public void A_timeframe_that_cannot_be_is_refused_in_words_at_the_field(string text, string answer)
    {
        var form = Render<TimeframeForm>();
        form.Find("input").Input(text);

        form.Find("form").Submit();

        Assert.Empty(Posted);
        Assert.Contains(answer, form.Find("#timeframe-answer").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", form.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void What_became_of_the_command_takes_the_receipts_place()
    {
        var form = Render<TimeframeForm>();
        form.Find("input").Input("10m");
        form.Find("form").Submit();

        Desk.Current = Desk.Current with { Outcomes = [new CommandOutcome(1, false, "The desk builds at most eight timeframes.")] };
        Ticker.Turn();

        form.WaitForAssertion(() => Assert.Equal("The desk builds at most eight timeframes.", form.Find(".tone-bad").TextContent));
    }

    [Fact]
    public void A_full_line_is_told_to_who_asked()
    {
        LineHasRoom = false;
        var form = Render<TimeframeForm>();
        form.Find("input").Input("10m");

        form.Find("form").Submit();

        Assert.Contains("line is full", form.Find(".tone-bad").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Timeframes_stand_in_order_with_the_names_traders_use()
    {
        var bar = Render<TimeframeBar>(p => p.Add(x => x.Value, Timeframe.Minute));

        var names = bar.FindAll(".segment").Select(button => button.TextContent);

        Assert.Equal(["1m", "5m", "1h", "1D"], names);
    }
}
