using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Watch;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The watchlist lists, filters, searches, and moves its choice by click and by key.</summary>
public sealed class WatchlistTests : DeskPageContext
{
    private InstrumentId _chosen = new(FakeDeskView.RelianceIndex);

    [Fact]
    public void Every_instrument_has_a_row_with_price_and_change()
    {
        var list = Show();

        var row = list.Find("#instrument-0");

        Assert.Equal(4, list.FindAll("[role=option]").Count);
        Assert.Contains("25,898.95", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("+0.22%", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instrument_without_a_price_shows_a_dash_and_an_unverified_one_says_so()
    {
        var list = Show();

        var row = list.Find("#instrument-3");

        Assert.Contains("–", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("[?]", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_without_a_tick_in_an_open_market_is_called_stale_and_since_when()
    {
        var quotes = Desk.Current.Quotes.All.ToArray();
        quotes[FakeDeskView.RelianceIndex] = quotes[FakeDeskView.RelianceIndex] with { IsStale = true };
        Desk.Current = Desk.Current with { Quotes = new(quotes) };

        var list = Show();

        Assert.Contains("stale", list.Find("#instrument-1").TextContent, StringComparison.Ordinal);
        Assert.Contains("No tick since 10:00:00", list.Find("#instrument-1").GetAttribute("title"), StringComparison.Ordinal);
        Assert.DoesNotContain("stale", list.Find("#instrument-0").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_of_a_simulated_market_stand_under_the_word()
    {
        var list = Show();

        var badge = list.Find(".panel-head .badge");

        Assert.Equal("SIMULATED", badge.TextContent);
    }

    [Fact]
    public void A_real_market_is_not_called_simulated()
    {
        Desk.Current = Desk.Current with { Market = Desk.Current.Market with { Simulated = false } };

        var list = Show();

        Assert.Null(list.TryFind(".badge"));
    }

    [Theory]
    [InlineData("reliance industries", 1)]
    [InlineData("NIFTY nfo", 2)]
    [InlineData("nothing such", 0)]
    public void A_search_finds_by_symbol_name_and_exchange(string text, int rows)
    {
        var list = Show();

        list.Find("input").Input(text);

        Assert.Equal(rows, list.FindAll("[role=option]").Count);
    }

    [Fact]
    public void Nothing_found_is_said_in_words()
    {
        var list = Show();

        list.Find("input").Input("zzz");

        Assert.Contains("Nothing matches “zzz”", list.Text, StringComparison.Ordinal);
        Assert.Equal("filtered", list.Find(".empty-state").GetAttribute("data-kind"));
    }

    [Fact]
    public void A_chip_shows_one_group()
    {
        var list = Show();

        list.FindAll(".filters button")[3].Click();

        var row = Assert.Single(list.FindAll("[role=option]"));
        Assert.Contains("NIFTY26JANFUT", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ArrowDown", FakeDeskView.FutureIndex)]
    [InlineData("ArrowUp", FakeDeskView.NiftyIndex)]
    [InlineData("End", FakeDeskView.CallIndex)]
    [InlineData("Enter", FakeDeskView.RelianceIndex)]
    public void Keys_move_the_choice(string key, int expected)
    {
        var list = Show();

        list.Find("[role=listbox]").KeyDown(key);

        Assert.Equal(expected, _chosen.Index);
    }

    [Fact]
    public void Enter_in_the_search_chooses_the_first_found()
    {
        var list = Show();
        list.Find("input").Input("ce");

        list.Find("input").KeyDown("Enter");

        Assert.Equal(FakeDeskView.RelianceIndex, _chosen.Index);
    }

    [Fact]
    public void A_trade_changes_its_own_row()
    {
        var list = Show();
        Ticker.Turn();

        Desk.Trade(FakeDeskView.NiftyIndex, 25_700);
        Ticker.Turn();

        list.WaitForAssertion(() => Assert.Contains("25,700.00", list.Find("#instrument-0").TextContent, StringComparison.Ordinal));
        Assert.True(list.Find("#instrument-0 .tone-down").TextContent.StartsWith('−'));
    }

    [Fact]
    public void A_list_of_ones_own_is_filled_by_search_and_kept()
    {
        var list = Show();

        list.FindAll(".watch-lists button")[1].Click();
        list.Find("input").Input("ce");
        list.Find("input").KeyDown("Enter");
        list.Find("input").Input("nifty");
        list.Find("#instrument-0 .row-tool").Click();
        list.Find("input").Input("");

        Assert.Equal(["instrument-1", "instrument-0"], list.FindAll("[role=option]").Select(row => row.GetAttribute("id")));
        Assert.Equal(2, WatchLists.Parse(Chosen["watchlists"]).Lists[0].Length);
    }

    [Fact]
    public void A_list_is_reordered_and_shortened_by_keys()
    {
        Chosen["watchlists"] = string.Join(',', Desk.Current.Quotes.All.Take(3).Select(quote => quote.Instrument.Key));
        var list = Show();
        list.FindAll(".watch-lists button")[1].Click();

        list.Find("[role=listbox]").KeyDown("ArrowUp", alt: true);
        Assert.Equal(["instrument-1", "instrument-0", "instrument-2"], Ids());

        list.Find("[role=listbox]").KeyDown("Delete");
        Assert.Equal(["instrument-0", "instrument-2"], Ids());

        IEnumerable<string?> Ids() => list.FindAll("[role=option]").Select(row => row.GetAttribute("id"));
    }

    [Fact]
    public void An_empty_list_says_how_to_fill_it_and_a_removed_one_is_gone()
    {
        var list = Show();
        list.FindAll(".watch-lists button")[1].Click();
        Assert.Contains("Search above and press Enter", list.Text, StringComparison.Ordinal);

        list.Find(".remove-list").Click();

        Assert.Equal(4, list.FindAll("[role=option]").Count);
        Assert.Equal("", Chosen["watchlists"]);
    }

    private RenderedComponent<Watchlist> Show() =>
        Render<Watchlist>(p => p.Add(x => x.Selected, _chosen).Add(x => x.SelectedChanged, id => _chosen = id));
}
