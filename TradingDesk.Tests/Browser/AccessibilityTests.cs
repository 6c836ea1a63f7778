using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>The desk page judged by axe in every look, with its popovers closed and open.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class AccessibilityTests(BrowserFixture fixture)
{
    // A desk that a busy machine keeps without word is greyed, and rightly faint: it is judged when it is live again.
    private const string Judge =
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

    private static readonly string _axe = Repository.PathOf("TradingDesk.Web", "node_modules", "axe-core", "axe.min.js");

    public static TheoryData<int, int, string, string> Looks { get; } = new(
        from window in new[] { (Width: 1440, Height: 900), (Width: 390, Height: 844) }
        from theme in new[] { "dark", "light" }
        from palette in new[] { "standard", "colour-blind" }
        select (window.Width, window.Height, theme, palette));

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_to_object_to(int width, int height, string theme, string palette)
    {
        await using var session = await fixture.OpenDeskAsync(new DeskLook(width, height, theme, palette));
        await session.AskAsync<bool>(await File.ReadAllTextAsync(_axe) + "; true");

        var closed = await session.AskAsync<string[]>(Judge);
        await session.AskAsync<bool>("document.getElementById('settings').showPopover(), true");
        var display = await session.AskAsync<string[]>(Judge);
        await session.AskAsync<bool>("document.getElementById('timeframes').showPopover(), true");
        var timeframes = await session.AskAsync<string[]>(Judge);

        Assert.Equal((theme, palette), (await session.AskAsync<string>("document.documentElement.dataset.theme"),
            await session.AskAsync<string>("document.documentElement.dataset.palette")));
        Assert.Empty(closed.Concat(display).Concat(timeframes).Distinct());
    }
}
