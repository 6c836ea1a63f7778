namespace TradingDesk.Web.Live.Health;

/// <summary>What is wrong with the record of who did what.</summary>
/// <param name="trouble">A sentence; empty while it is sound.</param>
public sealed class AuditSign(Func<string> trouble)
{
    public string Trouble => trouble();
}
