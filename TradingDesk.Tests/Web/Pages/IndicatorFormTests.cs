using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The form is made from the catalogue: whatever it gives is a specification whose numbers are allowed.</summary>
public sealed class IndicatorFormTests : DeskPageContext
{
    private readonly List<string> _done = [];
    private int _cancelled;

    [Fact]
    public void Without_a_specification_the_catalogue_comes_first()
    {
        var form = Show(null);

        var codes = form.FindAll(".kind strong").Select(code => code.TextContent);

        Assert.Equal(["RSI", "SMA", "SUPERTREND"], codes);
        Assert.Null(form.TryFind("form"));
    }

    [Theory]
    [InlineData("super", "SUPERTREND")]
    [InlineData("moving average", "SMA")]
    [InlineData("gains", "RSI")]
    public void The_catalogue_is_searched_by_code_name_and_help(string search, string code)
    {
        var form = Show(null);

        form.Find("input").Input(search);

        Assert.Equal(code, Assert.Single(form.FindAll(".kind strong")).TextContent);
    }

    [Fact]
    public void A_search_without_a_match_says_so()
    {
        var form = Show(null);

        form.Find("input").Input("zigzag");

        Assert.Contains("No indicator matches “zigzag”.", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picked_indicator_has_its_defaults_and_its_help()
    {
        var form = Show(null);

        form.Find("input").KeyDown("Enter");

        Assert.Equal("14", form.Find("input").GetAttribute("value"));
        Assert.Contains("Changes averaged. 2 to 5,000, whole; default 14.", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_is_the_specification_with_every_parameter()
    {
        var form = Show("SUPERTREND:10:3");
        form.FindAll("input")[1].Input("2.50");

        form.Find("form").Submit();

        Assert.Equal(["SUPERTREND:10:2.5"], _done);
    }

    [Theory]
    [InlineData("SMA:9", "0", "Period 0 is too small; allowed is 1 to 5,000, whole.")]
    [InlineData("SMA:9", "5001", "Period 5001 is too large; allowed is 1 to 5,000, whole.")]
    [InlineData("SMA:9", "9.5", "Period 9.5 is not whole; allowed is 1 to 5,000, whole.")]
    [InlineData("SMA:9", "nine", "Period: “nine” is no number; allowed is 1 to 5,000, whole.")]
    [InlineData("SMA:9", "1e2", "Period: “1e2” is no number; allowed is 1 to 5,000, whole.")]
    [InlineData("SMA:9", "NaN", "Period: “NaN” is no number; allowed is 1 to 5,000, whole.")]
    [InlineData("SMA:9", "", "Period is empty; allowed is 1 to 5,000, whole.")]
    public void A_number_that_is_not_allowed_is_refused_at_its_field(string spec, string text, string sentence)
    {
        var form = Show(spec);
        form.Find("input").Input(text);

        form.Find("form").Submit();

        Assert.Empty(_done);
        Assert.Equal(sentence, form.Find("#indicator-0-problem").TextContent);
        Assert.Equal("true", form.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_field_is_not_blamed_before_it_is_touched()
    {
        var form = Show("SMA:0");

        var before = form.Find("#indicator-0-problem").TextContent;
        form.Find("form").Submit();

        Assert.Equal("", before);
        Assert.StartsWith("Period 0 is too small", form.Find("#indicator-0-problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_of_the_desk_stands_in_the_form()
    {
        var form = Show("SMA:9");

        form.SetParametersAndRender(p => p.Add(x => x.Kinds, Desk.IndicatorKinds).Add(x => x.Spec, "SMA:9")
            .Add(x => x.Refusal, "SMA:9: stands in the list already"));

        Assert.Contains("stands in the list already", form.Find("form > [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_specification_fills_the_form_anew()
    {
        var form = Show("SMA:9");

        form.SetParametersAndRender(p => p.Add(x => x.Kinds, Desk.IndicatorKinds).Add(x => x.Spec, "RSI:21"));

        Assert.Equal("21", form.Find("input").GetAttribute("value"));
        Assert.Contains("Relative strength index", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_left_without_a_word()
    {
        var form = Show("SMA:9");

        form.FindAll(".form-actions button")[^1].Click();

        Assert.Equal(1, _cancelled);
        Assert.Empty(_done);
    }

    [Fact]
    public void A_specification_is_said_in_a_traders_words()
    {
        IReadOnlyList<IndicatorKind> kinds = Desk.IndicatorKinds;

        string[] words = [SpecText.InWords(kinds, "SUPERTREND:10:3"), SpecText.InWords(kinds, "UNKNOWN:1")];

        Assert.Equal(["SuperTrend, period\u00a010, multiplier\u00a03", "UNKNOWN:1"], words);
    }

    private RenderedComponent<IndicatorForm> Show(string? spec) => Render<IndicatorForm>(p => p
        .Add(x => x.Kinds, Desk.IndicatorKinds).Add(x => x.Spec, spec)
        .Add(x => x.OnDone, _done.Add).Add(x => x.OnCancel, () => _cancelled++));
}
