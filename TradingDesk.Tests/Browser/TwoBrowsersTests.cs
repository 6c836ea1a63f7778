namespace TradingDesk.Tests.Browser;

/// <summary>Two people with a browser each look at one desk.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed class TwoBrowsersTests(BrowserFixture fixture)
{
    private const string Rows = "[...document.querySelectorAll('.watch-row')].map(row => row.innerText.replaceAll('\\n', ' ')).join('|')";

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

        Assert.InRange(seen.Item1.Split('|').Length, 50, 200);
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
}
