using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Hosting.People;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Components.Qr;

namespace TradingDesk.Tests.Browser.People;

/// <summary>
/// Two people at one desk, clicked through as they would: an authenticator, an invitation, grants, other roles with a ticket open, and a
/// lost phone.
/// </summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class PeopleInBrowserTests(BrowserFixture fixture)
{
    private const string Ann = "ann";
    private const string AnnsPassword = "walnut ferry 61 lamp";
    private const string Answer = "document.querySelector('.hand-answer').textContent";
    private const string IsAtTheDoor = "location.pathname === '/sign-in' && document.querySelector('#Person') !== null";

    /// <summary>What a camera would see of the picture: the shade in the middle of each module of its pixels.</summary>
    private const string Shades =
        """
        async ([png, modules]) => {
            const picture = new Image();
            picture.src = `data:image/png;base64,${png}`;
            await picture.decode();
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [picture.width, picture.height];
            const context = canvas.getContext('2d');
            context.drawImage(picture, 0, 0);
            const step = picture.width / modules;
            const dark = (x, y) => context.getImageData(Math.floor((x + .5) * step), Math.floor((y + .5) * step), 1, 1).data[0] < 128;
            return Array.from({ length: modules * modules }, (_, i) => dark(i % modules, Math.floor(i / modules)) ? '1' : '0').join('');
        }
        """;

    [Fact]
    public async Task A_second_person_is_invited_sees_what_is_granted_and_leaves_when_it_is_taken_and_a_lost_phone_locks_nobody_out()
    {
        await using var desk = await OwnDesk.OpenAsync(await fixture.BrowserAsync());
        var address = new Uri(desk.Session.Page.Url).GetLeftPart(UriPartial.Authority);
        var opened = Cli.CliRun.Of("account", "open", "PAPER-2", "--cash", "100000", "--data", desk.Process.DataFolder);
        Assert.True(opened.ExitCode == 0, opened.Error);
        var admin = new PersonAtDesk(desk.Session.Page, address);

        var recovery = await SetUpAuthenticatorAsync(admin);
        var link = await InviteAsync(admin, "PAPER-1");
        await using var ann = await PersonAtDesk.OpenAsync(await fixture.BrowserAsync(), address, new Uri(link).PathAndQuery);
        await AcceptAsync(ann, link);
        await SeesOnlyWhatIsGrantedAsync(ann);
        await LosesItWithATicketOpenAsync(ann, admin);
        await ComesBackAsViewerUntilSignedOutAsync(ann, admin);
        await ComesInByRecoveryCodeOnceAsync(address, recovery);
    }

    /// <summary>The address is read from the picture's pixels, as a phone would.</summary>
    private static async Task<string[]> SetUpAuthenticatorAsync(PersonAtDesk admin)
    {
        await admin.GoAsync("/you");
        await admin.Page.FillAsync("#authenticator-password", TestPerson.Password);
        await admin.Page.ClickAsync("button:text-is('Set it up')");
        await admin.UntilAsync("document.querySelector('svg.qr') !== null");
        var scanned = await ScannedAsync(admin);
        Assert.Equal(await admin.AskAsync<string>("document.querySelector('a[href^=otpauth]').getAttribute('href')"), scanned);

        var secret = PeopleUnderTest.BytesOf(System.Web.HttpUtility.ParseQueryString(new Uri(scanned).Query)["secret"]!);
        await admin.Page.FillAsync("#authenticator-code", "000 000 0");
        await admin.Page.ClickAsync("button:text-is('Take it into use')");
        await admin.UntilAsync($"{Answer}.includes('not the code')");
        var step = OneTimeCode.StepOf(Instant.From(TimeProvider.System.GetUtcNow()));
        await admin.Page.FillAsync("#authenticator-code", OneTimeCode.At(secret, step));
        await admin.Page.ClickAsync("button:text-is('Take it into use')");
        await admin.UntilAsync($"{Answer} === 'Your authenticator is in use.'");

        var recovery = await admin.AskAsync<string[]>("[...document.querySelectorAll('.recovery code')].map(code => code.textContent)");
        await admin.Page.ClickAsync("button:text-is('I have kept them')");
        await admin.UntilAsync("document.querySelector('.recovery') === null");
        return recovery;
    }

    private static async Task<string> ScannedAsync(PersonAtDesk admin)
    {
        const int Margin = 4;
        var size = await admin.AskAsync<int>("Number(document.querySelector('svg.qr').dataset.modules)");
        var whole = size + (2 * Margin);
        var picture = Convert.ToBase64String(await admin.Page.Locator("svg.qr").ScreenshotAsync());
        var shades = await admin.Page.EvaluateAsync<string>(Shades, new object[] { picture, whole });
        bool IsDark(int x, int y) => shades[((y + Margin) * whole) + x + Margin] == '1';

        // The corners of the paper are round.
        for (var i = 1; i < size; i++) Assert.False(IsDark(-1, i) || IsDark(i, -1) || IsDark(size, i) || IsDark(i, size));
        return new QrReader(size, IsDark).Read();
    }

    private static async Task<string> InviteAsync(PersonAtDesk admin, string account)
    {
        await admin.GoAsync("/users");
        await admin.Page.FillAsync("#person-name", Ann);
        await admin.Page.FillAsync("#person-accounts", account);
        await admin.Page.CheckAsync("[aria-label='Invite somebody'] label:has-text('trader') input");
        await admin.Page.ClickAsync("button:text-is('Invite')");
        await admin.UntilAsync($"{Answer} === '{Ann} is invited.'");
        return await admin.Page.InputValueAsync(".link");
    }

    private static async Task AcceptAsync(PersonAtDesk ann, string link)
    {
        Assert.Contains(Ann, await ann.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await ann.Page.FillAsync("#Password", "password1234");
        await ann.Page.ClickAsync("button[type=submit]");
        await ann.UntilAsync("document.querySelector('[role=alert]').textContent.includes('everybody tries first')");
        await ann.Page.FillAsync("#Password", AnnsPassword);
        await ann.Page.ClickAsync("button[type=submit]");
        await ann.IsInAsync();

        await ann.GoAsync(new Uri(link).PathAndQuery);
        Assert.Contains("not good any more", await ann.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await ann.Page.Context.ClearCookiesAsync();
        await ann.SignInAsync(Ann, AnnsPassword);
        await ann.IsInAsync();
    }

    private static async Task SeesOnlyWhatIsGrantedAsync(PersonAtDesk ann)
    {
        await ann.UntilAsync("document.querySelector('.account-picker') !== null");
        Assert.Equal(["PAPER-1"], await ann.AskAsync<string[]>("[...document.querySelector('.account-picker').options].map(o => o.value)"));
        Assert.False(await ann.AskAsync<bool>("document.querySelector('.desk').innerText.includes('PAPER-2')"));
        Assert.Equal(0, await ann.Page.Locator(".pages a[href=users], .pages a[href=audit]").CountAsync());
        await ann.GoAsync("/accounts");
        Assert.False(await ann.AskAsync<bool>("document.querySelector('.desk').innerText.includes('PAPER-2')"));
        foreach (var page in new[] { "/users", "/audit", "/components" })
        {
            await ann.GoAsync(page);
            await ann.UntilAsync("document.querySelector('h1')?.textContent === 'This page is not yours to see'");
        }
    }

    /// <summary>The page looks every half minute whether its session is in force.</summary>
    private static async Task LosesItWithATicketOpenAsync(PersonAtDesk ann, PersonAtDesk admin)
    {
        await ann.GoAsync("/");
        await ann.UntilAsync("document.querySelector('.watch-row') !== null");
        await ann.Page.Keyboard.PressAsync("/");
        await ann.Page.Keyboard.TypeAsync("TCS");
        await ann.UntilAsync("document.querySelectorAll('.watch-row').length === 1");
        await ann.Page.Keyboard.PressAsync("Enter");
        await ann.UntilAsync("document.querySelector('.ticket-name')?.textContent === 'TCS'");
        await ann.Page.Keyboard.PressAsync("Tab");
        await ann.Page.Keyboard.PressAsync("b");
        await ann.UntilAsync("document.activeElement.id === 'ticket-quantity'");
        await ann.Page.Keyboard.TypeAsync("5");
        await ann.Page.Keyboard.PressAsync("Enter");
        await ann.UntilAsync("document.querySelector('.ticket-form').dataset.stage === 'confirming'");

        await admin.Page.ClickAsync($"[aria-label='Change {Ann}']");
        await admin.Page.UncheckAsync($"[aria-label='Change {Ann}'] label:has-text('trader') input");
        await admin.Page.ClickAsync("button:text-is('Save')");
        await admin.UntilAsync($"{Answer} === '{Ann} is changed.'");

        await ann.UntilAsync(IsAtTheDoor, TimeSpan.FromSeconds(45));
        Assert.Contains("Your session is over", await ann.Page.InnerTextAsync("main.door"), StringComparison.Ordinal);
    }

    private static async Task ComesBackAsViewerUntilSignedOutAsync(PersonAtDesk ann, PersonAtDesk admin)
    {
        await ann.SignInAsync(Ann, AnnsPassword);
        await ann.IsInAsync();
        await ann.GoAsync("/you");
        await ann.UntilAsync("document.querySelector('.wide-panel').innerText.includes('viewer on PAPER-1')");

        await admin.Page.ClickAsync($"[aria-label='Change {Ann}']");
        await admin.Page.ClickAsync($"[aria-label='Change {Ann}'] button:text-is('Sign out')");
        await admin.UntilAsync($"{Answer} === '{Ann} is signed out.'");
        await ann.GoAsync("/you");

        await ann.UntilAsync(IsAtTheDoor);
        Assert.Contains("Your session is over", await ann.Page.InnerTextAsync("main.door"), StringComparison.Ordinal);
    }

    private async Task ComesInByRecoveryCodeOnceAsync(string address, string[] recovery)
    {
        await using var there = await PersonAtDesk.OpenAsync(await fixture.BrowserAsync(), address, "/sign-in");
        await there.SignInAsync(TestPerson.Name, TestPerson.Password);
        await there.GiveCodeAsync(recovery[0]);
        await there.IsInAsync();

        await there.Page.Context.ClearCookiesAsync();
        await there.SignInAsync(TestPerson.Name, TestPerson.Password);
        await there.GiveCodeAsync(recovery[0]);
        await there.UntilAsync("document.querySelector('[role=alert]')?.textContent.includes('not the code') === true");
        await there.GiveCodeAsync(recovery[1]);
        await there.IsInAsync();
    }
}
