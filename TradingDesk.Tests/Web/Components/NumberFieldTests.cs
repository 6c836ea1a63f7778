using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Tests.Web.Components;

/// <summary>The number field tells what it read, says what is wrong when it is left, and never rewrites what is being typed.</summary>
public sealed class NumberFieldTests : ComponentTestContext
{
    private static readonly NumberRule _rule = new("Price", 2) { Step = 0.05m, HoldsStep = true, Least = 0.05m, Unit = NumberUnit.Rupees };

    private readonly List<decimal?> _told = [];

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
    public void What_was_typed_is_told_as_a_number_and_stays_as_it_was_typed()
    {
        var field = RenderField(null);

        field.Find("input").Input("₹ 1,250.5");

        Assert.Equal([1_250.5m], _told);
        Assert.Equal("₹ 1,250.5", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_number_that_is_not_ready_is_no_value_and_not_yet_a_problem()
    {
        var field = RenderField(10);

        field.Find("input").Input("12.");

        Assert.Equal([null], _told);
        Assert.Equal("", field.Find(".problem").TextContent);
    }

    [Fact]
    public void A_problem_is_said_when_the_field_is_left_and_goes_as_soon_as_it_is_mended()
    {
        var field = RenderField(10);
        field.Find("input").Input("12.37");
        field.Find("input").Change("12.37");
        var said = field.Find(".problem").TextContent;

        field.Find("input").Input("12.35");

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
        field.Find("input").Input("x");
        field.Find("input").Change("x");

        field.SetParametersAndRender(p => Fill(p, 182.35m));

        Assert.Equal("182.35", field.Find("input").GetAttribute("value"));
        Assert.Equal("", field.Find(".problem").TextContent);
    }

    [Fact]
    public void A_page_that_hands_back_what_it_was_told_does_not_rewrite_the_text()
    {
        var field = RenderField(10);
        field.Find("input").Input("1250");

        field.SetParametersAndRender(p => Fill(p, 1_250));

        Assert.Equal("1250", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_form_that_is_sent_hears_the_problem_without_leaving_the_field()
    {
        var field = RenderField(null);

        _ = field.InvokeAsync(() =>
        {
            field.Instance.Judge();
            return Task.CompletedTask;
        });

        field.WaitForAssertion(() => Assert.Equal("Price is empty.", field.Find(".problem").TextContent));
    }

    [Fact]
    public void Every_letter_is_told_with_its_reason()
    {
        TypedNumber? typed = null;
        var field = RenderField(null, p => p.Add(x => x.OnTyped, number => typed = number));

        field.Find("input").Input("1e5");

        Assert.Contains("no plain number", typed!.Problem, StringComparison.Ordinal);
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
        .Add(x => x.Id, "price").Add(x => x.Label, "Price").Add(x => x.Rule, _rule).Add(x => x.Value, value)
        .Add(x => x.ValueChanged, told => _told.Add(told));
}
