using System.Globalization;

namespace TradingDesk.Tests.Browser;

/// <summary>Two people with a browser each look at one desk.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed class TwoBrowsersTests(BrowserFixture fixture)
{
    private const string Rows = """
        [...document.querySelectorAll('.watch-row')]
            .filter(row => row.getBoundingClientRect().bottom < document.querySelector('.watch .rows').getBoundingClientRect().bottom)
            .map(row => row.innerText.replaceAll('\n', ' ')).join('|')
        """;

    private const string Version = "Number(document.querySelector('main').dataset.version)";

    [Fact]
    public async Task Both_see_the_same_prices()
    {
        await using var one = await fixture.OpenDeskAsync();
        await using var other = await fixture.OpenDeskAsync();

        var seen = ("", "");
        await Support.Patience.UntilAsync(
            async () =>
            {
                var texts = await Task.WhenAll(one.AskAsync<string>(Rows), other.AskAsync<string>(Rows));
                seen = (texts[0], texts[1]);
                return texts[0] == texts[1];
            },
            TimeSpan.FromSeconds(30),
            "both browsers showed the same rows");

        Assert.InRange(seen.Item1.Split('|').Length, 20, 200);
        Assert.Equal(seen.Item1, seen.Item2);
    }

    [Fact]
    public async Task A_timeframe_that_one_adds_is_there_for_the_other()
    {
        await using var one = await fixture.OpenDeskAsync();
        await using var other = await fixture.OpenDeskAsync();
        await one.Page.ClickAsync("[popovertarget=timeframes]");
        await one.Page.FillAsync("#timeframes input", "20m");
        await one.Page.ClickAsync("#timeframes [type=submit]");

        await other.Page.WaitForSelectorAsync(".chart-panel .segment:text-is('20m')");

        Assert.Empty(other.ConsoleErrors);
    }

    [Fact]
    public async Task An_indicator_list_that_one_applies_and_rolls_back_is_seen_by_the_other_without_reload()
    {
        await using var one = await fixture.OpenIndicatorsAsync();
        await using var other = await fixture.OpenIndicatorsAsync();
        await other.AskAsync<bool>("window.isSamePage = true");
        var version = await one.AskAsync<int>(Version);

        await one.Page.ClickAsync("[aria-label='Edit SMA:9']");
        await one.Page.FillAsync("#edited-0", "13");
        await one.Page.ClickAsync(".indicator-form [type=submit]");
        await one.Page.FillAsync("#change-note", "slower");
        await one.Page.ClickAsync(".apply [type=submit]");
        await InForceIn(one, version + 1);
        var seen = await InForceIn(other, version + 1);
        await other.UntilAsync("document.querySelector('.lists').innerText.includes('SMA:13')");
        await other.Page.WaitForSelectorAsync(".history .note:text-is('slower')");
        await other.UntilAsync("document.querySelector('.values').innerText.includes('SMA:13')");

        await other.Page.ClickAsync($"[aria-label='Roll back to this, version {version}']");
        await other.Page.ClickAsync(".asking .primary");
        await InForceIn(one, version + 2);
        await one.UntilAsync("document.querySelector('.lists').innerText.includes('SMA:9')");

        TestContext.Current.SendDiagnosticMessage($"The other browser had it {seen.TotalMilliseconds:0} ms after the first.");
        Assert.True(await other.AskAsync<bool>("window.isSamePage === true"), "The page was loaded anew.");
        Assert.Empty(one.ConsoleErrors.Concat(other.ConsoleErrors));
    }

    private static Task<TimeSpan> InForceIn(DeskSession session, int version) =>
        session.UntilAsync(string.Create(CultureInfo.InvariantCulture, $"{Version} === {version}"));
}
