namespace TradingDesk.Web.Pages.Risk;

/// <summary>How a limit is typed.</summary>
public enum LimitKind
{
    Money = 0,
    Count = 1,
    Percent = 2,
    Products = 3,
    Window = 4,
    Instruments = 5,
}
