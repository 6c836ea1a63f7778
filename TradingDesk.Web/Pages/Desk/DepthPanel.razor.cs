using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The five best bids and offers of the selected instrument.</summary>
public sealed partial class DepthPanel
{
    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    /// <summary>A price that was clicked.</summary>
    [Parameter] public EventCallback<Price> OnPrice { get; set; }

    protected override DepthReading? ReadSlice() => Desk.ReadDepth(Instrument.Id);

    private string NoDepth => InstrumentGroups.Of(Instrument) == InstrumentGroup.Indices
        ? "An index is computed, not traded: it has no depth."
        : "The feed has sent no depth for this instrument.";

    private string Share(DepthRow? row)
    {
        var largest = Slice!.Bids.Concat(Slice.Offers).Max(one => one.Quantity);
        var percent = row is null || largest <= 0 ? 0 : row.Quantity * 100 / largest;
        return string.Create(CultureInfo.InvariantCulture, $"{percent}%");
    }
}
