using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Overlays;

namespace TradingDesk.Tests.Web.Components;

/// <summary>The palette finds by few letters, groups what it finds, and does what Enter is pressed on.</summary>
public sealed class CommandPaletteTests : ComponentTestContext
{
    private static readonly PaletteCommand[] _commands =
    [
        new("orders", "Orders", "Pages", "G O"), new("risk", "Risk", "Pages"),
        new("kill", "Open the kill switch", "Actions", Words: "panic"), new("infy", "INFY", "Instruments", Hint: "NSE"),
    ];

    private readonly List<string> _chosen = [];

    [Fact]
    public void Everything_stands_in_its_group_with_its_keys_and_the_first_is_marked()
    {
        var palette = RenderPalette(_commands);

        Assert.Equal(["Pages", "Actions", "Instruments"],
            palette.FindAll("[role=group]").Select(group => group.GetAttribute("aria-label")));
        Assert.Equal("G O", palette.Find("#p-0 kbd").TextContent);
        Assert.Equal("p-0", palette.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Equal("4 fit.", palette.Find("[role=status]").TextContent);
    }

    [Fact]
    public void A_few_letters_leave_what_fits_and_Enter_closes_before_it_is_told()
    {
        var palette = RenderPalette(_commands);

        palette.Find("input").Input("panic");
        palette.Find("input").KeyDown("Enter");

        Assert.Equal(["kill"], _chosen);
        Assert.Single(JSInterop.Of("deskOverlays.hide"));
    }

    [Fact]
    public void Arrows_go_round()
    {
        var palette = RenderPalette(_commands);

        palette.Find("input").KeyDown("ArrowUp");
        var last = palette.Find("input").GetAttribute("aria-activedescendant");
        palette.Find("input").KeyDown("ArrowDown");

        Assert.Equal(("p-3", "p-0"), (last, palette.Find("input").GetAttribute("aria-activedescendant")));
    }

    [Fact]
    public void Where_nothing_fits_Enter_does_nothing()
    {
        var palette = RenderPalette(_commands);

        palette.Find("input").Input("zzz");
        palette.Find("input").KeyDown("Enter");

        Assert.Empty(_chosen);
        Assert.Equal("Nothing fits “zzz”.", palette.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Closed_it_forgets_what_was_typed()
    {
        var palette = RenderPalette(_commands);
        palette.Find("input").Input("risk");

        palette.Find("dialog").Raise("onclose", EventArgs.Empty);

        Assert.Equal(4, palette.FindAll("[role=option]").Count);
    }

    [Fact]
    public void Of_thousands_the_best_fifty_are_drawn()
    {
        var palette = RenderPalette(
            [.. Enumerable.Range(0, 3_000).Select(place => new PaletteCommand($"c{place}", $"Command {place}", "All"))]);

        Assert.Equal(50, palette.FindAll("[role=option]").Count);
        Assert.Equal("3,000 fit, the best 50 are shown.", palette.Find("[role=status]").TextContent);
    }

    private RenderedComponent<CommandPalette> RenderPalette(IReadOnlyList<PaletteCommand> commands) => Render<CommandPalette>(p =>
        p.Add(x => x.Id, "p").Add(x => x.Commands, commands).Add(x => x.OnChosen, command => _chosen.Add(command.Id)));
}
