using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>Closed candles with the draft's indicators, or with those in force while there is no draft; it says which.</summary>
public sealed partial class PreviewPanel : ComponentBase
{
    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    [Parameter, EditorRequired] public IndicatorDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired] public int InForceVersion { get; set; }

    private string? Lists => Draft.IsChanged ? Draft.Text : null;

    /// <summary>The draft changes other lists than the one that holds for what is shown.</summary>
    private bool IsSameHere => Draft.Holding(ScopeWords.Of(Instrument), Timeframe).Specs.SequenceEqual(
        (Draft with { Text = Draft.Base }).Holding(ScopeWords.Of(Instrument), Timeframe).Specs);

    private string Holding => ScopeWords.Whose(Draft.Holding(ScopeWords.Of(Instrument), Timeframe)) + ", closed candles only";
}
