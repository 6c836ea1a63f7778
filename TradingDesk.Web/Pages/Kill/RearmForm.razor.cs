using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>Lets a kill switch go: with a reason, asked for and confirmed, and forced where it has not ended.</summary>
public sealed partial class RearmForm(TradingHand trading) : ComponentBase
{
    private readonly AccountHand _hand = new(trading);
    private string _reason = "";

    [Parameter, EditorRequired] public KillView Kill { get; set; } = null!;

    private string Name => Kill.Account.Length == 0 ? "the desk" : Kill.Account;

    private string Id => $"rearm-{(Kill.Account.Length == 0 ? "desk" : Kill.Account)}";

    private string Hint => _reason.Trim().Length == 0 ? "A reason is needed; it stays in the journal." : "";

    private string Question => KillWords.IsUnderWay(Kill.Stage)
        ? "It has not ended: what is not flat is left to you, and entries are taken again. Arm all the same?"
        : "Entries are taken again from then on. Arm again?";

    private async Task RearmAsync()
    {
        var consent = KillWords.IsUnderWay(Kill.Stage) ? RearmConsent.Forced : RearmConsent.Confirmed;
        DeskCommand rearm = Kill.Account.Length == 0
            ? new RearmDesk(consent, _reason.Trim()) : new RearmAccount(consent, _reason.Trim());
        await _hand.GiveAsync(Kill.Account, rearm, $"Arm {Name} again");
    }
}
