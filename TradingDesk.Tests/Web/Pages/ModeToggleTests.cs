using TradingDesk.Engine.People;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The switch between paper and real money says what is missing, and never claims a book that is not there.</summary>
public sealed class ModeToggleTests : DeskPageContext
{
    [Fact]
    public void Without_an_account_at_a_broker_the_switch_explains_what_is_missing()
    {
        var toggle = Show("PAPER", hasLive: false);

        Assert.Equal("true", toggle.Find("[data-mode=paper]").GetAttribute("aria-pressed"));
        Assert.Equal("live-missing", toggle.Find("[data-mode=live]").GetAttribute("data-opens"));
        Assert.Equal(["no", "no", "yes", "no", "yes"], toggle.FindAll(".missing li").Select(item => item.GetAttribute("data-has")));
        Assert.Contains("PAPER_TRADING=true", toggle.Find(".missing").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_person_and_the_process_have_is_said_as_it_is()
    {
        Desk.IsPaperOnly = false;
        Sitter = new Sitter(new Person(2, "viewer", Roles.Viewer, ["PAPER-1"]), 2);

        var toggle = Show("PAPER", hasLive: false);

        Assert.Equal(["no", "yes", "no", "no", "no"], toggle.FindAll(".missing li").Select(item => item.GetAttribute("data-has")));
        Assert.Contains("PAPER_TRADING=false", toggle.Find(".missing").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void With_one_the_switch_chooses_the_book()
    {
        var chosen = "";
        var toggle = Render<ModeToggle>(p =>
            p.Add(x => x.Mode, "PAPER").Add(x => x.HasLive, true).Add(x => x.OnLive, () => chosen = "live"));

        toggle.Find("[data-mode=live]").Click();

        Assert.Equal("live", chosen);
        Assert.Null(toggle.Find("[data-mode=live]").GetAttribute("data-opens"));
    }

    private RenderedComponent<ModeToggle> Show(string mode, bool hasLive) =>
        Render<ModeToggle>(p => p.Add(x => x.Mode, mode).Add(x => x.HasLive, hasLive));
}
