using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.People;

/// <summary>One line of who did what, from where, and what was before and after; numbered and chained to the line before.</summary>
/// <param name="Number">Counts up from 1 without a gap.</param>
/// <param name="At">When.</param>
/// <param name="By">Who: a person's name, `console`, `desk`, or `nobody` for who was not let in.</param>
/// <param name="From">The network address it came from, or empty.</param>
/// <param name="What">A short code such as `signed-in`.</param>
/// <param name="About">Whom or what it was done to, or empty.</param>
/// <param name="Before">What was, or empty.</param>
/// <param name="After">What is, or why not.</param>
public sealed record AuditEntry(long Number, Instant At, string By, string From, string What, string About, string Before, string After);
