using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Log;

namespace TradingDesk.Web.Pages.Log;

/// <summary>One line of the log; what is written never changes, so it renders once a day.</summary>
public sealed partial class LogRow : ComponentBase
{
    private (LogLine? Line, DateOnly Today, InstrumentLabel? Instrument) _shown;

    [Parameter, EditorRequired] public LogLine Line { get; set; } = null!;

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>What it is about, where it is about one.</summary>
    [Parameter] public InstrumentLabel? Instrument { get; set; }

    protected override bool ShouldRender() => !ReferenceEquals(_shown.Line, Line) || _shown.Today != Today
        || !ReferenceEquals(_shown.Instrument, Instrument);
}
