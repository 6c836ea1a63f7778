using Microsoft.Playwright;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser.People;

/// <summary>Somebody at a browser of their own, with what they do at the door and read off a page.</summary>
internal sealed class PersonAtDesk(IPage page, string address) : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public IPage Page => page;

    public static async Task<PersonAtDesk> OpenAsync(Support.Browser browser, string address, string path)
    {
        var person = new PersonAtDesk(await browser.NewPageAsync(1440, 900, []), address);
        await person.GoAsync(path);
        return person;
    }

    /// <summary>Opens a page of the desk, or of its door.</summary>
    public async Task GoAsync(string path)
    {
        await page.GotoAsync(new Uri(new Uri(address), path).ToString());
        await UntilAsync("document.querySelector('.desk[data-circuit=up], main.door, main.plain') !== null");
    }

    public async Task SignInAsync(string name, string password)
    {
        await GoAsync("/sign-in");
        await page.FillAsync("#Person", name);
        await page.FillAsync("#Password", password);
        await page.ClickAsync("button[type=submit]");
    }

    /// <summary>The second step of the door.</summary>
    public async Task GiveCodeAsync(string code)
    {
        await UntilAsync("document.querySelector('#Code') !== null");
        await page.FillAsync("#Code", code);
        await page.ClickAsync("button[type=submit]");
    }

    public Task IsInAsync() => UntilAsync("document.querySelector('.desk[data-circuit=up]') !== null");

    public Task UntilAsync(string condition, TimeSpan? deadline = null) =>
        Patience.UntilAsync(() => HoldsAsync(condition), deadline ?? _patience, condition);

    public Task<T> AskAsync<T>(string script) => page.EvaluateAsync<T>(script);

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    /// <summary>Between two pages the answer is no.</summary>
    private async Task<bool> HoldsAsync(string condition)
    {
        try
        {
            return await page.EvaluateAsync<bool>(condition);
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }
}
