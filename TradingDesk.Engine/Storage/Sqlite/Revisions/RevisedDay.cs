namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>What one revision did to one day of a series.</summary>
internal sealed record RevisedDay(DateOnly Date, long Revision, long Added, long Replaced, RevisionRefuse Refuse);
