namespace TradingDesk.Web.Components.Fields;

/// <summary>Days from one to another, both included; an end that is null was not given.</summary>
public sealed record DayRange(DateOnly? From, DateOnly? To)
{
    public bool IsWhole => From is not null && To is not null;

    public int Days => IsWhole ? To!.Value.DayNumber - From!.Value.DayNumber + 1 : 0;
}
