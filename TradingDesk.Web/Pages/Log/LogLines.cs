using TradingDesk.Engine.Observation.Log;

namespace TradingDesk.Web.Pages.Log;

/// <summary>The lines of the log that are shown, newest first; a line that was read once stays the same object.</summary>
/// <param name="Lines">Without a hole between the newest and the oldest.</param>
/// <param name="Newest">The newest row of the journal that was looked at.</param>
/// <param name="Older">Where older ones begin; 0 for none.</param>
internal sealed record LogLines(IReadOnlyList<LogLine> Lines, long Newest, long Older)
{
    /// <summary>Whoever wants to see more begins anew: a tab that is open for days must not grow without end.</summary>
    public const int Most = 2_000;

    public static LogLines Of(LogPage page) => new(page.Lines, page.Newest, page.Older);

    /// <summary>With what was written since. More than one page of it would leave a hole: then only that page is shown.</summary>
    public LogLines WithNewer(LogPage page)
    {
        if (page.Newest == 0) return this;
        if (page.Older > 0) return Of(page);
        if (page.Lines.Count == 0) return this with { Newest = page.Newest };
        IReadOnlyList<LogLine> all = [.. page.Lines, .. Lines];
        return all.Count <= Most ? new LogLines(all, page.Newest, Older)
            : new LogLines([.. all.Take(Most)], page.Newest, all[Most - 1].Seq);
    }

    public LogLines WithOlder(LogPage page) => this with { Lines = [.. Lines, .. page.Lines], Older = page.Older };
}
