using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Tests.Web.Components;

/// <summary>Rows are filtered by every word, sorted stably with the unknown last, and kept where they stood when asked.</summary>
public sealed class TableOrderTests
{
    private static readonly TableColumn<Line> _name = new("name", "Name") { Text = line => line.Name, SortKey = line => line.Name };
    private static readonly TableColumn<Line> _worth =
        new("worth", "Worth") { Text = line => $"{line.Worth}", SortKey = line => line.Worth, IsNumber = true };

    private static readonly Line[] _lines = [new("tcs", 5), new("INFY", null), new("Itc", 9), new("sbin", 5)];

    [Theory]
    [InlineData("", "tcs INFY Itc sbin")]
    [InlineData("i", "INFY Itc sbin")]
    [InlineData("9 it", "Itc")]
    [InlineData("5 x", "")]
    public void Every_word_must_be_found_in_some_column(string filter, string expected)
    {
        var rows = TableOrder.Filter(_lines, [_name, _worth], filter);

        Assert.Equal(expected, Names(rows));
    }

    [Theory]
    [InlineData(false, "tcs sbin Itc INFY")]
    [InlineData(true, "Itc tcs sbin INFY")]
    public void Rows_without_a_key_stand_last_whichever_way_and_equal_ones_keep_their_order(bool isDescending, string expected)
    {
        var rows = TableOrder.Sort(_lines, _worth, isDescending);

        Assert.Equal(expected, Names(rows));
    }

    [Fact]
    public void Words_sort_without_regard_to_capitals()
    {
        var rows = TableOrder.Sort(_lines, _name, isDescending: false);

        Assert.Equal("INFY Itc sbin tcs", Names(rows));
    }

    [Fact]
    public void Rows_that_stood_keep_their_places_and_new_ones_come_behind()
    {
        var rows = TableOrder.Hold<Line>([new("new", 99), new("Itc", 1), new("tcs", 7)], line => line.Name, ["tcs", "gone", "Itc"]);

        Assert.Equal("tcs Itc new", Names(rows));
    }

    [Fact]
    public void A_header_goes_through_its_own_way_the_other_way_and_none()
    {
        var first = TableSort.After(null, _worth);
        var second = TableSort.After(first, _worth);
        var third = TableSort.After(second, _worth);

        Assert.Equal((new TableSort("worth", true), new TableSort("worth", false), null), (first, second, third));
        Assert.Equal(new TableSort("name", false), TableSort.After(second, _name));
    }

    private static string Names(IEnumerable<Line> rows) => string.Join(' ', rows.Select(line => line.Name));

    private sealed record Line(string Name, decimal? Worth);
}
