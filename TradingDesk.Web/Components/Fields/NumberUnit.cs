namespace TradingDesk.Web.Components.Fields;

/// <summary>The unit a number field shows beside the number and takes off what is pasted.</summary>
public enum NumberUnit
{
    None = 0,
    Rupees = 1,
    Percent = 2,
}
