using Microsoft.Playwright;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>The door in a real browser: by keyboard, wrong and right, and what happens to an open page whose session is ended.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class DoorPageTests(BrowserFixture fixture)
{
    private const string Stage = "document.querySelector('.ticket-form').dataset.stage";
    private const string IsAtTheDoor = "location.pathname === '/sign-in' && document.querySelector('#Person') !== null";
    private const string IsLive = "document.querySelector('.desk[data-circuit=up]') !== null";

    [Fact]
    public async Task Somebody_comes_in_and_goes_out_by_keyboard_alone()
    {
        List<string> errors = [];
        var page = await (await fixture.BrowserAsync()).OpenAsync($"{await fixture.AddressAsync()}/orders", 1440, 900, errors);
        Task<TimeSpan> UntilAsync(string condition) =>
            Patience.UntilAsync(() => HoldsAsync(page, condition), TimeSpan.FromSeconds(30), condition);

        await UntilAsync(IsAtTheDoor);
        await page.Keyboard.TypeAsync(TestPerson.Name);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("walnut ferry 61 lamp");
        await page.Keyboard.PressAsync("Enter");
        await UntilAsync("document.querySelector('[role=alert]').textContent.includes('wrong')");
        Assert.Equal("", await page.InputValueAsync("#Password"));
        await page.FocusAsync("#Password");
        await page.Keyboard.TypeAsync(TestPerson.Password);
        await page.Keyboard.PressAsync("Enter");
        await UntilAsync(IsLive);

        Assert.Equal("/orders", new Uri(page.Url).AbsolutePath);
        await page.EvaluateAsync("document.querySelector('[data-signs-out]').click()");
        await UntilAsync(IsAtTheDoor);
        await page.GotoAsync(await fixture.AddressAsync());
        await UntilAsync(IsAtTheDoor);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_session_revoked_while_a_ticket_is_open_gives_no_order_and_its_page_leaves()
    {
        await using var desk = await OwnDesk.OpenAsync(await fixture.BrowserAsync());
        var (session, page) = (desk.Session, desk.Session.Page);
        await session.ChooseAsync("TCS");
        await page.Locator("body").PressAsync("b");
        await session.UntilAsync("document.activeElement.id === 'ticket-quantity'");
        await page.Keyboard.TypeAsync("5");
        await page.Keyboard.PressAsync("Enter");
        await session.UntilAsync($"{Stage} === 'confirming'");

        var told = Cli.CliRun.Of("people", "second-factor", TestPerson.Name, "--data", desk.Process.DataFolder);
        Assert.True(told.ExitCode == 0, told.Error);
        await page.Keyboard.PressAsync("Enter");
        await session.UntilAsync("document.querySelector('.desk')?.innerText.includes('You are signed out') || " + IsAtTheDoor);

        await session.UntilAsync(IsAtTheDoor, TimeSpan.FromSeconds(60));
        var orders = Cli.CliRun.Of("account", "list", "--data", desk.Process.DataFolder).Out;
        Assert.DoesNotContain("TCS", orders, StringComparison.Ordinal);
    }

    /// <summary>Between two pages the answer is no.</summary>
    private static async Task<bool> HoldsAsync(IPage page, string condition)
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
