namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>How far a chain of rows goes: its last row's number and hash.</summary>
internal sealed record ChainEnd(long Seq, byte[] Hash)
{
    public const int HashBytes = 32;

    /// <summary>Before the first row.</summary>
    public static ChainEnd Beginning { get; } = new(0, new byte[HashBytes]);

    public bool IsAt(ChainEnd other) => Seq == other.Seq && Hash.AsSpan().SequenceEqual(other.Hash);
}
