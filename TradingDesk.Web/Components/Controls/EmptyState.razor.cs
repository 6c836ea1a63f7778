using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Controls;

/// <summary>What stands where nothing can be shown yet: `loading`, `empty`, `filtered` or `error`, in a sentence.</summary>
public sealed partial class EmptyState : ComponentBase
{
    [Parameter, EditorRequired] public string Kind { get; set; } = "empty";

    [Parameter, EditorRequired] public string Sentence { get; set; } = "";

    [Parameter] public string RetryText { get; set; } = "Try again";

    [Parameter] public EventCallback OnRetry { get; set; }
}
