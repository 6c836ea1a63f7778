using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>What a run wished, why, how sure it was, and why it was or was not acted on.</summary>
public sealed partial class SignalLog : ComponentBase
{
    private const int Page = 20;

    private int _shown = Page;

    /// <summary>The newest first; null until they are read.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<SignalView>? Signals { get; set; }

    [Parameter] public string Failure { get; set; } = "";

    [Parameter] public DateOnly Today { get; set; }

    [Parameter] public EventCallback OnRetry { get; set; }

    private static string LevelsOf(SignalView signal)
    {
        var stop = signal.Stop.Scaled == 0 ? "" : $"Stop {OrderWords.Of(signal.Stop)}. ";
        var target = signal.Target.Scaled == 0 ? "" : $"Target {OrderWords.Of(signal.Target)}.";
        return stop + target;
    }
}
