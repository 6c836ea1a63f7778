using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.Desk;

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

    private RenderedComponent<Watchlist> Show() =>
        Render<Watchlist>(p => p.Add(x => x.Selected, _chosen).Add(x => x.SelectedChanged, id => _chosen = id));
}
