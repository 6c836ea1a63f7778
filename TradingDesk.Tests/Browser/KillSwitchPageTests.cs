using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>The kill switch in a real browser: by keyboard, flat, latched through a reload and a kill -9, let go.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class KillSwitchPageTests(BrowserFixture fixture)
{
    private const string IsOpen = "document.getElementById('kill-dialog')?.open === true";
    private const string IsKilled = "document.querySelector('.kill-banner') !== null";

    private const string Small =
        """
        [...document.querySelectorAll('button, input, select, .page-link')].filter(target => target.checkVisibility())
            .map(target => [target, target.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 24)
            .map(([target, box]) => `${target.className} ${target.textContent.trim()} ${box.width} x ${box.height}`)
        """;

    [Fact]
    public async Task A_desk_is_killed_flat_stays_killed_and_is_armed_again()
    {
        await using var desk = await OwnDesk.OpenAsync(await fixture.BrowserAsync(), "--MARKET_SPEED", "60");
        var (session, page) = (desk.Session, desk.Session.Page);
        await BuyAsync(session);

        await page.Locator("body").PressAsync("Shift+K");
        await page.Locator("body").PressAsync("Shift+K");
        await session.UntilAsync(IsOpen);
        await session.UntilAsync("document.querySelector('.kill-effects').innerText.includes('1 position closed')");
        await page.FillAsync("#kill-reason", "a test of the switch");
        await page.ClickAsync(".kill-dialog .kill-button");
        await session.UntilAsync(IsKilled);
        Assert.Contains("a test of the switch", await session.TextAsync(".kill-banner"), StringComparison.Ordinal);

        await page.ClickAsync(".kill-dialog a");
        await session.UntilAsync("document.querySelector('.kill-report')?.dataset.stage === 'Done'", TimeSpan.FromSeconds(60));
        Assert.Equal("Flat", await page.GetAttributeAsync(".killed-position", "data-outcome"));
        await page.ReloadAsync();
        await session.UntilAsync(IsKilled);
        await desk.RestartAsync();
        await page.ReloadAsync();
        await session.UntilAsync(IsKilled);

        await page.FillAsync("#rearm-desk", "it has been looked at");
        await page.ClickAsync(".rearm-form .button");
        await page.ClickAsync(".rearm-form .sure");
        await session.UntilAsync($"!({IsKilled})");
        Assert.Equal("not latched", await session.TextAsync(".kill-panel .badge"));
    }

    [Fact]
    public async Task A_letter_typed_in_a_field_never_opens_it_and_a_lost_desk_says_that_it_cannot_kill()
    {
        await using var desk = await OwnDesk.OpenAsync(await fixture.BrowserAsync());
        var (session, page) = (desk.Session, desk.Session.Page);
        await page.FocusAsync("[data-search]");
        await page.Keyboard.PressAsync("Shift+K");
        await page.Keyboard.PressAsync("Shift+K");
        Assert.False(await session.AskAsync<bool>(IsOpen));
        await page.ClickAsync(".kill-open");
        await session.UntilAsync(IsOpen);

        desk.Process.Send(ProcessSignal.Stop);
        try
        {
            await session.UntilAsync("document.getElementById('kill-dialog').inert", TimeSpan.FromSeconds(10));
            Assert.Contains("nothing can be killed from this page", await session.TextAsync(".kill-lost"), StringComparison.Ordinal);
        }
        finally
        {
            desk.Process.Send(ProcessSignal.Continue);
        }

        await session.UntilAsync("!document.getElementById('kill-dialog').inert");
        await session.UntilAsync($"!({IsKilled})");
    }

    [Fact]
    public async Task The_dialog_and_the_page_of_risk_fit_a_phone_and_a_finger()
    {
        await using var session = await DeskSession.OpenBareAsync(
            await fixture.BrowserAsync(), $"{await fixture.AddressAsync()}/risk", DeskLook.Phone);
        await session.Page.ClickAsync(".change-limits");
        await session.Page.WaitForSelectorAsync(".limits-form");

        var page = await session.AskAsync<string[]>(Small);
        await session.Page.ClickAsync(".kill-open");
        await session.UntilAsync(IsOpen);
        var dialog = await session.AskAsync<string[]>(Small);

        Assert.Empty(page.Concat(dialog).Distinct());
        Assert.Equal(390, await session.AskAsync<int>("document.documentElement.scrollWidth"));
    }

    /// <summary>
    /// One lot of the NIFTY's future, carried overnight:
    /// at 60x an intraday order would be refused when the test runs near midnight in India.
    /// </summary>
    private static async Task BuyAsync(DeskSession session)
    {
        await session.ChooseAsync("NIFTY");
        await session.Page.ClickAsync(".ticket button:has-text('Order its future')");
        await session.UntilAsync("document.querySelector('.ticket-name')?.textContent.startsWith('NIFTY FUT') === true");
        await session.UntilAsync("document.querySelector('.ticket-form').innerText.includes('Margin')");
        await session.Page.ClickAsync(".ticket [aria-label=Product] button:text-is('NRML')");
        await session.Page.FillAsync("#ticket-quantity", "1");
        await session.Page.ClickAsync(".order-button");
        await session.UntilAsync("document.querySelector('.ticket-form').dataset.stage === 'confirming'");
        await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);
        await session.Page.ClickAsync(".order-button");
        await session.UntilAsync("document.querySelector('[data-order-stage=Filled]') !== null");
    }
}
