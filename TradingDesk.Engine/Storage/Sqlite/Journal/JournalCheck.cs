namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>What a check of a whole journal found.</summary>
/// <param name="IsSound">Whether every row is what was written, in order, with nothing cut off.</param>
/// <param name="Rows">Rows that can be believed.</param>
/// <param name="BadSeq">The first row that is not there or cannot be believed; 0 without one.</param>
/// <param name="Sentence">What is wrong; empty when it is sound.</param>
/// <param name="Hash">The last row's hash in hexadecimal.</param>
internal sealed record JournalCheck(bool IsSound, long Rows, long BadSeq, string Sentence, string Hash);
