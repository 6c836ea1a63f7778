using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>Chooses the instrument and the timeframe that preview and values are of.</summary>
public sealed partial class RungChooser : ComponentBase
{
    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<InstrumentLabel> Instruments { get; set; } = [];

    [Parameter, EditorRequired] public IReadOnlyList<Timeframe> Timeframes { get; set; } = [];

    [Parameter] public EventCallback<InstrumentId> InstrumentChanged { get; set; }

    [Parameter] public EventCallback<Timeframe> TimeframeChanged { get; set; }

    private Task ChooseAsync(ChangeEventArgs chosen) =>
        int.TryParse(chosen.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? InstrumentChanged.InvokeAsync(new InstrumentId(index))
            : Task.CompletedTask;
}
