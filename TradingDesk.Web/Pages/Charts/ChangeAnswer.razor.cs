using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>What became of a change that was asked for: only what the desk itself says, never what is hoped for.</summary>
public sealed partial class ChangeAnswer
{
    [Parameter, EditorRequired] public PostedChange Posted { get; set; } = null!;

    [Parameter, EditorRequired] public IndicatorsInForce InForce { get; set; } = null!;

    protected override IReadOnlyList<CommandOutcome>? ReadSlice() => Desk.Current.Outcomes;

    private (bool Refused, string Sentence) Answer => Posted switch
    {
        _ when Posted.IsRefused(Slice!) => (true, Posted.Sentence(Slice!)),
        { Change: var change } when InForce.Version > change.BasedOn && InForce.Text == change.Lists =>
            (false, $"In force as version {IndianNumbers.Plain(InForce.Version, 0)}."),
        { Change: var change } when InForce.Version == change.BasedOn && InForce.Warming is { } warming => (false, Words(warming)),
        _ => (false, Posted.Sentence(Slice!)),
    };

    private static string Words(IndicatorsWarming warming) =>
        $"Warming: {IndianNumbers.Plain(warming.Warm, 0)} of {IndianNumbers.Plain(warming.Instruments, 0)} instruments. "
        + "Until all are warm the list stays as it is.";
}
