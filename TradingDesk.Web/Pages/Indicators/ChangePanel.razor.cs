using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>
/// What the draft changes and the way to apply it, what became of the last change this page asked for, and what is warming, whoever
/// asked for that.
/// </summary>
public sealed partial class ChangePanel
{
    private const int NoteLongest = 200;

    private string _note = "";

    [Parameter, EditorRequired] public IndicatorDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired] public IndicatorsInForce InForce { get; set; } = IndicatorsInForce.None;

    [Parameter] public PostedChange? Posted { get; set; }

    /// <summary>The versions as far as they were read; they know since when one is in force and who put it there.</summary>
    [Parameter] public IReadOnlyList<IndicatorVersion> Versions { get; set; } = [];

    /// <summary>Asks for the draft, with the note.</summary>
    [Parameter] public EventCallback<string> OnApply { get; set; }

    [Parameter] public EventCallback OnDiscard { get; set; }

    [Parameter] public EventCallback OnKeepMine { get; set; }

    protected override IReadOnlyList<CommandOutcome>? ReadSlice() => Desk.Current.Outcomes;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (!Draft.IsChanged) _note = "";
    }

    private bool IsStale => Draft.BasedOn != InForce.Version;

    private bool IsOpen => Posted?.IsOpen(InForce, Slice!) == true;

    private string StaleSentence => Versions.FirstOrDefault(version => version.Version == InForce.Version) is { } known
        ? $"Version {known.Version} by {known.Principal} is in force since {Labels.Clock(known.At)} IST; "
            + $"your draft is based on version {Draft.BasedOn}. What they changed:"
        : $"Version {InForce.Version} is in force by now; your draft is based on version {Draft.BasedOn}. What they changed:";

    private string Outcome => Posted!.IsRefused(Slice!) || InForce.Version == Posted.Change.BasedOn
        ? Posted.Sentence(Slice!)
        : InForce.Text == Posted.Change.Lists ? $"Version {InForce.Version} is in force." : Posted.Sentence(Slice!);

    private async Task ApplyAsync()
    {
        if (IsStale || IsOpen) return;
        await OnApply.InvokeAsync(_note.Trim());
    }
}
