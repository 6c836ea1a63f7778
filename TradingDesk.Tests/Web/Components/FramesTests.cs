using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Frames;

namespace TradingDesk.Tests.Web.Components;

/// <summary>Tabs and splitters say where they stand and tell where a person put them.</summary>
public sealed class FramesTests : ComponentTestContext
{
    [Fact]
    public void The_chosen_tab_alone_is_in_the_tab_order_and_names_the_panel()
    {
        var tabs = RenderTabs(_ => { });

        var all = tabs.FindAll("[role=tab]");

        Assert.Equal([("true", "0"), ("false", "-1")],
            all.Select(tab => (tab.GetAttribute("aria-selected"), tab.GetAttribute("tabindex"))));
        Assert.Equal("book-positions", tabs.Find("[role=tabpanel]").GetAttribute("aria-labelledby"));
        Assert.Equal("book-panel", all[0].GetAttribute("aria-controls"));
        Assert.Equal("1,112", tabs.Find(".tab-count").TextContent);
    }

    [Fact]
    public void A_press_on_another_tab_is_told_and_on_the_chosen_one_is_not()
    {
        List<string> told = [];
        var tabs = RenderTabs(told.Add);

        tabs.FindAll("[role=tab]")[0].Click();
        tabs.FindAll("[role=tab]")[1].Click();

        Assert.Equal(["orders"], told);
    }

    [Fact]
    public void A_splitter_says_its_size_its_limits_and_what_it_moves()
    {
        var bar = RenderSplitter(_ => { }).Find("[role=separator]");

        Assert.Equal(("300", "200", "500", "watch"), (bar.GetAttribute("aria-valuenow"), bar.GetAttribute("aria-valuemin"),
            bar.GetAttribute("aria-valuemax"), bar.GetAttribute("aria-controls")));
        Assert.Equal(("vertical", "0"), (bar.GetAttribute("aria-orientation"), bar.GetAttribute("tabindex")));
    }

    [Theory]
    [InlineData(320, 320)]
    [InlineData(9_000, 500)]
    public void Where_it_was_put_is_told_within_its_limits(int size, int expected)
    {
        var told = 0;
        var splitter = RenderSplitter(now => told = now);

        splitter.Find("[role=separator]").Raise("onsplitmoved", new SplitMovedEventArgs { Size = size });

        Assert.Equal(expected, told);
        Assert.Equal($"{expected}", splitter.Find("[role=separator]").GetAttribute("aria-valuenow"));
    }

    private RenderedComponent<Tabs> RenderTabs(Action<string> told) => Render<Tabs>(p => p
        .Add(x => x.Id, "book").Add(x => x.Label, "Book").Add(x => x.Chosen, "positions").Add(x => x.ChosenChanged, told)
        .Add(x => x.Items, [new DeskTab("positions", "Positions", 1_112), new DeskTab("orders", "Orders")]).AddChildContent("<p>rows</p>"));

    private RenderedComponent<Splitter> RenderSplitter(Action<int> told) => Render<Splitter>(p => p
        .Add(x => x.Label, "Width of the watchlist").Add(x => x.Property, "--watch").Add(x => x.Controls, "watch").Add(x => x.Size, 300)
        .Add(x => x.Least, 200).Add(x => x.Most, 500).Add(x => x.SizeChanged, told));
}
