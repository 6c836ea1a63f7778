using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>The pages judged by axe in every look, with their popovers and forms closed and open.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class AccessibilityTests(BrowserFixture fixture)
{
    // A desk that a busy machine keeps without word is greyed, and rightly faint: it is judged when it is live again.
    internal const string Judge =
        """
        (async () => {
            const live = () => document.documentElement.dataset.beat !== 'lost' && !document.querySelector('[data-condition]');
            for (;;) {
                while (!live()) await new Promise(resolve => setTimeout(resolve, 100));
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
                const result = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
                if (result.violations.length > 0 && !live()) continue;
                return result.violations.flatMap(
                    rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`));
            }
        })()
        """;

    internal static readonly string Axe = Repository.PathOf("TradingDesk.Web", "node_modules", "axe-core", "axe.min.js");

    public static TheoryData<int, int, string, string> Looks { get; } = new(
        from window in new[] { (Width: 1440, Height: 900), (Width: 390, Height: 844) }
        from theme in new[] { "dark", "light" }
        from palette in new[] { "standard", "colour-blind" }
        select (window.Width, window.Height, theme, palette));

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_to_object_to(int width, int height, string theme, string palette)
    {
        await using var session = await fixture.OpenDeskAsync(new DeskLook(width, height, theme, palette));
        await session.AskAsync<bool>(await File.ReadAllTextAsync(Axe) + "; true");

        var closed = await session.AskAsync<string[]>(Judge);
        await session.AskAsync<bool>("document.getElementById('settings').showPopover(), true");
        var display = await session.AskAsync<string[]>(Judge);
        await session.AskAsync<bool>("document.getElementById('timeframes').showPopover(), true");
        var timeframes = await session.AskAsync<string[]>(Judge);

        Assert.Equal((theme, palette), (await session.AskAsync<string>("document.documentElement.dataset.theme"),
            await session.AskAsync<string>("document.documentElement.dataset.palette")));
        Assert.Empty(closed.Concat(display).Concat(timeframes).Distinct());
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_to_object_to_in_the_ticket_and_on_the_pages_of_money(
        int width, int height, string theme, string palette)
    {
        await using var session = await fixture.OpenDeskAsync(new DeskLook(width, height, theme, palette));
        await session.ChooseAsync("TCS");
        var axe = await File.ReadAllTextAsync(Axe) + "; true";
        var found = new List<string>();
        if (width < 900) await session.Page.ClickAsync(".order-bar .side-buy");
        await session.AskAsync<bool>("document.querySelector('.bracket').open = true");
        await session.Page.FillAsync("#ticket-quantity", "x");
        await session.Page.WaitForSelectorAsync("#ticket-quantity-problem:not(:empty)");
        await session.AskAsync<bool>(axe);
        found.AddRange(await session.AskAsync<string[]>(Judge));
        await session.Page.FillAsync("#ticket-quantity", "1");
        await session.Page.ClickAsync(".order-button");
        await session.UntilAsync("document.querySelector('.ticket-form').dataset.stage === 'confirming'");
        found.AddRange(await session.AskAsync<string[]>(Judge));
        foreach (var page in new[] { "orders", "positions", "accounts", "alerts", "orders/1" })
        {
            await session.Page.GotoAsync($"{await fixture.AddressAsync()}/{page}");
            await session.Page.WaitForSelectorAsync(DeskSession.Live);
            await session.AskAsync<bool>(axe);
            found.AddRange(await session.AskAsync<string[]>(Judge));
        }

        Assert.Empty(found.Distinct());
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_to_object_to_in_the_log_and_the_audit(int width, int height, string theme, string palette)
    {
        await using var session = await fixture.OpenDeskAsync(new DeskLook(width, height, theme, palette));
        var axe = await File.ReadAllTextAsync(Axe) + "; true";
        await session.AskAsync<bool>(axe);
        if (width < 900) await session.Page.ClickAsync(".mobile-tabs .segment:last-child");
        await session.Page.ClickAsync(".book-panel [aria-label=Book] .segment:last-child");
        await session.Page.WaitForSelectorAsync(".log [data-seq]");

        var log = await session.AskAsync<string[]>(Judge);
        var logWidth = await session.AskAsync<int>("document.documentElement.scrollWidth");
        await session.Page.GotoAsync($"{await fixture.AddressAsync()}/audit");
        await session.Page.WaitForSelectorAsync(".audit [data-line]");
        await session.AskAsync<bool>(axe);
        var audit = await session.AskAsync<string[]>(Judge);

        Assert.Empty(log.Concat(audit).Distinct());
        Assert.Equal((width, width), (logWidth, await session.AskAsync<int>("document.documentElement.scrollWidth")));
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_to_object_to_on_the_page_of_risk(int width, int height, string theme, string palette)
    {
        await using var session = await DeskSession.OpenBareAsync(
            await fixture.BrowserAsync(), $"{await fixture.AddressAsync()}/risk", new DeskLook(width, height, theme, palette));
        await session.AskAsync<bool>(await File.ReadAllTextAsync(Axe) + "; true");
        await session.Page.WaitForSelectorAsync(".limit-bar");

        var still = await session.AskAsync<string[]>(Judge);
        await session.Page.ClickAsync(".change-limits");
        await session.Page.FillAsync("#limits-0-0-trades", "x");
        await session.Page.WaitForSelectorAsync("#limits-0-0-trades-problem:not(:empty)");
        var form = await session.AskAsync<string[]>(Judge);
        await session.Page.ClickAsync(".kill-open");
        var dialog = await session.AskAsync<string[]>(Judge);

        Assert.Empty(still.Concat(form).Concat(dialog).Distinct());
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_to_object_to_on_the_market_page(int width, int height, string theme, string palette)
    {
        await using var session = await fixture.OpenMarketAsync(new DeskLook(width, height, theme, palette));
        await session.AskAsync<bool>(await File.ReadAllTextAsync(Axe) + "; true");
        await session.Page.FillAsync(".stepper input", "2026-08-04");
        await session.Page.WaitForSelectorAsync(".phases");

        var still = await session.AskAsync<string[]>(Judge);
        await session.Page.ClickAsync(".calendar-changes .quiet");
        await session.Page.WaitForSelectorAsync(".calendar-form");
        var form = await session.AskAsync<string[]>(Judge);

        Assert.Empty(still.Concat(form).Distinct());
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_to_object_to_on_the_indicators_page(int width, int height, string theme, string palette)
    {
        await using var session = await fixture.OpenIndicatorsAsync(new DeskLook(width, height, theme, palette));
        await session.AskAsync<bool>(await File.ReadAllTextAsync(Axe) + "; true");

        var still = await session.AskAsync<string[]>(Judge);
        await session.Page.ClickAsync(".list-actions .primary");
        await session.Page.WaitForSelectorAsync(".kinds");
        var catalogue = await session.AskAsync<string[]>(Judge);
        await session.Page.ClickAsync(".kind:has(strong:text-is('SUPERTREND'))");
        await session.Page.FillAsync("#added-0", "0");
        await session.Page.WaitForSelectorAsync(".problem:text('too small')");
        var wrong = await session.AskAsync<string[]>(Judge);
        await session.Page.FillAsync("#added-0", "7");
        await session.Page.ClickAsync(".indicator-form [type=submit]");
        await session.Page.WaitForSelectorAsync(".apply");
        await session.Page.ClickAsync(".scopes button:text-is('+ Override')");
        await session.AskAsync<bool>("document.getElementById('flip-help').showPopover(), true");
        var draft = await session.AskAsync<string[]>(Judge);

        Assert.Empty(still.Concat(catalogue).Concat(wrong).Concat(draft).Distinct());
    }
}
