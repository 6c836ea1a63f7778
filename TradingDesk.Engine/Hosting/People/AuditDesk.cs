using TradingDesk.Engine.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>What was done to the desk and by whom, and whether the record of it is whole.</summary>
public sealed class AuditDesk
{
    private const int PageMost = 500;

    private readonly PeopleBook _book;

    internal AuditDesk(PeopleBook book) => _book = book;

    /// <summary>What the start found wrong with the audit, or empty.</summary>
    public string Trouble => _book.AuditTrouble;

    /// <summary>The newest lines before a number, newest first. A store that cannot be read is an IOException that says why.</summary>
    public IReadOnlyList<AuditEntry> Read(long before, int most) =>
        _book.TryReadAudit(before, Math.Min(most, PageMost), out var lines, out var refusal) ? lines : throw new IOException(refusal);

    /// <summary>Walks the whole chain; what is wrong is a sentence, empty is sound.</summary>
    public string Check() => _book.CheckAudit();
}
