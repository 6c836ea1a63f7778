namespace TradingDesk.Web.Pages.Audit;

/// <summary>Lines newest first, and where older ones begin.</summary>
internal sealed record AuditStretch(IReadOnlyList<AuditLine> Lines, AuditPlace Older)
{
    public AuditStretch WithOlder(AuditStretch more) => new([.. Lines, .. more.Lines], more.Older);
}
