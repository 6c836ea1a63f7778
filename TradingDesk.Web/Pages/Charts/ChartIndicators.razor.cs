using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>
/// The popover in which the list that holds for a chart is seen and changed: an indicator hidden in this browser, added, edited or
/// removed for the desk, and what the desk answered.
/// </summary>
public sealed partial class ChartIndicators(TradingHand hand)
{
    private ChartStep _step;
    private string? _spec;
    private string? _refusal;
    private PostedChange? _posted;
    private int _visit;

    /// <summary>The popover's id, by which buttons open it.</summary>
    [Parameter] public string Id { get; set; } = "chart-indicators";

    [Parameter, EditorRequired] public ChartSubject Subject { get; set; } = null!;

    [Parameter] public ChartStanding Standing { get; set; } = ChartStanding.AllDrawn;

    [Parameter] public EventCallback<string> OnToggle { get; set; }

    /// <summary>Shows what is on the chart.</summary>
    public void List() => Begin(ChartStep.List, null);

    /// <summary>Shows the catalogue and then the chosen one's form.</summary>
    public void Add() => Begin(ChartStep.Form, null);

    public void Edit(string spec) => Begin(ChartStep.Form, spec);

    public void AskRemoval(string spec) => Begin(ChartStep.Removal, spec);

    protected override IndicatorsInForce? ReadSlice() => Desk.Current.Indicators;

    private void Begin(ChartStep step, string? spec)
    {
        (_step, _spec, _refusal) = (step, spec, null);
        if (step != ChartStep.List) _posted = null;
        _visit++;
        StateHasChanged();
    }

    private void Save(string spec)
    {
        // The list as it is now, not as it was when the form was opened: another page may have changed it meanwhile.
        var list = ChartList.Of(Desk.Current.Indicators, Subject);
        if (_spec is null) Post(list, list.With(spec), $"{spec} added on the chart of {Where}");
        else if (Has(list, _spec)) Post(list, list.With(spec, insteadOf: _spec), $"{_spec} changed to {spec} on the chart of {Where}");
    }

    private void Remove()
    {
        var list = ChartList.Of(Desk.Current.Indicators, Subject);
        if (Has(list, _spec!)) Post(list, list.Without(_spec!), $"{_spec} removed on the chart of {Where}");
    }

    private string Where => $"{Subject.FullName}, {Subject.Timeframe.Label}";

    private bool Has(ChartList list, string spec)
    {
        if (list.List.Specs.Contains(spec)) return true;
        _refusal = $"{spec} is no longer in {ScopeWords.Whose(list.List)}.";
        return false;
    }

    private void Post(ChartList list, string text, string note)
    {
        var review = Desk.ReviewIndicators(text);
        if (!review.IsGood)
        {
            _refusal = string.Join(' ', review.Problems);
            return;
        }

        var change = new ChangeIndicators(list.InForce.Version, review.Text, note);
        var posted = new PostedChange(change, hand.Post(change));
        List();
        _posted = posted;
    }

    private string Turn(string spec) =>
        Standing.Hidden.Contains(spec) ? "Show" : Standing.Folded.Contains(spec) ? "Unfold" : "Hide";
}
