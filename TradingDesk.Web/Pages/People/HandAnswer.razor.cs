using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.People;

/// <summary>What became of the last wish, told to those who hear it too.</summary>
public sealed partial class HandAnswer : ComponentBase, IDisposable
{
    [Parameter, EditorRequired] public PeopleHand Hand { get; set; } = null!;

    protected override void OnInitialized() => Hand.Moved += StateHasChanged;

    public void Dispose() => Hand.Moved -= StateHasChanged;
}
