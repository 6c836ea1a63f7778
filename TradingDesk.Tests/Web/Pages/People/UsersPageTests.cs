using TradingDesk.Engine.People;
using TradingDesk.Tests.Engine.Hosting.People;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.People;

namespace TradingDesk.Tests.Web.Pages.People;

/// <summary>Who may sit at the desk, for those who administer it.</summary>
public sealed class UsersPageTests : PeoplePageContext
{
    [Fact]
    public void Without_an_authenticator_it_says_what_is_missing_and_invites_nobody()
    {
        var page = Render<UsersPage>();
        Assert.Equal("you", page.Find(".hand-note a").GetAttribute("href"));

        Invite(page, "ann");

        page.WaitForAssertion(() => Assert.Contains("authenticator", Answer(page), StringComparison.Ordinal));
        Assert.Null(page.TryFind(".link"));
        Assert.Single(People.Desk.Persons.All);
    }

    [Fact]
    public void Who_is_invited_gets_a_link_that_is_shown_once_and_the_grants_that_were_ticked()
    {
        People.GiveSecondFactor(People.Owner);
        var page = Render<UsersPage>();
        Assert.Null(page.TryFind(".hand-note"));

        Tick(page, Form(page, "Invite somebody"), "trader");
        page.Find("#person-accounts").Input("PAPER-1, PAPER-2");
        Invite(page, " Ann ");

        page.WaitForAssertion(() => Assert.Equal("ann is invited.", Answer(page)));
        var link = new Uri(page.Find(".link").GetAttribute("value")!);
        Assert.Equal(("/invitation", "ann"), (link.AbsolutePath, People.Desk.Persons.Invited(link.Query["?link=".Length..])!.Name));
        Assert.Equal((Roles.Viewer | Roles.Trader, "PAPER-1 PAPER-2"), (PersonOf("ann").Roles, string.Join(' ', PersonOf("ann").Accounts)));
        Ticker.Turn();
        page.WaitForAssertion(() => Assert.Contains("invited", Row(page, "ann"), StringComparison.Ordinal));
        Assert.Contains("trader", Row(page, "ann"), StringComparison.Ordinal);

        Invite(page, "ann");
        page.WaitForAssertion(() => Assert.Equal("Somebody has, or had, the name ann.", Answer(page)));
        Assert.Null(page.TryFind(".link"));
    }

    [Theory]
    [InlineData("a", "A name is ")]
    [InlineData("console", "The name console is the desk's own")]
    [InlineData("owner", "Somebody has, or had, the name owner.")]
    public void A_name_that_cannot_be_is_told_with_what_is_allowed_and_stays_typed(string name, string sentence)
    {
        People.GiveSecondFactor(People.Owner);
        var page = Render<UsersPage>();

        Invite(page, name);

        page.WaitForAssertion(() => Assert.StartsWith(sentence, Answer(page), StringComparison.Ordinal));
        Assert.Equal(name, page.Find("#person-name").GetAttribute("value"));
    }

    [Fact]
    public void Everybody_stands_there_with_the_state_they_are_in()
    {
        People.Join("ann", Roles.Trader, "PAPER-1");
        People.Join("bob", Roles.Viewer, Person.EveryPaperAccount);
        People.Desk.Persons.Add(People.Owner, "cy", Roles.Risk, [], PeopleUnderTest.Home);
        for (var i = 0; i < 3; i++) People.SignIn("bob");
        People.Desk.Persons.Change(People.Owner, PersonOf("ann").Id, Roles.Trader, ["PAPER-1"], isActive: false, PeopleUnderTest.Home);

        var page = Render<UsersPage>();

        Assert.Contains("active", Row(page, "owner"), StringComparison.Ordinal);
        Assert.Contains("let go", Row(page, "ann"), StringComparison.Ordinal);
        Assert.Contains("locked", Row(page, "bob"), StringComparison.Ordinal);
        Assert.Contains("every account", Row(page, "bob"), StringComparison.Ordinal);
        Assert.Contains("invited", Row(page, "cy"), StringComparison.Ordinal);
        Assert.Contains("3 of 4 may sign in", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_came_meanwhile_is_shown()
    {
        var page = Render<UsersPage>();

        People.Join("ann", Roles.Trader, "PAPER-1");
        Ticker.Turn();

        page.WaitForAssertion(() => Assert.Contains("trader", Row(page, "ann"), StringComparison.Ordinal));
    }

    [Fact]
    public void Other_roles_are_given_by_a_form_that_begins_with_the_ones_held_and_end_every_session()
    {
        var ann = People.Join("ann", Roles.Trader, "PAPER-1");
        var page = Open("ann");
        Assert.Equal(["trader"], Ticked(page, "Change ann"));
        Assert.Equal("PAPER-1", page.Find("#accounts-of-ann").GetAttribute("value"));

        Tick(page, Form(page, "Change ann"), "trader");
        Tick(page, Form(page, "Change ann"), "viewer");
        page.Find("#accounts-of-ann").Input("*");
        page.Find(Form(page, "Change ann") + " form").Submit();

        page.WaitForAssertion(() => Assert.Equal("ann is changed.", Answer(page)));
        Assert.Equal(Roles.Viewer, PersonOf("ann").Roles);
        Assert.Null(People.Desk.Sessions.Find(ann.Session));
        Assert.Null(page.TryFind(Form(page, "Change ann")));
    }

    [Fact]
    public void Nothing_ticked_is_refused_and_the_form_stays()
    {
        People.Join("ann", Roles.Trader, "PAPER-1");
        var page = Open("ann");

        Tick(page, Form(page, "Change ann"), "trader");
        page.Find(Form(page, "Change ann") + " form").Submit();

        page.WaitForAssertion(() => Assert.StartsWith("A person holds at least one", Answer(page), StringComparison.Ordinal));
        Assert.Equal(Roles.Trader, PersonOf("ann").Roles);
        Assert.NotNull(page.TryFind(Form(page, "Change ann")));
    }

    [Fact]
    public void Who_is_let_go_is_asked_about_first_and_may_be_taken_back()
    {
        People.Join("ann", Roles.Trader, "PAPER-1");
        var page = Open("ann");

        Press(page, "Let go");
        Assert.True(PersonOf("ann").IsActive);
        Press(page, "Let go");

        page.WaitForAssertion(() => Assert.Equal("ann is let go.", Answer(page)));
        Assert.False(PersonOf("ann").IsActive);
        Ticker.Turn();
        page.WaitForAssertion(() => Assert.Contains("let go", Row(page, "ann"), StringComparison.Ordinal));
        page.Find("[aria-label='Change ann']").Click();
        Assert.Equal(["Take back", "Close"], Buttons(page).Select(button => button.TextContent));
        page.Find(Form(page, "Change ann") + " form").Submit();
        page.WaitForAssertion(() => Assert.True(PersonOf("ann").IsActive));
    }

    [Fact]
    public void The_last_administrator_is_not_let_go()
    {
        People.GiveSecondFactor(People.Owner);
        var page = Open("owner");

        Press(page, "Let go");
        Press(page, "Let go");

        page.WaitForAssertion(() => Assert.Equal("Somebody must be left who administers.", Answer(page)));
        Assert.True(PersonOf("owner").IsActive);
    }

    [Fact]
    public void Who_forgot_a_password_gets_a_new_link_and_who_left_a_browser_open_is_signed_out()
    {
        var ann = People.Join("ann", Roles.Trader, "PAPER-1");
        var page = Open("ann");

        Press(page, "New link");
        page.WaitForAssertion(() => Assert.Equal("ann may choose a new password.", Answer(page)));
        var link = new Uri(page.Find(".link").GetAttribute("value")!);
        Assert.Equal("ann", People.Desk.Persons.Invited(link.Query["?link=".Length..])!.Name);

        Press(page, "Sign out");
        page.WaitForAssertion(() => Assert.Equal("ann is signed out.", Answer(page)));
        Assert.Null(People.Desk.Sessions.Find(ann.Session));
    }

    [Fact]
    public void A_page_whose_session_ended_changes_nobody_and_says_so()
    {
        People.Join("ann", Roles.Trader, "PAPER-1");
        var page = Open("ann");
        People.Desk.Sessions.End(People.Owner, Seat, PeopleUnderTest.Home);

        Press(page, "Sign out");
        Invite(page, "bob");

        page.WaitForAssertion(() => Assert.StartsWith("You are signed out; nothing was changed.", Answer(page), StringComparison.Ordinal));
        Assert.Null(page.TryFind(".link"));
        Assert.Equal(2, People.Desk.Persons.All.Count);
    }

    private RenderedComponent<UsersPage> Open(string name)
    {
        var page = Render<UsersPage>();
        page.Find($"[aria-label='Change {name}']").Click();
        return page;
    }

    private static void Invite(RenderedComponent<UsersPage> page, string name)
    {
        page.Find("#person-name").Input(name);
        page.Find(Form(page, "Invite somebody") + " form").Submit();
    }

    private static string Form(RenderedComponent<UsersPage> page, string label) => $"[aria-label='{label}'].account-form";

    private static void Tick(RenderedComponent<UsersPage> page, string form, string role)
    {
        var at = PersonText.Offered.Select(one => one.ToString().ToLowerInvariant()).ToList().IndexOf(role);
        page.FindAll(form + " .grants input")[at].Change(true);
    }

    private static IEnumerable<string> Ticked(RenderedComponent<UsersPage> page, string label) =>
        from pair in page.FindAll(Form(page, label) + " .grants input").Zip(PersonText.Offered)
        where pair.First.HasAttribute("checked")
        select pair.Second.ToString().ToLowerInvariant();

    private static IReadOnlyList<RenderedElement> Buttons(RenderedComponent<UsersPage> page) =>
        page.FindAll(".account-form[aria-label^='Change'] button");

    private static void Press(RenderedComponent<UsersPage> page, string text) =>
        Buttons(page).First(button => button.TextContent == text).Click();

    private static string Answer(RenderedComponent<UsersPage> page) => page.Find(".hand-answer").TextContent;

    /// <summary>What stands beside a name, however the list is built.</summary>
    private static string Row(RenderedComponent<UsersPage> page, string name) =>
        page.FindAll("tr").First(row => row.Words.StartsWith(name + " ", StringComparison.Ordinal)).Words;
}
