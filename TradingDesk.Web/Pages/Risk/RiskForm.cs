namespace TradingDesk.Web.Pages.Risk;

/// <summary>Which form of an account's or a run's risk is open.</summary>
internal enum RiskForm
{
    None = 0,
    Limits = 1,
    State = 2,
}
