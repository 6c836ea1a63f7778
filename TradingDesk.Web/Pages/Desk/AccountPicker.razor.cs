using Microsoft.JSInterop;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The account that the pages show and order for, kept by the browser, with its day after charges.</summary>
public sealed partial class AccountPicker(ChosenAccount account, IJSRuntime js)
{
    private const string KeptUnder = "desk.account";

    private const string Live = "LIVE";

    private IReadOnlyList<AccountView>? _accounts;
    private AccountBoard? _board;

    private string Mode => Slice?.Chosen.Mode ?? "PAPER";

    private string ModeTitle => Mode == "PAPER"
        ? "Orders of this account are filled by the desk's own paper market: nothing can reach a broker."
        : "Orders of this account go to a broker and move real money.";

    private string DayTitle => $"Today before charges {IndianNumbers.SignedRupees(Slice!.Chosen.DayGross.Rupees)}, "
        + $"charges {IndianNumbers.Rupees(Slice.Chosen.DayCharges.Rupees)}."
        + (Slice.Chosen.IsStale ? " Something held is valued at a price that is not fresh." : "");

    protected override AccountBoard? ReadSlice()
    {
        var snapshot = Desk.Current;
        if (account.In(snapshot) is not { } chosen) return null;
        if (_board is { } board && ReferenceEquals(_accounts, snapshot.Accounts) && ReferenceEquals(board.Chosen, chosen)) return board;
        _accounts = snapshot.Accounts;
        return _board = new AccountBoard([.. snapshot.Accounts.Select(one => one.Name)], chosen);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || account.IsKnown) return;
        account.Choose(await js.TryRecallAsync(KeptUnder));
        StateHasChanged();
    }

    private bool HasMode(string mode) => Desk.Current.Accounts.Any(one => one.Mode == mode);

    private Task ChooseLiveAsync() => ChooseFirstAsync(Live);

    private Task ChoosePaperAsync() => ChooseFirstAsync("PAPER");

    private Task ChooseFirstAsync(string mode) =>
        Mode != mode && Desk.Current.Accounts.FirstOrDefault(one => one.Mode == mode) is { } first ? ChooseAsync(first.Name)
            : Task.CompletedTask;

    private Task ChooseAsync(string name)
    {
        account.Choose(name);
        return js.TryKeepAsync(KeptUnder, name);
    }
}
