namespace TradingDesk.Tests.Browser;

/// <summary>The desk page against a real desk: it comes up live, moves, and does what a person asks of it.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed class DeskPageTests(BrowserFixture fixture)
{
    private const string Selected = ".watch-row[aria-selected=true]";

    [Fact]
    public async Task The_desk_comes_up_live_with_a_full_chart_and_without_a_console_error()
    {
        await using var session = await fixture.OpenDeskAsync();

        var candles = await session.ChartAsync("candles");

        Assert.InRange(candles, 100, 1_000);
        Assert.Equal(["PAPER", "SIMULATED"], await session.AskAsync<string[]>(
            "[...document.querySelectorAll('.top .mode-choice[aria-pressed=true], .top .badge')].slice(0, 2)"
            + ".map(sign => sign.textContent)"));
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task The_forming_candle_and_the_last_price_move()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.ChooseAsync("RELIANCE");
        var updates = await session.ChartAsync("updates");
        var close = await session.ChartAsync("close");
        var price = await session.TextAsync(".card-price .last");

        await session.UntilAsync($"Number(document.querySelector('.chart-canvas').dataset.updates) >= {updates + 5}");
        await session.UntilAsync($"Number(document.querySelector('.chart-canvas').dataset.close) !== {close}");
        await session.UntilAsync($"document.querySelector('.card-price .last').innerText !== '{price}'");

        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_click_on_the_watchlist_changes_the_chart()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.ChooseAsync("TCS");

        Assert.Contains("TCS", await session.TextAsync(Selected), StringComparison.Ordinal);
        Assert.Equal("Candles of TCS, 1m", await session.Page.Locator(".chart-canvas").GetAttributeAsync("aria-label"));
        Assert.InRange(await session.ChartAsync("candles"), 100, 1_000);
        var last = decimal.Parse((await session.TextAsync(".card-price .last")).Replace(",", "", StringComparison.Ordinal), null);
        Assert.InRange(await session.ChartAsync("close") / last, 0.97m, 1.03m);
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_timeframe_that_is_added_can_be_chosen_and_has_its_candles()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.Page.ClickAsync("[popovertarget=timeframes]");
        await session.Page.FillAsync("#timeframes input", "10m");
        await session.Page.ClickAsync("#timeframes [type=submit]");

        await session.Page.ClickAsync(".chart-panel .segment:text-is('10m')");
        await session.UntilAsync("document.querySelector('.chart-canvas').ariaLabel.endsWith(', 10m')");
        await session.UntilAsync("document.querySelector('.chart-body').dataset.state === 'shown'");

        Assert.InRange(await session.ChartAsync("candles"), 50, 1_000);
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_timeframe_that_cannot_be_is_refused_with_a_sentence_at_its_field()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.Page.ClickAsync("[popovertarget=timeframes]");
        await session.Page.FillAsync("#timeframes input", "7 bananas");
        await session.Page.PressAsync("#timeframes input", "Enter");

        await session.UntilAsync("document.querySelector('#timeframes input').getAttribute('aria-invalid') === 'true'");

        var answer = await session.Page.Locator("#timeframes input").GetAttributeAsync("aria-describedby");
        Assert.Contains("“7 bananas” is not one. Allowed:", await session.TextAsync($"#{answer}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_alone_finds_an_instrument()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.Page.Keyboard.PressAsync("/");
        await session.Page.Keyboard.TypeAsync("infy");
        await session.UntilAsync("document.querySelectorAll('.watch-row').length === 1");

        await session.Page.Keyboard.PressAsync("Enter");
        await session.UntilAsync("document.querySelector('.chart-panel h2').textContent === 'INFY'");
        await session.Page.Keyboard.TypeAsync("/");
        await session.UntilAsync("document.activeElement.value === 'infy/'");

        Assert.Contains("Nothing matches", await session.TextAsync(".watch .empty-state"), StringComparison.Ordinal);
        Assert.Empty(session.ConsoleErrors);
    }
}
