namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>
/// What one decision changes, kept whole or not at all: persons and sessions as they are now, sessions that ended, and its lines of the
/// audit.
/// </summary>
internal sealed record PeopleChange
{
    public IReadOnlyList<StoredPerson> Persons { get; init; } = [];

    public IReadOnlyList<StoredSession> Sessions { get; init; } = [];

    public IReadOnlyList<long> Ended { get; init; } = [];

    public IReadOnlyList<AuditRow> Audit { get; init; } = [];
}
