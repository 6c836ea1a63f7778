using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The accounts there are and the one this tab shows.</summary>
public sealed record AccountBoard(IReadOnlyList<string> Names, AccountView Chosen);
