using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>One word of a declaration: typed or chosen, with its hint and what is wrong with it.</summary>
public sealed partial class RunField : ComponentBase
{
    [Parameter, EditorRequired] public string Word { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string Value { get; set; } = "";

    [Parameter] public EventCallback<string> ValueChanged { get; set; }

    /// <summary>What can be chosen; null where one types.</summary>
    [Parameter] public IReadOnlyList<RunChoice>? Choices { get; set; }

    [Parameter] public string Hint { get; set; } = "";

    [Parameter] public string? Problem { get; set; }

    [Parameter] public bool IsNumber { get; set; }

    [Parameter] public bool Disabled { get; set; }

    private string Id => $"run-{Word.Replace('_', '-')}";

    private Task TypeAsync(ChangeEventArgs typed) => ValueChanged.InvokeAsync(typed.Value as string ?? "");
}
