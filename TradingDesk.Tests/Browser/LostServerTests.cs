using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>What the page says and allows when its server does not answer, and how it finds back.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class LostServerTests(BrowserFixture fixture)
{
    private const string BannerShown = "!document.getElementById('desk-watchdog').hidden";
    private const string Row = ".watch-row[aria-selected=true]";
    private const string Silent = BannerShown + " && document.querySelector('.desk').inert";
    private const string Dot = "getComputedStyle(document.querySelector('.status .dot')).backgroundColor";
    private const string Lost = "document.getElementById('components-reconnect-modal').classList.contains('components-reconnect-show')";

    private const string Heard =
        "document.querySelector('.desk') && !document.querySelector('.desk').inert && !(" + BannerShown + ")";

    /// <summary>The watchdog waits 5 s from the last beat, which may be almost one old at the stop, and looks every 250 ms.</summary>
    private static readonly TimeSpan _bannerWithin = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task A_frozen_server_is_told_within_five_seconds_and_the_same_circuit_goes_on_after_it()
    {
        var desk = await fixture.DeskAsync();
        await using var session = await fixture.OpenDeskAsync();
        await session.ChooseAsync("TCS");
        await session.AskAsync<bool>("window.isSamePage = true");
        Assert.True(await CanBeClickedAsync(session, Row));

        desk.Send(ProcessSignal.Stop);
        try
        {
            await session.UntilAsync(Silent, _bannerWithin);
            Assert.False(await CanBeClickedAsync(session, Row), "A row of the stale watchlist can be clicked.");
            Assert.Equal("rgba(0, 0, 0, 0)", await session.AskAsync<string>(Dot));

            await session.UntilAsync(Lost);
        }
        finally
        {
            desk.Send(ProcessSignal.Continue);
        }

        await session.UntilAsync(Heard, TimeSpan.FromSeconds(20));
        var updates = await session.ChartAsync("updates");
        await session.UntilAsync($"Number(document.querySelector('.chart-canvas').dataset.updates) > {updates}");
        Assert.True(await session.AskAsync<bool>("window.isSamePage === true"), "The page was loaded anew.");
        Assert.Equal("TCS", await session.TextAsync(".chart-panel h2"));
        Assert.True(await CanBeClickedAsync(session, Row));
    }

    [Fact]
    public async Task A_killed_server_is_told_and_the_page_recovers_by_itself_when_it_is_back()
    {
        var browser = await fixture.BrowserAsync();
        using var folder = new TempFolder();
        await using var first = DeskProcess.LaunchOn(folder.File("data"));
        var address = await first.ListeningAsync();
        await using var session = await DeskSession.OpenAsync(browser, address, DeskLook.Wide);

        await first.KillAsync();
        await session.UntilAsync(Silent, _bannerWithin);
        await using var second = DeskProcess.LaunchOn(folder.File("data"), "--Urls", address);
        await second.ListeningAsync();

        var isBack = $"{Heard} && document.querySelector('{DeskSession.DrawnChart}') !== null";
        var recovery = await session.UntilAsync(isBack, TimeSpan.FromSeconds(10));
        TestContext.Current.SendDiagnosticMessage($"The page recovered {recovery.TotalSeconds:0.0} s after the server.");
        var updates = await session.ChartAsync("updates");
        await session.UntilAsync($"Number(document.querySelector('.chart-canvas').dataset.updates) > {updates}");
    }

    /// <summary>Whether a click at the element's middle would reach it; what is inert lets it through.</summary>
    private static Task<bool> CanBeClickedAsync(DeskSession session, string selector) => session.AskAsync<bool>(
        $$"""
        (() => {
            const element = document.querySelector('{{selector}}');
            const box = element.getBoundingClientRect();
            return element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
        })()
        """);
}
