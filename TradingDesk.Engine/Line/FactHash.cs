using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TradingDesk.Engine.Line;

/// <summary>A running SHA-256 over facts in order: two runs with equal hashes said the same.</summary>
internal sealed class FactHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Count { get; private set; }

    public void Add(in DeskFact fact)
    {
        Count++;
        _hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<DeskFact>(in fact)));
    }

    /// <summary>The hash of all facts so far; more may follow.</summary>
    public byte[] Current() => _hash.GetCurrentHash();

    public override string ToString() => Convert.ToHexStringLower(Current());

    /// <summary>A fact's own eight bytes, so that the first of two stories that differs can be named.</summary>
    public static ulong DigestOf(in DeskFact fact)
    {
        var digest = 0xcbf29ce484222325UL;
        unchecked
        {
            foreach (var word in MemoryMarshal.Cast<DeskFact, ulong>(new ReadOnlySpan<DeskFact>(in fact)))
            {
                digest = (digest ^ word) * 0x9E3779B97F4A7C15UL;
                digest ^= digest >> 32;
            }
        }

        return digest;
    }

    public void Dispose() => _hash.Dispose();
}
