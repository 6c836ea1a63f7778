using Microsoft.Playwright;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>
/// A picture of every page, wide and on a phone, dark and light, in a folder (DESK_SCREENSHOTS or artifacts/screenshots): none
/// is wider than its window and none has anything to tell the console.
/// </summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class ScreenshotsTests(BrowserFixture fixture)
{
    private const string Overhang = "document.documentElement.scrollWidth - innerWidth";

    /// <summary>Charts and the first rows are there; who has none of them is as it will be.</summary>
    private const string Settled =
        """
        document.fonts.status === 'loaded'
            && [...document.querySelectorAll('.chart-body')].every(chart => chart.dataset.state !== 'loading')
        """;

    private static readonly string _folder =
        Environment.GetEnvironmentVariable("DESK_SCREENSHOTS") ?? Repository.PathOf("artifacts", "screenshots");

    [Fact]
    public async Task Every_page_is_pictured_in_its_window_without_a_word_to_the_console()
    {
        Directory.CreateDirectory(_folder);
        var desk = await fixture.TradedAsync();
        var wrong = new List<string>();
        foreach (var look in new[] { DeskLook.Wide, DeskLook.Phone })
        {
            foreach (var page in SeenPage.All) await PictureAsync(desk.Address, page, look, wrong);
        }

        Assert.Empty(wrong);
    }

    private async Task PictureAsync(string address, SeenPage seen, DeskLook look, List<string> wrong)
    {
        List<string> told = [];
        var page = await (await fixture.BrowserAsync()).NewPageAsync(look.Width, look.Height, told);
        if (!seen.IsDoor)
        {
            await page.Context.AddCookiesAsync(
                [new() { Name = TestPerson.CookieNameAt(address), Value = TestPerson.CookieAt(address), Url = address }]);
        }

        await page.GotoAsync($"{address}/{seen.Path}");
        await page.WaitForSelectorAsync(seen.Ready);
        await Patience.UntilAsync(() => page.EvaluateAsync<bool>(Settled), TimeSpan.FromSeconds(30), $"{seen.FileName} had settled");
        await page.EvaluateAsync("new Promise(done => setTimeout(done, 600))"); // Two samples of the board: numbers are there.
        foreach (var theme in new[] { "dark", "light" })
        {
            await page.EvaluateAsync($"document.documentElement.dataset.theme = '{theme}'");
            await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            await page.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{seen.FileName}-{look.Width}-{theme}.png") });
            var overhang = await page.EvaluateAsync<int>(Overhang);
            if (overhang > 0) wrong.Add($"{seen.FileName} at {look.Width} is {overhang} pixels too wide.");
        }

        wrong.AddRange(told.Select(text => $"{seen.FileName} at {look.Width}: {text}"));
        await page.CloseAsync();
    }
}
