using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Overlays;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>What lies over a page: dialogs, a menu, messages, the palette.</summary>
public sealed partial class OverlaysGallery(Toasts toasts) : ComponentBase
{
    private static readonly NumberRule _price = new("New price", 2) { Step = 0.05m, HoldsStep = true, Unit = NumberUnit.Rupees };

    private static readonly MenuEntry[] _entries =
    [
        new("depth", "Show depth", "D"), new("chart", "Open chart"), new("alert", "Add an alert", IsDisabled: true),
        new("exit", "Exit position", "X", IsGrave: true),
    ];

    private static readonly PaletteCommand[] _commands =
    [
        new("orders", "Orders", "Pages", "G O"), new("positions", "Positions", "Pages", "G P"), new("risk", "Risk", "Pages", "G R"),
        new("kill", "Open the kill switch", "Actions", "Shift K twice", Words: "stop panic"),
        new("theme", "Switch to the light theme", "Actions", Words: "display look"),
        .. SampleInstrument.All.Select(one => new PaletteCommand(one.Name.Replace(' ', '-'), one.Name, "Instruments", Hint: one.Exchange)),
    ];

    private DeskDialog? _sheet;
    private CommandPalette? _palette;
    private string _last = "";
    private string _priceText = _price.Write(182.35m);

    private void Tell(Tone tone, string sentence) => toasts.Add(tone, sentence);
}
