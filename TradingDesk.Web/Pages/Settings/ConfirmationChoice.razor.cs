using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Settings;

/// <summary>Whether the desk asks before it leaves positions or cancels all; shown as it is kept.</summary>
public sealed partial class ConfirmationChoice(Choices choices, Confirmations confirmations) : ComponentBase
{
    private string _answer = "";
    private bool _isKept;

    private void Keep(string value)
    {
        choices.Keep(Confirmations.Choice, value);
        _isKept = choices.Of(Confirmations.Choice) == value;
        _answer = _isKept ? "Saved." : "Not saved: your session is over.";
    }
}
