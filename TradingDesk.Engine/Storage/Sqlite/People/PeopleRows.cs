namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>All that a start reads: persons, sessions, and the audit's end.</summary>
internal sealed record PeopleRows(IReadOnlyList<StoredPerson> Persons, IReadOnlyList<StoredSession> Sessions, ChainEnd AuditEnd);
