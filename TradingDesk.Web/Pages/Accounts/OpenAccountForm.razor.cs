using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Accounts;

/// <summary>A new paper account's name and cash.</summary>
public sealed partial class OpenAccountForm : ComponentBase
{
    private const int LongestName = 32;

    private string _name = "";
    private CashText _cash = new("10,00,000");
    private bool _isJudged;
    private bool _isPressed;

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public IReadOnlyList<string> Names { get; set; } = [];

    private string? NameProblem => _name.Trim() switch
    {
        "" => _isPressed ? "Name is empty." : null,
        var name when Names.Contains(name, StringComparer.OrdinalIgnoreCase) => $"Name: {name} is there already.",
        var name when !name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_') =>
            "Name: letters A-Z, digits, - and _ only.",
        _ => null,
    };

    private async Task OpenAsync()
    {
        (_isPressed, _isJudged) = (true, true);
        if (NameProblem is not null || _cash.Amount is not { } cash) return;
        var name = _name.Trim();
        if (!await Hand.GiveAsync(name, new OpenAccount(cash), $"Open {name} with {IndianNumbers.Rupees(cash.Rupees)}")) return;
        (_name, _isPressed, _isJudged) = ("", false, false);
    }
}
