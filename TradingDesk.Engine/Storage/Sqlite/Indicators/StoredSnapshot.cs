using System.Buffers.Binary;
using System.Security.Cryptography;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Indicators;

/// <summary>The states of all indicators at one moment of the market, as bytes of a stated format.</summary>
/// <param name="Format">The form of the bytes; only the desk that writes it knows it.</param>
/// <param name="MarketTime">The line's time up to which the indicators had read candles.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="ListVersion">The version of the indicator list it is of.</param>
/// <param name="Bytes">The states.</param>
internal sealed record StoredSnapshot(int Format, Instant MarketTime, Instant WrittenAt, int ListVersion, ReadOnlyMemory<byte> Bytes)
{
    private const int PlainBytes = 16;

    /// <summary>False when what was read is not what was kept: it must not be restored.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The SHA-256 in hexadecimal over all that a restore trusts: format, market time, list version, then the bytes.</summary>
    public string ComputeStateHash()
    {
        Span<byte> plain = stackalloc byte[PlainBytes];
        BinaryPrimitives.WriteInt32LittleEndian(plain, Format);
        BinaryPrimitives.WriteInt64LittleEndian(plain[4..], MarketTime.Nanos);
        BinaryPrimitives.WriteInt32LittleEndian(plain[12..], ListVersion);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(plain);
        hash.AppendData(Bytes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
