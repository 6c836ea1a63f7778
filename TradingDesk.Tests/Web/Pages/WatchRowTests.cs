using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using TradingDesk.Engine.Observation;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Watch;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>A row renders whenever it shows something else than it should, and only then.</summary>
public sealed class WatchRowTests : DeskPageContext
{
    [Fact]
    public void A_row_that_got_other_parameters_while_its_render_waited_shows_the_next_change()
    {
        var list = Render<OneRow>(p => p.Add(x => x.Instrument, Label(FakeDeskView.RelianceIndex)));
        list.Find("#choose-and-drop").Click();
        Assert.Equal("false", list.Find("[role=option]").GetAttribute("aria-selected"));

        list.Find("#choose").Click();

        Assert.Equal("true", list.Find("[role=option]").GetAttribute("aria-selected"));
    }

    /// <summary>A row whose parameters are set at the press of a button, twice before it renders if so wished.</summary>
    private sealed class OneRow : ComponentBase
    {
        private WatchRow _row = null!;

        [Parameter] public InstrumentLabel Instrument { get; set; } = null!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Button(builder, "choose", () => SetAsync(true));
            Button(builder, "choose-and-drop", () => Task.WhenAll(SetAsync(true), SetAsync(false)));
            builder.OpenComponent<WatchRow>(0);
            builder.AddComponentParameter(1, nameof(WatchRow.Instrument), Instrument);
            builder.AddComponentParameter(2, nameof(WatchRow.RowId), "row");
            builder.AddComponentReferenceCapture(3, row => _row = (WatchRow)row);
            builder.CloseComponent();
        }

        protected override bool ShouldRender() => false;

        private void Button(RenderTreeBuilder builder, string id, Func<Task> press)
        {
            builder.OpenElement(0, "button");
            builder.SetKey(id);
            builder.AddAttribute(1, "id", id);
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, press));
            builder.CloseElement();
        }

        private Task SetAsync(bool selected) => _row.SetParametersAsync(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(WatchRow.Instrument)] = Instrument,
            [nameof(WatchRow.RowId)] = "row",
            [nameof(WatchRow.Selected)] = selected,
        }));
    }
}
