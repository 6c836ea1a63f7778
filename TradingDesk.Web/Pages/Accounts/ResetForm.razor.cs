using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Accounts;

/// <summary>An account begun anew with other cash; it says what is lost and asks.</summary>
public sealed partial class ResetForm : ComponentBase
{
    private string _name = "";
    private CashText _cash = new("10,00,000");

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public IReadOnlyList<AccountView> Accounts { get; set; } = [];

    private AccountView? Chosen =>
        Accounts.FirstOrDefault(account => account.Name == _name) ?? (Accounts is [var first, ..] ? first : null);

    private string Name => Chosen?.Name ?? "";

    private string Loss => Chosen is not { } account ? ""
        : $"{account.Name} is worth {IndianNumbers.Rupees(account.Worth.Rupees)}, "
            + $"{IndianNumbers.SignedRupees(account.TotalNet.Rupees)} in all. "
            + $"That result is lost and it begins with {IndianNumbers.Rupees(_cash.Amount?.Rupees)}. Reset it?";

    private Task ResetAsync() => _cash.Amount is { } cash && Chosen is { } account
        ? Hand.GiveAsync(account.Name, new ResetAccount(cash), $"Reset {account.Name}")
        : Task.CompletedTask;
}
