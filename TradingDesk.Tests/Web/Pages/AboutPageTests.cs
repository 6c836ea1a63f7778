using TradingDesk.Engine.People;
using TradingDesk.Web.Pages.About;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The about page names the program, what is in it and whose that is.</summary>
public sealed class AboutPageTests : DeskPageContext
{
    [Fact]
    public void The_chart_is_credited_with_a_link()
    {
        var page = Render<AboutPage>();

        Assert.Contains("TradingView Lightweight Charts", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.TryFind("a[href='https://www.tradingview.com/']"));
    }

    [Fact]
    public void Software_of_others_stands_with_its_licence()
    {
        var rows = Render<AboutPage>().FindAll("#notices tbody tr").Select(row => row.Words);

        Assert.Contains(rows, row => row.StartsWith("lightweight-charts", StringComparison.Ordinal)
            && row.Contains("Apache-2.0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_of_the_notices_is_read_part_by_part()
    {
        string[] lines = ["Written by a script.", "", "In the browser", "", "one-two 3.4 | MIT | A | B", "-----", "x 1 | y | z"];

        var notice = Assert.Single(Notices.Parse(lines));

        Assert.Equal(new Notice("one-two", "3.4", "MIT", "A | B") { Place = "In the browser" }, notice);
    }

    [Fact]
    public void Only_administrators_are_shown_the_way_to_the_components()
    {
        Assert.NotNull(Render<AboutPage>().TryFind("a[href=components]"));
        Sitter = Sitter! with { Person = Sitter.Person with { Roles = Roles.Viewer } };

        Assert.Null(Render<AboutPage>().TryFind("a[href=components]"));
    }
}
