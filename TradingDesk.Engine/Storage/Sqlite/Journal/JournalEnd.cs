namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>How far a journal goes: its last row's number and hash.</summary>
internal sealed record JournalEnd(long Seq, byte[] Hash)
{
    /// <summary>Before the first row.</summary>
    public static JournalEnd Beginning { get; } = new(0, new byte[JournalRow.HashBytes]);

    public bool IsAt(JournalEnd other) => Seq == other.Seq && Hash.AsSpan().SequenceEqual(other.Hash);
}
