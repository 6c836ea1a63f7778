using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Accounts;

/// <summary>The accounts side by side, and what can be done with them: open, pay in, take out, begin anew.</summary>
public sealed partial class AccountsPage(TradingHand trading)
{
    private readonly AccountHand _hand = new(trading);

    protected override IReadOnlyList<AccountView>? ReadSlice() => Desk.Current.Accounts;

    private IReadOnlyList<string> Names => [.. (Slice ?? []).Select(account => account.Name)];
}
