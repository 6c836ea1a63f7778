namespace TradingDesk.Web.Pages.Audit;

/// <summary>Where in both records reading goes on: lines before these numbers; 0 where nothing is left.</summary>
internal readonly record struct AuditPlace(long People, long Journal)
{
    public static AuditPlace Newest => new(long.MaxValue, long.MaxValue);

    public bool IsEnd => People == 0 && Journal == 0;
}
