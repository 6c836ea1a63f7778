using Microsoft.AspNetCore.Components;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Tests.Web.Components;

/// <summary>A data table in each of its conditions; its rows render only when they are other objects.</summary>
public sealed class DataTableTests : ComponentTestContext
{
    private readonly List<string> _drawn = [];
    private readonly IReadOnlyList<TableColumn<Line>> _columns;

    public DataTableTests() => _columns =
    [
        new("name", "Name") { Text = line => line.Name, SortKey = line => line.Name, IsRowHeader = true, IsHideable = false },
        new("worth", "Worth") { Cell = Draw, SortKey = line => line.Worth, IsNumber = true, Width = 90 },
        new("note", "Note") { Text = _ => "note", IsHiddenAtFirst = true },
    ];

    [Fact]
    public void It_names_itself_its_columns_and_its_rows()
    {
        var table = RenderTable([new("TCS", 5), new("INFY", 9)]);

        Assert.Equal("positions", table.Find("table").GetAttribute("aria-label"));
        Assert.Equal(["Name", "Worth"], table.FindAll("thead th").Select(head => head.TextContent));
        Assert.Equal(["TCS", "INFY"], table.FindAll("tbody th[scope=row]").Select(head => head.TextContent));
        Assert.Equal(("n", "min-width:90px"),
            (table.FindAll("thead th")[1].GetAttribute("class"), table.FindAll("thead th")[1].GetAttribute("style")));
    }

    [Fact]
    public void A_row_renders_only_when_it_is_another_object()
    {
        Line kept = new("TCS", 5);
        var table = RenderTable([kept, new("INFY", 9)]);
        _drawn.Clear();

        table.SetParametersAndRender(p => Fill(p, [kept, new("INFY", 10)]));

        Assert.Equal(["INFY"], _drawn);
        Assert.Equal("10", table.FindAll("tbody td")[1].TextContent);
    }

    [Fact]
    public void The_same_list_again_renders_nothing()
    {
        Line[] rows = [new("TCS", 5)];
        var table = RenderTable(rows);
        var renders = table.RenderCount;
        _drawn.Clear();

        table.SetParametersAndRender(p => Fill(p, rows));

        Assert.Empty(_drawn);
        Assert.InRange(table.RenderCount - renders, 0, 1);
    }

    [Fact]
    public void A_press_on_a_header_sorts_and_says_which_way()
    {
        TableSort? told = null;
        var table = RenderTable([new("TCS", 5), new("INFY", 9)], p => p.Add(x => x.SortChanged, sort => told = sort));

        table.FindAll(".sort")[1].Click();

        Assert.Equal(["INFY", "TCS"], Names(table));
        Assert.Equal("descending", table.FindAll("thead th")[1].GetAttribute("aria-sort"));
        Assert.False(table.FindAll("thead th")[0].HasAttribute("aria-sort"));
        Assert.Equal(new TableSort("worth", true), told);
    }

    [Fact]
    public void While_a_person_is_at_the_rows_none_changes_its_place()
    {
        var table = RenderTable([new("TCS", 5), new("INFY", 9)], p => p.Add(x => x.Sort, new TableSort("worth", true)));
        Attend(table, true);

        table.SetParametersAndRender(p => Fill(p, [new("TCS", 50), new("INFY", 9), new("ITC", 99)])
            .Add(x => x.Sort, new TableSort("worth", true)));
        var held = Names(table);
        Attend(table, false);

        Assert.Equal(["INFY", "TCS", "ITC"], held);
        Assert.Equal(["ITC", "TCS", "INFY"], Names(table));
    }

    [Fact]
    public void Rows_that_come_after_all_were_gone_keep_no_places()
    {
        var table = RenderTable([new("TCS", 5)], p => p.Add(x => x.Sort, new TableSort("worth", true)));
        Attend(table, true);

        foreach (var rows in new Line[][] { [], [new("TCS", 5), new("INFY", 9)], [new("TCS", 50), new("INFY", 9)] })
            table.SetParametersAndRender(p => Fill(p, rows).Add(x => x.Sort, new TableSort("worth", true)));

        Assert.Equal(["TCS", "INFY"], Names(table));
    }

    [Fact]
    public void A_filter_counts_what_it_leaves_and_can_be_cleared()
    {
        var table = RenderTable([new("TCS", 5), new("INFY", 9)], p => p.Add(x => x.CanFilter, true));
        table.Find("input[type=search]").Input("inf");
        var (some, count) = (Names(table), table.Find(".table-count").TextContent);

        table.Find("input[type=search]").Input("zzz");
        var state = table.Find(".empty-state");
        table.Find(".empty-state button").Click();

        Assert.Equal(["INFY"], some);
        Assert.Equal("1 of 2 rows", count);
        Assert.Equal("filtered", state.GetAttribute("data-kind"));
        Assert.Equal(["TCS", "INFY"], Names(table));
    }

    [Fact]
    public void A_column_is_chosen_told_and_shown()
    {
        IReadOnlyCollection<string>? hidden = null;
        var table = RenderTable([new("TCS", 5)],
            p => p.Add(x => x.CanChooseColumns, true).Add(x => x.HiddenColumnsChanged, now => hidden = now));

        var choices = table.FindAll(".column-chooser [role=menuitemcheckbox]").Select(entry => entry.Words).ToList();
        table.FindAll(".column-chooser [role=menuitemcheckbox]")[1].Click();

        Assert.Equal(["Worth ✓", "Note"], choices);
        Assert.Equal("true", table.FindAll(".column-chooser [role=menuitemcheckbox]")[1].GetAttribute("aria-checked"));
        Assert.Equal(["Name", "Worth", "Note"], table.FindAll("thead th").Select(head => head.TextContent));
        Assert.Empty(hidden!);
    }

    [Fact]
    public void One_row_is_in_the_tab_order_and_a_row_opens()
    {
        Line? opened = null;
        var table = RenderTable([new("TCS", 5), new("INFY", 9)],
            p => p.Add(x => x.OnOpened, line => opened = line).Add(x => x.ChosenKey, "TCS"));

        table.FindAll("tbody tr")[1].Raise("onrowopened", EventArgs.Empty);

        Assert.Equal(["0", "-1"], table.FindAll("tbody tr").Select(row => row.GetAttribute("tabindex")));
        Assert.Equal(["true", null], table.FindAll("tbody tr").Select(row => row.GetAttribute("aria-current")));
        Assert.Equal("INFY", opened?.Name);
    }

    [Theory]
    [InlineData(TableCondition.Loading, "loading", "Reading the positions ...")]
    [InlineData(TableCondition.Ready, "empty", "No positions yet.")]
    [InlineData(TableCondition.Failed, "error", "The positions could not be read.")]
    public void Nothing_to_show_is_told_by_its_reason(TableCondition condition, string kind, string sentence)
    {
        var tries = 0;
        var table = RenderTable([], p => p.Add(x => x.Standing, new(condition)).Add(x => x.OnRetry, () => tries++));

        if (condition == TableCondition.Failed) table.Find(".empty-state button").Click();

        Assert.Equal(kind, table.Find(".empty-state").GetAttribute("data-kind"));
        Assert.Contains(sentence, table.Text, StringComparison.Ordinal);
        Assert.Equal(condition == TableCondition.Failed ? 1 : 0, tries);
        Assert.Null(table.TryFind("table"));
    }

    [Theory]
    [InlineData(TableCondition.Stale, "Stale: the last word is 12 s old.")]
    [InlineData(TableCondition.Disconnected, "Disconnected: these rows are 12 s old.")]
    [InlineData(TableCondition.Closed, "The market is closed.")]
    [InlineData(TableCondition.Loading, "Reading the positions ...")]
    [InlineData(TableCondition.Failed, "The positions could not be read again.")]
    public void Rows_that_may_not_be_of_now_stay_under_a_sentence(TableCondition condition, string sentence)
    {
        var table = RenderTable([new("TCS", 5)], p => p.Add(x => x.Standing, new(condition, Age: "12 s")));

        Assert.Contains(sentence, table.Find(".table-note:is([role=status], [role=alert])").TextContent, StringComparison.Ordinal);
        Assert.Equal(["TCS"], Names(table));
    }

    [Fact]
    public void A_long_list_is_drawn_in_part()
    {
        var table = RenderTable([.. Enumerable.Range(0, 5_000).Select(place => new Line($"N{place}", place))]);

        Assert.Equal("5001", table.Find("table").GetAttribute("aria-rowcount"));
        Assert.InRange(table.FindAll("tbody tr").Count, 0, 100);
    }

    [Fact]
    public void Rows_of_a_group_stand_together_under_its_words_whatever_they_are_sorted_by()
    {
        var table = RenderTable([new("TCS", 5), new("INFY", 70), new("ITC", 9)], p => p
            .Add(x => x.Group, line => line.Name == "INFY" ? null : new TableGroup("Held", "since before"))
            .Add(x => x.Sort, new TableSort("worth", true)));

        Assert.Equal(["Held since before", "ITC 9", "TCS 5", "INFY 70"], table.FindAll("tbody tr").Select(row => row.Words));
        Assert.Equal("2", table.Find(".table-group th").GetAttribute("colspan"));
    }

    [Fact]
    public void More_rows_are_shown_when_asked_for()
    {
        Line[] rows = [.. Enumerable.Range(0, 25).Select(place => new Line($"N{place}", place))];
        var table = RenderTable(rows, p => p.Add(x => x.PageSize, 10));
        Assert.Equal(("Show 10 more of 15", 10), (table.Find(".table-foot button").Words, Names(table).Count));

        table.Find(".table-foot button").Click();
        var rest = table.Find(".table-foot button").Words;
        table.Find(".table-foot button").Click();

        Assert.Equal("Show 5 more of 5", rest);
        Assert.Equal(25, Names(table).Count);
        Assert.Null(table.TryFind(".table-foot"));
    }

    [Fact]
    public void What_unfolds_stands_below_its_row_over_all_columns()
    {
        var table = RenderTable([new("TCS", 5), new("INFY", 9)],
            p => p.Add(x => x.Detail, line => tree => tree.AddContent(0, $"about {line.Name}")).Add(x => x.DetailKey, "TCS"));

        Assert.Equal(["TCS 5", "about TCS", "INFY 9"], table.FindAll("tbody tr").Select(row => row.Words));
        Assert.Equal("2", table.Find(".row-detail td").GetAttribute("colspan"));
    }

    [Fact]
    public void What_a_row_shows_beside_itself_draws_it_anew_and_no_other()
    {
        Line[] rows = [new("TCS", 5), new("INFY", 9)];
        var busy = "";
        var table = RenderTable(rows, p => p.Add(x => x.Beside, line => line.Name == busy));
        _drawn.Clear();
        busy = "INFY";

        table.SetParametersAndRender(p => Fill(p, rows).Add(x => x.Beside, line => line.Name == busy));

        Assert.Equal(["INFY"], _drawn);
    }

    [Fact]
    public void Sums_stand_under_their_columns_and_go_with_them()
    {
        TableColumn<Line>[] columns =
            [_columns[0] with { Total = tree => tree.AddContent(0, "All") }, _columns[1] with { Total = tree => tree.AddContent(0, "14") }];
        var table = RenderTable([new("TCS", 5), new("INFY", 9)], p => p.Add(x => x.Columns, columns).Add(x => x.CanChooseColumns, true));
        Assert.Equal("All 14", table.Find("tfoot tr").Words);

        table.Find(".column-chooser [role=menuitemcheckbox]").Click();

        Assert.Equal("All", table.Find("tfoot tr").Words);
    }

    [Fact]
    public void A_table_of_several_lines_is_one_of_cards_on_a_phone_whose_figures_are_named()
    {
        TableColumn<Line>[] columns = [_columns[0], _columns[1] with { Line = 2, IsLabelled = true }];

        var table = RenderTable([new("TCS", 5)], p => p.Add(x => x.Columns, columns));

        Assert.Equal("book-table cards", table.Find("table").GetAttribute("class"));
        var worth = table.Find("tbody td");
        Assert.Equal(("n line-2", "Worth"), (worth.GetAttribute("class"), worth.GetAttribute("data-label")));
        Assert.Equal("book-table ", RenderTable([new("TCS", 5)]).Find("table").GetAttribute("class"));
    }

    [Fact]
    public void A_choice_of_the_page_that_leaves_nothing_is_no_empty_list()
    {
        var state = RenderTable([], p => p.Add(x => x.Standing, TableStanding.Filtered("Nothing was refused."))).Find(".empty-state");

        Assert.Equal(("filtered", "Nothing was refused."), (state.GetAttribute("data-kind"), state.Words));
    }

    private static IReadOnlyList<string> Names(RenderedComponent<DataTable<Line>> table) =>
        [.. table.FindAll("tbody th").Select(head => head.TextContent)];

    private static void Attend(RenderedComponent<DataTable<Line>> table, bool isThere) =>
        table.Find("tbody").Raise("onattended", new AttendedEventArgs { IsAttended = isThere });

    private RenderedComponent<DataTable<Line>> RenderTable(
        IReadOnlyList<Line> rows, Action<ParameterBuilder<DataTable<Line>>>? more = null) =>
        Render<DataTable<Line>>(p =>
        {
            Fill(p, rows);
            more?.Invoke(p);
        });

    private ParameterBuilder<DataTable<Line>> Fill(ParameterBuilder<DataTable<Line>> parameters, IReadOnlyList<Line> rows) => parameters
        .Add(x => x.Id, "positions").Add(x => x.Label, "positions").Add(x => x.Rows, rows).Add(x => x.Columns, _columns)
        .Add(x => x.RowKey, line => line.Name);

    private RenderFragment Draw(Line line) => tree =>
    {
        _drawn.Add(line.Name);
        tree.AddContent(0, line.Worth);
    };

    private sealed record Line(string Name, decimal Worth);
}
