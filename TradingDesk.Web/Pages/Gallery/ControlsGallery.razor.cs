using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Controls;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>Buttons, choices, badges, lights and progress.</summary>
public sealed partial class ControlsGallery : ComponentBase
{
    private static readonly Segment<string>[] _products =
        [new("MIS", "MIS"), new("NRML", "NRML"), new("CNC", "CNC", "Derivatives are not delivered.", IsDisabled: true)];

    private string _product = "NRML";
    private int _presses;
}
