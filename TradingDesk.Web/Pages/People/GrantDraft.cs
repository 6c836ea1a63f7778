using TradingDesk.Engine.People;

namespace TradingDesk.Web.Pages.People;

/// <summary>Roles and accounts as they are being chosen.</summary>
public sealed class GrantDraft
{
    public Roles Roles { get; set; }

    /// <summary>Names separated by blanks or commas.</summary>
    public string Accounts { get; set; } = "";

    public string[] Names => Accounts.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
}
