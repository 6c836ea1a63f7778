using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Live;

/// <summary>The account that this tab's pages show and order for; one per circuit, remembered by the browser.</summary>
public sealed class ChosenAccount
{
    private volatile string _name = "";

    /// <summary>Whether the browser has said which account it remembers; before that nothing is ordered.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Its name, empty for the first account there is.</summary>
    public string Name => _name;

    public void Choose(string? name)
    {
        _name = name ?? "";
        IsKnown = true;
    }

    /// <summary>The account as the snapshot has it; the first where the chosen one is not there, null where there is none.</summary>
    public AccountView? In(DeskSnapshot snapshot) =>
        snapshot.Accounts.FirstOrDefault(account => account.Name == _name) ?? (snapshot.Accounts is [var first, ..] ? first : null);
}
