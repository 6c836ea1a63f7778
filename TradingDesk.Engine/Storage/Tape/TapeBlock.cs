using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using TradingDesk.Engine.Line;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>
/// A sealed piece of the tape: inputs in order, the digest of every fact they caused, and a hash that chains it to the block before.
/// In the file: head (magic, lengths, counts, the earlier hash, its own check), compressed body, hash of both.
/// </summary>
internal sealed record TapeBlock
{
    public const int HashBytes = 32;
    private const uint Magic = 0x31425444;
    private const int EarlierAt = 4 + 4 + 4 + 4 + 4 + 8;
    private const int CheckAt = EarlierAt + HashBytes;
    private const int HeadBytes = CheckAt + sizeof(ulong);
    private const int SearchBytes = 4_096;

    public required byte[] Inputs { get; init; }

    public required int InputCount { get; init; }

    /// <summary>One digest per fact, in order.</summary>
    public required ulong[] FactDigests { get; init; }

    /// <summary>Inputs lost before this block because the disk did not keep up; the story before it is broken.</summary>
    public required long LostBefore { get; init; }

    /// <summary>The hash of the block before it in this run; zeros for a run's first.</summary>
    public required byte[] Earlier { get; init; }

    /// <summary>Writes the block and gives its hash.</summary>
    public byte[] WriteTo(Stream file)
    {
        var body = Compress();
        var bytes = new byte[HeadBytes + body.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), body.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Inputs.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), InputCount);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), FactDigests.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(20), LostBefore);
        Earlier.CopyTo(bytes, EarlierAt);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(CheckAt), CheckOf(bytes));
        body.CopyTo(bytes, HeadBytes);
        var hash = SHA256.HashData(bytes);
        file.Write([.. bytes, .. hash]);
        return hash;
    }

    /// <summary>
    /// Reads the next block: null at the file's end. A block cut off by the end of the file is torn and also null with torn set;
    /// one whose hash does not fit throws FormatException.
    /// </summary>
    public static TapeBlock? ReadFrom(Stream file, out byte[] hash, out bool torn)
    {
        (hash, torn) = ([], false);
        var head = new byte[HeadBytes];
        var got = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        if (IsStrange(head.AsSpan(0, got))) throw new FormatException("no block begins here");
        torn = got is > 0 and < HeadBytes;
        if (got < HeadBytes) return null;
        var bodyLength = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        torn = file.Length - file.Position < (long)bodyLength + HashBytes;
        if (torn) return null;
        var bytes = new byte[HeadBytes + bodyLength];
        head.CopyTo(bytes, 0);
        file.ReadExactly(bytes, HeadBytes, bodyLength);
        hash = new byte[HashBytes];
        file.ReadExactly(hash);
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(hash)) throw new FormatException("its hash does not fit its bytes");
        return Unpack(bytes);
    }

    /// <summary>Steps over the next block by its lengths; false when none or only part of one follows, strange when something else
    /// does.</summary>
    public static bool TrySkip(Stream file, out bool strange)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        var got = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        strange = IsStrange(head[..got]);
        if (strange || got < HeadBytes) return false;
        var rest = (long)BinaryPrimitives.ReadInt32LittleEndian(head[4..]) + HashBytes;
        if (file.Length - file.Position < rest) return false;
        file.Seek(rest, SeekOrigin.Current);
        return true;
    }

    /// <summary>Goes to the next head at or after a place of the file; false when there is none. A head's check makes a chance one
    /// impossible.</summary>
    public static bool TryFind(Stream file, long from)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        Span<byte> window = stackalloc byte[SearchBytes];
        for (; from < file.Length; from += window.Length - sizeof(uint) + 1)
        {
            file.Position = from;
            var got = file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
            for (var at = 0; at + sizeof(uint) <= got; at++)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(window[at..]) != Magic) continue;
                file.Position = from + at;
                var isHead = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) == HeadBytes && !IsStrange(head);
                file.Position = from + at;
                if (isHead) return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether these bytes are no head nor the beginning of one. A kill leaves a whole head or a beginning, so a head that does not fit
    /// its check is damage, and its length is not believed: the rest of the file would pass for a torn block.
    /// </summary>
    private static bool IsStrange(ReadOnlySpan<byte> head)
    {
        Span<byte> magic = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(magic, Magic);
        var seen = Math.Min(head.Length, magic.Length);
        if (!head[..seen].SequenceEqual(magic[..seen])) return true;
        return head.Length == HeadBytes && BinaryPrimitives.ReadUInt64LittleEndian(head[CheckAt..]) != CheckOf(head);
    }

    private static ulong CheckOf(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(head[..CheckAt]));

    private static TapeBlock Unpack(byte[] bytes)
    {
        var inputs = new byte[BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8))];
        var digests = new ulong[BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(16))];
        using var body = new DeflateStream(new MemoryStream(bytes, HeadBytes, bytes.Length - HeadBytes), CompressionMode.Decompress);
        body.ReadExactly(inputs);
        var words = new byte[digests.Length * sizeof(ulong)];
        body.ReadExactly(words);
        for (var i = 0; i < digests.Length; i++) digests[i] = BinaryPrimitives.ReadUInt64LittleEndian(words.AsSpan(i * sizeof(ulong)));
        return new TapeBlock
        {
            Inputs = inputs,
            InputCount = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12)),
            FactDigests = digests,
            LostBefore = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(20)),
            Earlier = bytes[EarlierAt..CheckAt],
        };
    }

    private byte[] Compress()
    {
        using var to = new MemoryStream();
        using (var body = new DeflateStream(to, CompressionLevel.Fastest, leaveOpen: true))
        {
            body.Write(Inputs);
            Span<byte> word = stackalloc byte[sizeof(ulong)];
            foreach (var digest in FactDigests)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(word, digest);
                body.Write(word);
            }
        }

        return to.ToArray();
    }
}
