using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Layout;

namespace TradingDesk.Tests.Web.Layout;

/// <summary>A page that fails inside its circuit, while it is drawn, pressed or told: one number for the person and the log.</summary>
public sealed class FailureBoundaryTests : ComponentTestContext
{
    private const string Canary = "canary words of a failure";

    private readonly LinesLog _log = new();

    public FailureBoundaryTests() => Services.AddSingleton<ILoggerFactory>(LoggerFactory.Create(log => log.AddProvider(_log)));

    [Theory]
    [InlineData("drawn")]
    [InlineData("begun")]
    [InlineData("pressed")]
    [InlineData("pressed-later")]
    [InlineData("told")]
    public void However_a_page_fails_it_is_taken_away_and_tells_its_number(string how)
    {
        Navigation.NavigateTo("/orders?link=canary-in-the-address");
        var boundary = Render(how);
        if (how.StartsWith("pressed", StringComparison.Ordinal)) boundary.Find("button").Click();
        if (how == "told") boundary.FindComponents<Failing>().Single().Tell();

        boundary.WaitForAssertion(() => Assert.Equal("This page has failed", boundary.Find("h1").TextContent));
        var number = boundary.Find("code").TextContent;
        var line = Assert.Single(_log.Lines, one => one.Level >= LogLevel.Error);
        Assert.Equal((16, $"Page {number} failed: /orders."), (number.Length, line.Text));
        Assert.Equal(Canary, line.Failure!.Message);
        Assert.All(["canary", "Exception", " at "], word => Assert.DoesNotContain(word, boundary.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("A page of money", boundary.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_does_not_fail_is_left_as_it_is()
    {
        var boundary = Render("never");

        boundary.Find("button").Click();

        Assert.Contains("A page of money", boundary.Text, StringComparison.Ordinal);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void It_is_loaded_anew_by_its_button_and_the_next_page_has_not_failed()
    {
        Navigation.NavigateTo("/orders");
        var boundary = Render("drawn");

        boundary.Find("button").Click();
        Assert.Equal("http://desk.test/orders", Navigation.Visited[^1]);

        boundary.SetParametersAndRender(p => p.Add(x => x.ChildContent, Page("never")));
        Assert.Contains("A page of money", boundary.Text, StringComparison.Ordinal);
    }

    private RenderedComponent<FailureBoundary> Render(string how) =>
        Render<FailureBoundary>(p => p.Add(x => x.ChildContent, Page(how)));

    private static RenderFragment Page(string how) => tree =>
    {
        tree.OpenComponent<Failing>(0);
        tree.AddComponentParameter(1, nameof(Failing.How), how);
        tree.CloseComponent();
    };

    /// <summary>A page that fails where it is told to.</summary>
    private sealed class Failing : ComponentBase
    {
        [Parameter] public string How { get; set; } = "";

        public void Tell() => InvokeAsync(() => DispatchExceptionAsync(new InvalidOperationException(Canary)));

        protected override async Task OnInitializedAsync()
        {
            if (How != "begun") return;
            await Task.Yield();
            throw new InvalidOperationException(Canary);
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (How == "drawn") throw new InvalidOperationException(Canary);
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, PressAsync));
            builder.AddContent(2, "A page of money");
            builder.CloseElement();
        }

        private async Task PressAsync()
        {
            if (How == "pressed-later") await Task.Yield();
            if (How.StartsWith("pressed", StringComparison.Ordinal)) throw new InvalidOperationException(Canary);
        }
    }
}
