using System.Globalization;
using System.Text.RegularExpressions;
using TradingDesk.Engine.People;
using TradingDesk.Tests.Engine.Hosting.People;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Components.Qr;
using TradingDesk.Web.Pages.People;

namespace TradingDesk.Tests.Web.Pages.People;

/// <summary>What is one's own: sessions, the password, the authenticator through all it can be.</summary>
public sealed partial class YouPageTests : PeoplePageContext
{
    private const string NewPassword = "granite 8 sparrow lane";

    [Fact]
    public void It_says_who_one_is_and_what_one_is_trusted_with()
    {
        var ann = People.Join("ann", Roles.Trader | Roles.Viewer, "PAPER-1");
        Seat = ann.Session;

        var page = Render<YouPage>();

        Assert.Contains("ann", page.Find(".wide-panel h2").TextContent, StringComparison.Ordinal);
        Assert.Contains("viewer, trader on PAPER-1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_stand_there_with_this_one_marked_and_others_are_ended()
    {
        People.Pass(TimeSpan.FromMinutes(1));
        var there = People.SeatOf(People.SignIn(from: PeopleUnderTest.Away));
        var page = Render<YouPage>();
        var rows = page.FindAll("[aria-label='Where you are signed in'] tbody tr");
        Assert.Equal(2, rows.Count);
        Assert.Contains("10.0.0.2 another browser Sign out", rows[0].Words, StringComparison.Ordinal);
        Assert.Contains("10.0.0.1 a test this one", rows[1].Words, StringComparison.Ordinal);

        page.Find("[aria-label^='Sign out from 10.0.0.2']").Click();

        page.WaitForAssertion(() => Assert.Equal("That browser is signed out.", Answer(page)));
        Assert.Null(People.Desk.Sessions.Find(there.Session));
        Assert.NotNull(People.Desk.Sessions.Find(Seat));
    }

    [Fact]
    public void A_password_is_changed_by_who_knows_the_one_in_force_and_all_sign_in_anew()
    {
        var page = Render<YouPage>();

        ChangePassword(page, PeopleUnderTest.Other, NewPassword);
        page.WaitForAssertion(() => Assert.Equal("The password you have now is another one.", Answer(page)));
        ChangePassword(page, PeopleUnderTest.Password, "password1234");
        page.WaitForAssertion(() => Assert.Contains("everybody tries first", Answer(page), StringComparison.Ordinal));
        Assert.Empty(Navigation.Visited);
        ChangePassword(page, PeopleUnderTest.Password, NewPassword);

        page.WaitForAssertion(() => Assert.Equal("/sign-in", Assert.Single(Navigation.Visited)));
        Assert.Null(People.Desk.Sessions.Find(Seat));
        Assert.True(People.SignIn(password: NewPassword).IsDone);
    }

    [Fact]
    public void An_authenticator_is_not_begun_without_the_password_and_the_field_forgets_it()
    {
        var page = Render<YouPage>();
        Assert.Equal("not set up", Badge(page));

        Begin(page, PeopleUnderTest.Other);

        page.WaitForAssertion(() => Assert.Equal("The password you have now is another one.", Answer(page)));
        Assert.Null(page.TryFind("svg.qr"));
        Assert.Equal("", page.Find("#authenticator-password").GetAttribute("value") ?? "");
    }

    [Fact]
    public void Its_secret_stands_there_for_the_camera_as_text_and_as_a_link_and_all_three_are_one()
    {
        var page = Render<YouPage>();

        Begin(page, PeopleUnderTest.Password);
        page.WaitForAssertion(() => Assert.NotNull(page.TryFind("svg.qr")));

        var secret = Secret(page);
        var address = OneTimeCode.AddressOf(PeopleUnderTest.Name, secret);
        Assert.Equal(32, secret.Length);
        Assert.Equal(address, page.Find("a[href^=otpauth]").GetAttribute("href"));
        Assert.Equal(address, Scanned(page));
        Assert.False(PersonOf(PeopleUnderTest.Name).HasSecondFactor);
    }

    [Fact]
    public void It_is_in_use_after_its_first_right_code_and_recovery_codes_are_shown_once()
    {
        var page = Render<YouPage>();
        Begin(page, PeopleUnderTest.Password);
        page.WaitForAssertion(() => Assert.NotNull(page.TryFind(".secret")));
        var secret = PeopleUnderTest.BytesOf(Secret(page));

        Type(page, "Take it into use", "000000x");
        page.WaitForAssertion(() => Assert.StartsWith("That is not the code", Answer(page), StringComparison.Ordinal));
        Assert.NotNull(page.TryFind("svg.qr"));
        Type(page, "Take it into use", People.CodeAt(secret));

        page.WaitForAssertion(() => Assert.Equal("Your authenticator is in use.", Answer(page)));
        Ticker.Turn();
        var codes = page.FindAll(".recovery code").Select(code => code.TextContent).ToArray();
        Assert.Equal(10, codes.Distinct().Count());
        page.Find(".told-once button").Click();
        page.WaitForAssertion(() => Assert.Null(page.TryFind(".recovery")));
        Assert.All([.. codes, Convert.ToHexString(secret)],
            code => Assert.DoesNotContain(code, page.Markup, StringComparison.Ordinal));
        Assert.Equal("in use", Badge(page));
        var ticket = People.SignIn().Ticket;
        Assert.True(People.Desk.SignIn.Finish(ticket, codes[0], PeopleUnderTest.Home).IsDone);
    }

    [Fact]
    public void It_is_ended_by_its_own_code_only()
    {
        var (secret, _) = People.GiveSecondFactor(People.Owner);
        People.Pass(TimeSpan.FromMinutes(2));
        var page = Render<YouPage>();
        Assert.Equal("in use", Badge(page));
        Assert.Null(page.TryFind("#authenticator-password"));

        Type(page, "End it", "nothing right");
        page.WaitForAssertion(() => Assert.StartsWith("That is neither", Answer(page), StringComparison.Ordinal));
        Assert.True(PersonOf(PeopleUnderTest.Name).HasSecondFactor);
        Type(page, "End it", People.CodeAt(secret));

        page.WaitForAssertion(() => Assert.Equal("Your authenticator is not in use any more.", Answer(page)));
        Assert.False(PersonOf(PeopleUnderTest.Name).HasSecondFactor);
    }

    [Fact]
    public void A_page_whose_session_ended_begins_nothing_and_shows_nothing_of_its_person()
    {
        var page = Render<YouPage>();
        People.Desk.Sessions.End(People.Owner, Seat, PeopleUnderTest.Home);

        Begin(page, PeopleUnderTest.Password);

        page.WaitForAssertion(() => Assert.Null(page.TryFind("svg.qr")));
        Assert.Null(Render<YouPage>().TryFind(".wide-panel h2"));
    }

    private static void ChangePassword(RenderedComponent<YouPage> page, string old, string wanted)
    {
        page.Find("#password-now").Input(old);
        page.Find("#password-new").Input(wanted);
        page.Find("[aria-label='Your password'] form").Submit();
    }

    private static void Begin(RenderedComponent<YouPage> page, string password)
    {
        page.Find("#authenticator-password").Input(password);
        page.Find("[aria-label='Your authenticator'] form").Submit();
    }

    private static void Type(RenderedComponent<YouPage> page, string button, string code)
    {
        Assert.Contains(page.FindAll("[aria-label='Your authenticator'] button"), one => one.TextContent == button);
        page.Find("#authenticator-code").Input(code);
        page.Find("[aria-label='Your authenticator'] form").Submit();
    }

    private static string Secret(RenderedComponent<YouPage> page) =>
        page.Find(".secret").TextContent.Replace(" ", "", StringComparison.Ordinal);

    private static string Scanned(RenderedComponent<YouPage> page)
    {
        var size = int.Parse(page.Find("svg.qr").GetAttribute("data-modules")!, CultureInfo.InvariantCulture);
        var strokes = Stroke().Matches(page.Find("svg.qr path").GetAttribute("d")!)
            .Select(match => match.Groups.Values.Skip(1).Select(one => int.Parse(one.Value, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        return new QrReader(size, (x, y) => strokes.Any(at => at[1] == y && x >= at[0] && x < at[0] + at[2])).Read();
    }

    private static string Answer(RenderedComponent<YouPage> page) => page.Find(".hand-answer").TextContent;

    private static string Badge(RenderedComponent<YouPage> page) => page.Find("[aria-label='Your authenticator'] .badge").TextContent;

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)")]
    private static partial Regex Stroke();
}
