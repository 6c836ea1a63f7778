using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Tests.Web.Components;

/// <summary>The number field tells what it read, says what is wrong when it is left, and never rewrites what is being typed.</summary>
public sealed class NumberFieldTests : ComponentTestContext
{
    private static readonly NumberRule _rule = new("Price", 2) { Step = 0.05m, HoldsStep = true, Least = 0.05m, Unit = NumberUnit.Rupees };

    private readonly List<string> _told = [];

    [Fact]
    public void It_shows_its_value_grouped_and_hands_the_browser_what_it_steps_by()
    {
        var input = RenderField(125_000).Find("input");

        Assert.Equal("1,25,000.00", input.GetAttribute("value"));
        Assert.Equal(("2", "0.05", "0.5", "0.05"), (input.GetAttribute("data-number"), input.GetAttribute("data-number-step"),
            input.GetAttribute("data-number-page"), input.GetAttribute("data-number-least")));
        Assert.Equal("decimal", input.GetAttribute("inputmode"));
    }

    [Fact]
    public void What_was_typed_is_told_as_it_is_and_the_rule_reads_it()
    {
        var field = RenderField(null);

        Type(field, "₹ 1,250.5");

        Assert.Equal(["₹ 1,250.5"], _told);
        Assert.Equal(1_250.5m, _rule.Read(_told[^1]).Value);
        Assert.Equal("₹ 1,250.5", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void What_is_typed_is_not_taken_back_while_the_page_has_not_handed_it_on()
    {
        var field = RenderField(10);

        field.Find("input").Input("1250");
        field.SetParametersAndRender(p => Fill(p, 10));

        Assert.Equal("1250", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_number_that_is_not_ready_is_not_yet_a_problem()
    {
        var field = RenderField(10);

        Type(field, "12.");

        Assert.Null(_rule.Read("12.").Value);
        Assert.Equal("", field.Find(".problem").TextContent);
    }

    [Fact]
    public void A_problem_is_said_when_the_field_is_left_and_goes_as_soon_as_it_is_mended()
    {
        var field = RenderField(10);
        Type(field, "12.37");
        field.Find("input").Change("12.37");
        var said = field.Find(".problem").TextContent;

        Type(field, "12.35");

        Assert.Contains("multiple of 0.05", said, StringComparison.Ordinal);
        Assert.Equal(("", "false"), (field.Find(".problem").TextContent, field.Find("input").GetAttribute("aria-invalid")));
    }

    [Fact]
    public void A_problem_is_tied_to_its_field()
    {
        var field = RenderField(10, p => p.Add(x => x.Problem, "More than is free."));

        var described = field.Find("input").GetAttribute("aria-describedby");

        Assert.Equal("price-hint price-problem", described);
        Assert.Equal("More than is free.", field.Find("#price-problem").TextContent);
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_value_the_page_sets_replaces_what_was_typed_and_its_problem()
    {
        var field = RenderField(10);
        Type(field, "x");
        field.Find("input").Change("x");

        field.SetParametersAndRender(p => Fill(p, 182.35m));

        Assert.Equal("182.35", field.Find("input").GetAttribute("value"));
        Assert.Equal("", field.Find(".problem").TextContent);
    }

    [Fact]
    public void The_pages_problem_comes_before_the_rules()
    {
        var field = RenderField(10, p => p.Add(x => x.Problem, "More than is free."));
        Type(field, "x");

        field.Find("input").Change("x");

        Assert.Equal("More than is free.", field.Find(".problem").TextContent);
    }

    [Fact]
    public void A_disabled_field_takes_nothing()
    {
        var field = RenderField(null, p => p.Add(x => x.Disabled, true));

        var type = () => field.Find("input").Input("1");

        Assert.Throws<InvalidOperationException>(type);
    }

    private RenderedComponent<NumberField> RenderField(decimal? value, Action<ParameterBuilder<NumberField>>? more = null) =>
        Render<NumberField>(p =>
        {
            Fill(p, value);
            more?.Invoke(p);
        });

    private void Fill(ParameterBuilder<NumberField> parameters, decimal? value) => parameters
        .Add(x => x.Id, "price").Add(x => x.Label, "Price").Add(x => x.Rule, _rule).Add(x => x.Text, _rule.Write(value))
        .Add(x => x.TextChanged, text => _told.Add(text));

    /// <summary>Types as a person does, and hands back what was told as a page does.</summary>
    private void Type(RenderedComponent<NumberField> field, string text)
    {
        field.Find("input").Input(text);
        field.SetParametersAndRender(p => p.Add(x => x.Text, _told[^1]));
    }
}
