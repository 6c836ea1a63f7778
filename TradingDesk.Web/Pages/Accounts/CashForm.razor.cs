using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Accounts;

/// <summary>Cash paid into an account or taken out of it, with a note for the journal.</summary>
public sealed partial class CashForm : ComponentBase
{
    private static readonly Segment<bool>[] _ways = [new(false, "Pay in"), new(true, "Take out")];

    private string _name = "";
    private string _note = "";
    private CashText _cash = new("");
    private bool _isTakingOut;
    private bool _isJudged;

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public IReadOnlyList<AccountView> Accounts { get; set; } = [];

    private AccountView? Chosen =>
        Accounts.FirstOrDefault(account => account.Name == _name) ?? (Accounts is [var first, ..] ? first : null);

    private string Name => Chosen?.Name ?? "";

    private async Task MoveAsync()
    {
        _isJudged = true;
        if (Chosen is not { } account || _cash.Amount is not { } amount) return;
        var (verb, way) = _isTakingOut ? ("Take", "out of") : ("Pay", "into");
        var words = $"{verb} {IndianNumbers.Rupees(amount.Rupees)} {way} {account.Name}";
        if (!await Hand.GiveAsync(account.Name, new MoveCash(_isTakingOut ? -amount : amount, _note.Trim()), words)) return;
        (_cash, _note, _isJudged) = (new CashText(""), "", false);
    }
}
