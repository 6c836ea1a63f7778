using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Fields;

namespace TradingDesk.Tests.Web.Components;

/// <summary>A combobox marks, picks and forgets as its pattern says, and never picks what was found for other letters.</summary>
public sealed class ComboBoxTests : ComponentTestContext
{
    private static readonly string[] _all = ["INFY", "ITC", "TCS", "TITAN"];

    private readonly List<string?> _told = [];
    private readonly List<TaskCompletionSource<IReadOnlyList<string>>> _searches = [];

    [Fact]
    public void Closed_it_names_its_list_and_marks_nothing()
    {
        var box = RenderBox();

        var input = box.Find("input");

        Assert.Equal(("combobox", "false", "who-list", null), (input.GetAttribute("role"), input.GetAttribute("aria-expanded"),
            input.GetAttribute("aria-controls"), input.GetAttribute("aria-activedescendant")));
        Assert.True(box.Find("[role=listbox]").HasAttribute("hidden"));
    }

    [Fact]
    public void Typing_opens_it_and_marks_the_best()
    {
        var box = RenderBox();

        box.Find("input").Input("t");

        Assert.Equal(["ITC", "TCS", "TITAN"], Options(box));
        Assert.Equal(("true", "who-option-0"),
            (box.Find("input").GetAttribute("aria-expanded"), box.Find("input").GetAttribute("aria-activedescendant")));
        Assert.Equal("true", box.Find("#who-option-0").GetAttribute("aria-selected"));
        Assert.Equal("3 options.", box.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Arrows_move_around_and_Enter_picks()
    {
        var box = RenderBox();
        box.Find("input").Input("t");

        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp" }) box.Find("input").KeyDown(key);
        box.Find("input").KeyDown("Enter");

        Assert.Equal(["TITAN"], _told);
        Assert.Equal(("TITAN", "false"), (box.Find("input").GetAttribute("value"), box.Find("input").GetAttribute("aria-expanded")));
    }

    [Fact]
    public void Opened_without_letters_it_marks_nothing_and_Enter_picks_nothing()
    {
        var box = RenderBox();

        box.Find("input").KeyDown("ArrowDown");
        box.Find("input").KeyDown("Enter");

        Assert.Equal(4, Options(box).Count);
        Assert.Empty(_told);
    }

    [Fact]
    public void Enter_during_a_search_picks_nothing_and_a_late_answer_is_dropped()
    {
        var box = RenderBox(p => p.Add(x => x.Search, SearchSlowly));
        box.Find("input").Input("i");
        box.Find("input").KeyDown("Enter");

        box.Find("input").Input("tc");
        _searches[1].SetResult(["TCS"]);
        box.WaitForAssertion(() => Assert.Equal(["TCS"], Options(box)));
        _searches[0].SetResult(["INFY"]);

        Assert.Empty(_told);
        Assert.Equal(["TCS"], Options(box));
    }

    [Fact]
    public void While_it_searches_it_says_so_and_a_failure_too()
    {
        var box = RenderBox(p => p.Add(x => x.Search, SearchSlowly));
        box.Find("input").Input("i");
        var searching = box.Find("[role=status]").TextContent;

        _searches[0].SetException(new IOException("away"));

        Assert.Equal("Searching ...", searching);
        box.WaitForAssertion(() => Assert.Contains("failed", box.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void What_fits_nothing_is_said()
    {
        var box = RenderBox();

        box.Find("input").Input("zzz");

        Assert.Equal("Nothing fits “zzz”.", box.Find(".combo-state").TextContent);
    }

    [Fact]
    public void Escape_closes_and_leaving_brings_back_what_holds()
    {
        var box = RenderBox(p => p.Add(x => x.Value, "ITC"));
        box.Find("input").Input("zz");
        box.Find("input").KeyDown("Escape");
        var expanded = box.Find("input").GetAttribute("aria-expanded");

        box.Find("input").Blur();

        Assert.Equal(("false", "ITC"), (expanded, box.Find("input").GetAttribute("value")));
        Assert.Empty(_told);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "ITC")]
    public void An_emptied_field_is_a_choice_of_none_where_that_is_allowed(bool allows, string shown)
    {
        var box = RenderBox(p => p.Add(x => x.Value, "ITC").Add(x => x.AllowsNone, allows));

        box.Find("input").Input("");
        box.Find("input").Blur();

        Assert.Equal(shown, box.Find("input").GetAttribute("value") ?? "");
        Assert.Equal(allows ? [null] : [], _told);
    }

    [Fact]
    public void More_options_than_it_shows_are_named()
    {
        var box = RenderBox(p => p.Add(x => x.Most, 2));

        box.Find("input").Input("t");

        Assert.Equal(2, Options(box).Count);
        Assert.Contains("type on", box.Find(".combo-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_browser_is_told_which_keys_are_the_list_s()
    {
        var box = RenderBox();
        var closed = box.Find("input").GetAttribute("data-holds");

        box.Find("input").Input("t");

        Assert.DoesNotContain("Enter", closed!, StringComparison.Ordinal);
        Assert.Contains("Escape Enter", box.Find("input").GetAttribute("data-holds")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_press_on_an_option_picks_it()
    {
        var box = RenderBox();
        box.Find("input").Click();

        box.Find("#who-option-2").Click();

        Assert.Equal(["TCS"], _told);
    }

    private static IReadOnlyList<string> Options(RenderedComponent<ComboBox<string>> box) =>
        [.. box.FindAll("[role=option]").Select(option => option.TextContent)];

    private RenderedComponent<ComboBox<string>> RenderBox(Action<ParameterBuilder<ComboBox<string>>>? more = null) =>
        Render<ComboBox<string>>(p =>
        {
            p.Add(x => x.Id, "who").Add(x => x.Label, "Instrument").Add(x => x.Search, SearchAtOnce).Add(x => x.Text, text => text)
                .Add(x => x.ValueChanged, told => _told.Add(told));
            more?.Invoke(p);
        });

    private static Task<IReadOnlyList<string>> SearchAtOnce(string typed, CancellationToken cancelled) =>
        Task.FromResult<IReadOnlyList<string>>([.. _all.Where(one => one.Contains(typed, StringComparison.OrdinalIgnoreCase))]);

    private Task<IReadOnlyList<string>> SearchSlowly(string typed, CancellationToken cancelled)
    {
        _searches.Add(new TaskCompletionSource<IReadOnlyList<string>>());
        return _searches[^1].Task;
    }
}
