using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace TradingDesk.Engine.Line;

/// <summary>
/// A sealed piece of the tape: inputs in order, the digest of every fact they caused, and a hash that chains it to the block before.
/// In the file: head (magic, lengths, counts, the earlier hash), compressed body, hash of both.
/// </summary>
internal sealed record TapeBlock
{
    public const int HashBytes = 32;
    private const uint Magic = 0x31425444;
    private const int HeadBytes = 4 + 4 + 4 + 4 + 4 + 8 + HashBytes;

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
        Earlier.CopyTo(bytes, 28);
        body.CopyTo(bytes, HeadBytes);
        var hash = SHA256.HashData(bytes);
        file.Write(bytes);
        file.Write(hash);
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
        torn = got is > 0 and < HeadBytes;
        if (got < HeadBytes) return null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != Magic) throw new FormatException("no block begins here");
        var bodyLength = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        if (bodyLength < 0) throw new FormatException("its length is negative");
        torn = file.Length - file.Position < bodyLength + HashBytes;
        if (torn) return null;
        var bytes = new byte[HeadBytes + bodyLength];
        head.CopyTo(bytes, 0);
        file.ReadExactly(bytes, HeadBytes, bodyLength);
        hash = new byte[HashBytes];
        file.ReadExactly(hash);
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(hash)) throw new FormatException("its hash does not fit its bytes");
        return Unpack(bytes);
    }

    /// <summary>Steps over the next block by its lengths; false when none or only part of one follows, strange when something else does.</summary>
    public static bool TrySkip(Stream file, out bool strange)
    {
        Span<byte> head = stackalloc byte[8];
        strange = false;
        if (file.Length - file.Position < HeadBytes) return false;
        file.ReadExactly(head);
        var bodyLength = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        strange = BinaryPrimitives.ReadUInt32LittleEndian(head) != Magic || bodyLength < 0;
        var rest = HeadBytes - head.Length + (long)bodyLength + HashBytes;
        if (strange || file.Length - file.Position < rest) return false;
        file.Seek(rest, SeekOrigin.Current);
        return true;
    }

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
            Earlier = bytes[28..(28 + HashBytes)],
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
