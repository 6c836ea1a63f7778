namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>Rows of a source that did not become candles: given twice, or outside the day's session.</summary>
internal readonly record struct RevisionRefuse(int Duplicates, int Outside);
