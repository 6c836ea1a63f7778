using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Overlays;

namespace TradingDesk.Tests.Web.Components;

/// <summary>Dialogs and menus are the platform's own, named, and told apart by what was chosen.</summary>
public sealed class OverlaysTests : ComponentTestContext
{
    [Fact]
    public async Task A_dialog_is_named_by_its_title_opened_and_closed_by_the_browser()
    {
        var dialog = Render<DeskDialog>(p => p.Add(x => x.Id, "modify").Add(x => x.Title, "Modify order").AddChildContent("<p>body</p>"));

        await dialog.InvokeAsync(dialog.Instance.OpenAsync);
        await dialog.InvokeAsync(dialog.Instance.CloseAsync);

        Assert.Equal("Modify order", dialog.Find($"#{dialog.Find("dialog").GetAttribute("aria-labelledby")}").TextContent);
        Assert.Single(JSInterop.Of("deskOverlays.show"));
        Assert.Single(JSInterop.Of("deskOverlays.hide"));
    }

    [Fact]
    public void A_dialog_s_first_stop_is_what_it_asks_and_the_last_closes_it()
    {
        var dialog = Render<DeskDialog>(p => p
            .Add(x => x.Id, "modify").Add(x => x.Title, "Modify").AddChildContent("<input id=\"price\">"));

        var stops = dialog.FindAll("input, button");

        Assert.Equal(("price", "Close Modify"), (stops[0].GetAttribute("id"), stops[^1].GetAttribute("aria-label")));
        Assert.True(stops[^1].HasAttribute("data-closes"));
    }

    [Fact]
    public void A_dialog_tells_that_it_was_closed()
    {
        var closed = 0;
        var dialog = Render<DeskDialog>(p => p.Add(x => x.Id, "modify").Add(x => x.Title, "Modify").Add(x => x.OnClosed, () => closed++));

        dialog.Find("dialog").Raise("onclose", EventArgs.Empty);

        Assert.Equal(1, closed);
    }

    [Fact]
    public void A_sheet_is_a_dialog_that_says_so()
    {
        var dialog = Render<DeskDialog>(p => p.Add(x => x.Id, "ticket").Add(x => x.Title, "Ticket").Add(x => x.IsSheet, true));

        var classes = dialog.Find("dialog").ClassList;

        Assert.True(classes.Contains("sheet"));
    }

    [Fact]
    public void A_menu_s_entries_close_it_and_are_told()
    {
        MenuEntry? chosen = null;
        var menu = Render<DeskMenu>(p => p.Add(x => x.Id, "acts").Add(x => x.Text, "Actions").Add(x => x.OnChosen, entry => chosen = entry)
            .Add(x => x.Entries, [new MenuEntry("depth", "Show depth", "D"), new MenuEntry("alert", "Alert", IsDisabled: true)]));

        menu.FindAll("[role=menuitem]")[0].Click();

        Assert.Equal("depth", chosen?.Id);
        Assert.Equal(("acts", "hide"), (menu.FindAll("[role=menuitem]")[0].GetAttribute("popovertarget"),
            menu.FindAll("[role=menuitem]")[0].GetAttribute("popovertargetaction")));
        Assert.True(menu.FindAll("[role=menuitem]")[1].HasAttribute("disabled"));
        Assert.Equal("menu", menu.Find("button").GetAttribute("aria-haspopup"));
    }
}
