using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>What a run wished, why, how sure it was, and why it was or was not acted on.</summary>
public sealed partial class SignalLog : ComponentBase
{
    private TableColumn<SignalView>[] _columns = [];

    /// <summary>The newest first; null until they are read.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<SignalView>? Signals { get; set; }

    [Parameter] public string Failure { get; set; } = "";

    [Parameter] public DateOnly Today { get; set; }

    [Parameter] public EventCallback OnRetry { get; set; }

    private TableStanding Standing => Failure.Length > 0 ? TableStanding.Failed($"The signals could not be read: {Failure}")
        : Signals is null ? TableStanding.Loading("Reading the journal ...") : TableStanding.Ready;

    protected override void OnInitialized() => _columns = MakeColumns();

    private static Dictionary<string, object> MarksOf(SignalView signal) => new() { ["data-signal"] = signal.Number };

    private static string LevelsOf(SignalView signal)
    {
        var stop = signal.Stop.Scaled == 0 ? "" : $"Stop {OrderWords.Of(signal.Stop)}. ";
        var target = signal.Target.Scaled == 0 ? "" : $"Target {OrderWords.Of(signal.Target)}.";
        return stop + target;
    }
}
