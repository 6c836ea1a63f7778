namespace TradingDesk.Tests.Browser;

/// <summary>Where things stand on a wide screen and on a phone.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed class PageLayoutTests(BrowserFixture fixture)
{
    /// <summary>Everything that scrolls or hides what does not fit into it; lists may, and what is only for the ear.</summary>
    private const string Overflowing =
        """
        [document.documentElement, document.body, ...document.querySelectorAll('.desk, .desk *')]
            .filter(element => !element.closest('.rows, .scopes, .chart-canvas, [popover], .sr'))
            .filter(element => element === document.documentElement || getComputedStyle(element).overflowY !== 'visible')
            .filter(element => element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0)
            .map(element => `${element.tagName}.${element.className} ${element.scrollHeight} in ${element.clientHeight}`)
        """;

    [Fact]
    public async Task A_phone_shows_a_chart_of_300_pixels_and_never_scrolls_sideways()
    {
        await using var session = await fixture.OpenDeskAsync(DeskLook.Phone);

        var chart = await session.AskAsync<double>("document.querySelector('.chart-canvas').getBoundingClientRect().height");
        var watchlistWidth = await session.AskAsync<int>("document.documentElement.scrollWidth");
        await session.Page.ClickAsync(".mobile-tabs .segment[aria-pressed=false]");
        await session.Page.WaitForSelectorAsync(".side .card-price", new() { State = Microsoft.Playwright.WaitForSelectorState.Visible });
        var instrumentWidth = await session.AskAsync<int>("document.documentElement.scrollWidth");

        Assert.InRange(chart, 300, 844);
        Assert.Equal((390, 390), (watchlistWidth, instrumentWidth));
    }

    [Fact]
    public async Task Targets_on_a_phone_are_as_large_as_a_finger()
    {
        await using var session = await fixture.OpenDeskAsync(DeskLook.Phone);

        var small = await session.AskAsync<string[]>(
            """
            [...document.querySelectorAll('button, input, .watch-row')].filter(target => target.checkVisibility())
                .map(target => [target, target.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 24)
                .map(([target, box]) => `${target.className} ${target.textContent.trim()} ${box.width} x ${box.height}`)
            """);

        Assert.Empty(small);
    }

    [Fact]
    public async Task The_indicators_page_never_scrolls_sideways_on_a_phone_and_its_targets_are_as_large_as_a_finger()
    {
        await using var session = await fixture.OpenIndicatorsAsync(DeskLook.Phone);
        await session.Page.ClickAsync(".list-actions .primary");
        await session.Page.ClickAsync(".kind:has(strong:text-is('ICHIMOKU'))");
        await session.Page.ClickAsync(".indicator-form [type=submit]");
        await session.Page.WaitForSelectorAsync(".apply");

        var small = await session.AskAsync<string[]>(
            """
            [...document.querySelectorAll('button, input, select, .page-link')].filter(target => target.checkVisibility())
                .map(target => [target, target.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 24)
                .map(([target, box]) => `${target.className} ${target.textContent.trim()} ${box.width} x ${box.height}`)
            """);

        Assert.Empty(small);
        Assert.Equal(390, await session.AskAsync<int>("document.documentElement.scrollWidth"));
        Assert.InRange(await session.AskAsync<double>("document.querySelector('.chart-canvas').getBoundingClientRect().height"), 250, 844);
    }

    [Fact]
    public async Task The_market_page_never_scrolls_sideways_on_a_phone_and_its_targets_are_as_large_as_a_finger()
    {
        await using var session = await fixture.OpenMarketAsync(DeskLook.Phone);
        await session.Page.FillAsync(".stepper input", "2026-08-04");
        await session.Page.ClickAsync(".calendar-changes .quiet");
        await session.Page.WaitForSelectorAsync(".calendar-form");
        await session.Page.WaitForSelectorAsync(".phases");

        var small = await session.AskAsync<string[]>(
            """
            [...document.querySelectorAll('button, input:not([type=checkbox]), select, .page-link')]
                .filter(target => target.checkVisibility())
                .map(target => [target, target.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 24)
                .map(([target, box]) => `${target.className} ${target.textContent.trim()} ${box.width} x ${box.height}`)
            """);

        Assert.Empty(small);
        Assert.Equal(390, await session.AskAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task The_wide_market_page_shows_the_week_a_plain_day_and_an_instrument_s_own_without_scrolling()
    {
        await using var session = await fixture.OpenMarketAsync();

        await session.Page.FillAsync(".stepper input", "2026-08-04");
        await session.Page.WaitForSelectorAsync(".phases");
        await session.Page.WaitForSelectorAsync(".quality li");

        var cut = await session.AskAsync<string[]>(
            """
            [...document.querySelectorAll('.market-main, .market-side, .market-main .panel, .own-day')]
                .filter(part => part.scrollHeight > part.clientHeight + 1 || part.getBoundingClientRect().bottom > innerHeight - 24)
                .map(part => `${part.className} ${part.scrollHeight} in ${part.clientHeight}`)
            """);
        Assert.Empty(cut);
        Assert.Equal((1440, 900), (await session.AskAsync<int>("document.documentElement.scrollWidth"),
            await session.AskAsync<int>("document.documentElement.scrollHeight")));
    }

    [Fact]
    public async Task The_wide_indicators_page_scrolls_nothing_but_lists()
    {
        await using var session = await fixture.OpenIndicatorsAsync();

        var overflowing = await session.AskAsync<string[]>(Overflowing);

        Assert.Empty(overflowing);
        Assert.Equal((1440, 900), (await session.AskAsync<int>("document.documentElement.scrollWidth"),
            await session.AskAsync<int>("document.documentElement.scrollHeight")));
    }

    [Fact]
    public async Task A_wide_screen_scrolls_nothing_but_lists()
    {
        await using var session = await fixture.OpenDeskAsync();

        var overflowing = await session.AskAsync<string[]>(Overflowing);

        Assert.Empty(overflowing);
        Assert.Equal((1440, 900), (await session.AskAsync<int>("document.documentElement.scrollWidth"),
            await session.AskAsync<int>("document.documentElement.scrollHeight")));
        Assert.True(await session.AskAsync<bool>("(list => list.scrollHeight > list.clientHeight)(document.querySelector('.rows'))"));
    }
}
