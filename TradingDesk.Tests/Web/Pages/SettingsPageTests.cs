using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Settings;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>Settings are applied by the browser's script, but for what is asked about first, which the desk itself must know.</summary>
public sealed class SettingsPageTests : DeskPageContext
{
    [Fact]
    public void The_browser_is_asked_to_show_what_is_in_force()
    {
        Render<SettingsPage>();

        Assert.Single(JSInterop.Of("desk.showSettings"));
    }

    [Theory]
    [InlineData("theme", "dark light")]
    [InlineData("palette", "standard colour-blind")]
    [InlineData("density", "compact comfortable")]
    [InlineData("keys", "on off")]
    public void Each_setting_offers_the_values_that_a_page_knows(string name, string values)
    {
        var page = Render<SettingsPage>();

        var inputs = page.FindAll($"[data-setting={name}][name=page-{name}]");

        Assert.Equal(values.Split(' '), inputs.Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public void What_is_asked_about_first_is_kept_and_shown_as_it_is_kept()
    {
        var page = Render<ConfirmationChoice>();
        Assert.True(page.Find("[value=always]").HasAttribute("checked"));

        page.Find("[value=real-money]").Change("real-money");

        Assert.Equal(Confirmations.OnlyRealMoney, Chosen[Confirmations.Choice]);
        Assert.True(page.Find("[value=real-money]").HasAttribute("checked"));
        Assert.Equal("Saved.", page.Find(".confirm-answer").TextContent);
    }

    [Theory]
    [InlineData("", "PAPER", true)]
    [InlineData("real-money", "PAPER", false)]
    [InlineData("real-money", "LIVE", true)]
    [InlineData("real-money", "", true)]
    [InlineData("nonsense", "PAPER", true)]
    public void Only_paper_goes_unasked_and_only_for_who_chose_so(string choice, string mode, bool asks) =>
        Assert.Equal(asks, new Confirmations(new Choices(_ => choice, (_, _) => { })).AsksFor(mode));
}
