using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>
/// A run's declaration as a form, made from what the strategies say of themselves and judged by the engine as one types; for a run that
/// there is, its next version.
/// </summary>
public sealed partial class RunForm(IDeskView desk, ChosenAccount chosen) : ComponentBase
{
    private RunDraft _draft = new();
    private RunReview _review = new("", []);
    private string _account = "";
    private int _basedOn;
    private Seen _seen;
    private bool _isStill;

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    /// <summary>The run to change; null declares a new one.</summary>
    [Parameter] public RunView? Run { get; set; }

    /// <summary>The desk took it, or the person closed the form.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    private IDeskView Desk => desk;

    private IReadOnlyList<Quote> Quotes => desk.Current.Quotes.All;

    private string Title => Run is null ? "New run" : $"Change {Run.Name}";

    private StrategyKind? Kind => desk.StrategyKinds.FirstOrDefault(kind => kind.Code == _draft["strategy"]);

    private InstrumentLabel? Watched => Quotes.FirstOrDefault(quote => quote.Instrument.Key == _draft["instrument"])?.Instrument;

    private Timeframe? Timeframe => Engine.Primitives.Timeframe.TryParse(_draft["timeframe"], out var timeframe) ? timeframe : null;

    private IReadOnlyList<RunChoice> Accounts =>
        [.. desk.Current.Accounts.Select(account => new RunChoice(account.Name, account.Name))];

    private bool IsOutdated => Run is not null && Run.Version != _basedOn;

    private bool IsGood => _review.IsGood && _draft.Capital.Problem is null && !IsOutdated;

    private string QuantityLabel => _draft.QuantityKind switch
    {
        "lots" => "Lots",
        "capital" => "Percent of capital",
        _ => "Percent at risk",
    };

    private string QuantityHint => _draft.QuantityKind switch
    {
        "lots" => "whole, 1 to 10,000, of one share or a contract's lot",
        "capital" => "1 to 100",
        _ => "0.1 to 10, lost between entry and stop",
    };

    /// <summary>Problems of no field that is shown.</summary>
    private List<string> Loose => [.. _review.Problems.Where(problem => !IsShown(WordOf(problem)))];

    protected override void OnInitialized() => Begin();

    /// <summary>The page around it is drawn with every snapshot; the form only when something that it shows is another.</summary>
    protected override void OnParametersSet()
    {
        var now = desk.Current;
        var seen = new Seen(
            Run?.Version ?? 0, Run?.Name ?? "", Hand.IsUnderWay, Hand.Answer, now.Accounts.Count, now.Runs.Count, now.Layout);
        (_isStill, _seen) = (seen == _seen, seen);
    }

    protected override bool ShouldRender()
    {
        var isStill = _isStill;
        _isStill = false;
        return !isStill;
    }

    private void Begin()
    {
        _account = (chosen.In(desk.Current) ?? (desk.Current.Accounts is [var opened, ..] ? opened : null))?.Name ?? "";
        _basedOn = Run?.Version ?? 0;
        _draft = Run is null ? new RunDraft() : new RunDraft(WholeWordsOf(Run));
        if (Run is null)
        {
            var first = Quotes.FirstOrDefault(quote => InstrumentGroups.Of(quote.Instrument) == InstrumentGroup.Stocks);
            if (desk.StrategyKinds is [var kind, ..]) _draft.Choose(kind, desk.StrategyKinds);
            _draft["instrument"] = first?.Instrument.Key ?? "";
        }

        Judge();
    }

    /// <summary>Declared words may be few and name an instrument in many ways: the engine's own words say all that holds.</summary>
    private string WholeWordsOf(RunView run) => desk.ReviewRun(run.Words) is { IsGood: true } review ? review.Words : run.Words;

    private void Change(string word, string value) => Change(() =>
    {
        if (word == "strategy" && desk.StrategyKinds.FirstOrDefault(kind => kind.Code == value) is { } kind)
            _draft.Choose(kind, desk.StrategyKinds);
        else _draft[word] = value;
        if (word == "instrument") _draft["contract"] = "";
    });

    private void Change(Action change)
    {
        change();
        Judge();
    }

    /// <summary>What follows from the instrument must be among what is shown; the instrument itself is nobody's to choose but the
    /// person's.</summary>
    private void Judge()
    {
        Settle("contract", RunChoices.Contracts(Watched, _draft["contract"]));
        Settle("product", RunChoices.Products(Watched, _draft["contract"]));
        _review = desk.ReviewRun(_draft.ToWords());
    }

    private void Settle(string word, IReadOnlyList<RunChoice> choices)
    {
        if (choices.Count > 0 && choices.All(choice => choice.Value != _draft[word])) _draft[word] = choices[0].Value;
    }

    private async Task GiveAsync()
    {
        Judge();
        if (!IsGood) return;
        var given = Run is null
            ? await Hand.GiveAsync(_account, new DeclareRun(_review.Words), "Declare the run")
            : await Hand.GiveAsync(
                desk.Current.NameOf(Run.Account), new ChangeRun(Run.Id, _basedOn, _review.Words), $"Change {Run.Name}");
        if (given) await OnDone.InvokeAsync();
    }

    /// <summary>The engine's words after the name, which stands above the field; of a quantity only what its kind allows.</summary>
    private string? ProblemOf(string word)
    {
        if (word == "capital" && _draft.Capital.Problem is { } typed) return typed;
        if (_review.Problems.FirstOrDefault(found => WordOf(found) == word) is not { } problem) return null;
        var said = word == "quantity" && problem.Contains("must be", StringComparison.Ordinal)
            ? $"must be {QuantityHint}"
            : problem[(word.Length + 1)..].TrimStart();
        return $"{char.ToUpperInvariant(said[0])}{said[1..]}.";
    }

    private bool IsShown(string word) =>
        word is "strategy" or "instrument" or "timeframe" or "contract" or "mode" or "capital" or "quantity" or "product" or "short"
            or "window" or "square-off" or "every" or "name"
        || (word == "leader" && _draft.HasLeader)
        || Kind?.Parameters.Any(parameter => parameter.Name == word) == true;

    private static string WordOf(string problem) => problem.Split(':', 2)[0];

    /// <summary>What it shows that it did not make itself.</summary>
    private readonly record struct Seen(
        int Version, string Name, bool IsUnderWay, CommandReceipt? Answer, int Accounts, int Runs, object? Layout);

    private static string NameOf(IndicatorNumber parameter) =>
        char.ToUpperInvariant(parameter.Name[0]) + parameter.Name[1..].Replace('_', ' ');
}
