namespace TradingDesk.Web.Pages.Audit;

/// <summary>Which lines somebody wants to see.</summary>
/// <param name="Kind">Null for all kinds.</param>
/// <param name="By">A name, or empty for everybody's.</param>
internal sealed record AuditWish(AuditKind? Kind, string By)
{
    public static AuditWish All { get; } = new(null, "");

    public bool Holds(AuditLine line) => (Kind is null || Kind == line.Kind) && (By.Length == 0 || By == line.By);
}
