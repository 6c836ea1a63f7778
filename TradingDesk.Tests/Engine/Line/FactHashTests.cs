using System.Runtime.InteropServices;
using TradingDesk.Engine.Line;

namespace TradingDesk.Tests.Engine.Line;

public sealed class FactHashTests
{
    [Fact]
    public void Any_bit_of_a_fact_changes_its_digest_and_the_hash()
    {
        var digests = new HashSet<ulong> { FactHash.DigestOf(default) };
        var hashes = new HashSet<string> { HashOf(default) };

        for (var bit = 0; bit < 128 * 8; bit++)
        {
            DeskFact fact = default;
            MemoryMarshal.AsBytes(new Span<DeskFact>(ref fact))[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(digests.Add(FactHash.DigestOf(fact)));
            Assert.True(hashes.Add(HashOf(fact)));
        }
    }

    [Fact]
    public void The_hash_knows_the_order()
    {
        var (one, two) = (new DeskFact { Number = 1 }, new DeskFact { Number = 2 });

        Assert.Equal(HashOf(one, two), HashOf(one, two));
        Assert.NotEqual(HashOf(one, two), HashOf(two, one));
    }

    private static string HashOf(params ReadOnlySpan<DeskFact> facts)
    {
        using var hash = new FactHash();
        foreach (ref readonly var fact in facts) hash.Add(fact);
        return hash.ToString();
    }
}
