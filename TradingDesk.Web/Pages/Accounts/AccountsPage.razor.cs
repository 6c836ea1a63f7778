using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Positions;

namespace TradingDesk.Web.Pages.Accounts;

/// <summary>The accounts side by side, and what can be done with them: open, pay in, take out, begin anew.</summary>
public sealed partial class AccountsPage(TradingHand trading)
{
    private readonly AccountHand _hand = new(trading);

    protected override IReadOnlyList<AccountView>? ReadSlice() => Desk.Current.Accounts;

    private IReadOnlyList<string> Names => [.. (Slice ?? []).Select(account => account.Name)];

    private TableStanding Standing => Desk.Current.IsReady || Slice is { Count: > 0 }
        ? PriceStanding.Of(Desk.Current, (Slice ?? []).Any(account => account.IsStale))
        : TableStanding.Loading("Waiting for the desk to name its accounts.");

    private static Dictionary<string, object> MarksOf(AccountView account) => new() { ["data-account"] = account.Name };

    private static TableColumn<AccountView> Figure(string id, string header, Func<AccountView, Money> amount) => new(id, header)
    {
        Text = account => IndianNumbers.Plain(amount(account).Rupees),
        SortKey = account => amount(account).Scaled,
        IsNumber = true,
    };

    private static TableColumn<AccountView> Result(string id, string header, Func<AccountView, Money> amount) => new(id, header)
    {
        Text = account => IndianNumbers.WithSign(amount(account).Rupees),
        SortKey = account => amount(account).Scaled,
        Css = account => Tones.OfChange(amount(account).Scaled).Css(),
        IsNumber = true,
    };
}
