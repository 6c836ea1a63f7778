using TradingDesk.Web.Pages.Watch;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>Lists as text: what is kept comes back, and what was spoilt is cut to what a person may have.</summary>
public sealed class WatchListsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1:2885")]
    [InlineData("1:2885,1:11536;2:5")]
    [InlineData(",")]
    [InlineData("1:1;")]
    [InlineData(";1:1;;")]
    public void What_is_kept_comes_back(string text)
    {
        var lists = WatchLists.Parse(text);

        Assert.Equal(text, lists.ToText());
        Assert.Equal(text.Length == 0 ? 0 : text.Split(';').Length, lists.Lists.Length);
    }

    [Fact]
    public void What_is_too_much_is_left_out()
    {
        var text = string.Join(';', Enumerable.Repeat(string.Join(',', Enumerable.Range(0, 80).Select(number => $"1:{number}")), 9));

        var lists = WatchLists.Parse(text);

        Assert.Equal((WatchLists.ListsMost, WatchLists.EachMost), (lists.Lists.Length, lists.Lists[0].Length));
        Assert.False(lists.HasRoom);
    }

    [Fact]
    public void Nothing_stands_twice_and_a_move_ends_at_the_edge()
    {
        var lists = WatchLists.Parse("a,b,c").Add(0, "b").Move(0, "c", 5).Move(0, "a", -1).Move(0, "c", -2);

        Assert.Equal("c,a,b", lists.ToText());
    }
}
