using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Pages.Audit;

/// <summary>One line of the audit page; what is written never changes, so it renders once a day.</summary>
public sealed partial class AuditRow : ComponentBase
{
    private (AuditLine? Line, DateOnly Today, InstrumentLabel? Instrument) _shown;

    [Parameter, EditorRequired] public AuditLine Line { get; set; } = null!;

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter] public InstrumentLabel? Instrument { get; set; }

    private string Id => FormattableString.Invariant($"{(Line.IsOfJournal ? "journal" : "people")}-{Line.Number}");

    protected override bool ShouldRender() => !ReferenceEquals(_shown.Line, Line) || _shown.Today != Today
        || !ReferenceEquals(_shown.Instrument, Instrument);
}
