using TradingDesk.Tests.Cli;

namespace TradingDesk.Tests.Browser;

/// <summary>Alerts on a running desk: added on the page, watched by the desk, the same for the command line.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed class AlertsPageTests(BrowserFixture fixture)
{
    [Fact]
    public async Task An_alert_added_on_the_page_is_watched_and_the_command_line_lists_it()
    {
        await using var session = await OpenAsync(DeskLook.Wide);

        await AddAsync(session, "price of reliance below 99999.5");

        var row = await session.Page.WaitForSelectorAsync("tr:has-text('price of NSE:RELIANCE below 99,999.50')");
        Assert.Contains("Waiting", await row!.InnerTextAsync(), StringComparison.Ordinal);
        await session.UntilAsync("document.querySelector('tr[data-alert] .n').textContent.trim() !== '-'");
        var list = CliRun.Of(["alert", "list", "--data", (await fixture.DeskAsync()).DataFolder]);
        Assert.Contains("price of NSE:RELIANCE below 99999.50", list.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_wrong_is_named_at_the_field()
    {
        await using var session = await OpenAsync(DeskLook.Wide);

        await AddAsync(session, "RSI:999 of NSE:RELIANCE on 5m above 70");

        await session.UntilAsync("document.querySelector('#alert-rule-problem').textContent.includes(\"'RSI:999' is no column of\")");
    }

    [Fact]
    public async Task The_page_never_scrolls_sideways_on_a_phone_and_its_targets_are_as_large_as_a_finger()
    {
        await using var session = await OpenAsync(DeskLook.Phone);
        await AddAsync(session, "feed of NSE:NIFTY older than 86400 seconds");
        await session.Page.WaitForSelectorAsync("tr:has-text('older than 86,400')");
        await session.Page.ClickAsync(".alert-help summary");

        var small = await session.AskAsync<string[]>(
            """
            [...document.querySelectorAll('button, input, summary, .page-link')].filter(target => target.checkVisibility())
                .map(target => [target, target.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 24)
                .map(([target, box]) => `${target.className} ${target.textContent.trim()} ${box.width} x ${box.height}`)
            """);

        Assert.Empty(small);
        Assert.Equal(390, await session.AskAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task AddAsync(DeskSession session, string rule)
    {
        await session.Page.FillAsync("#alert-rule", rule);
        await session.Page.ClickAsync(".alert-form [type=submit]");
    }

    /// <summary>A desk that still reads its history takes no alert.</summary>
    private async Task<DeskSession> OpenAsync(DeskLook look)
    {
        await (await fixture.DeskAsync()).FilledAsync();
        var session = await DeskSession.OpenBareAsync(await fixture.BrowserAsync(), $"{await fixture.AddressAsync()}/alerts", look);
        await session.UntilAsync("!document.querySelector('[data-condition]')");
        return session;
    }
}
