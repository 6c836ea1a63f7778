using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>
/// A file beside a chain of rows that says how far it goes, so that an end which was cut off is missed. Written in turn to two places, each
/// with a check, so that a write which is cut off leaves the other.
/// </summary>
internal sealed class ChainHead(string path)
{
    private const int Slots = 2;

    /// <summary>No disk writes a part of both at once.</summary>
    private const int SlotDistance = 4_096;

    private const int CheckedBytes = sizeof(long) + ChainEnd.HashBytes;
    private const int SlotBytes = CheckedBytes + sizeof(long);

    private int _next = -1;

    /// <summary>What it says; null when it is not there or cannot be believed.</summary>
    public ChainEnd? Read() =>
        Enumerable.Range(0, Slots).Select(ReadSlot).Where(end => end is not null).MaxBy(end => end!.Seq);

    /// <summary>Says how far the chain goes. Not forced to the disk: one that is behind says less, never something wrong.</summary>
    public bool TryWrite(ChainEnd end, bool toDisk = false)
    {
        if (_next < 0) _next = (ReadSlot(0)?.Seq ?? -1) <= (ReadSlot(1)?.Seq ?? -1) ? 0 : 1;
        try
        {
            using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
            RandomAccess.Write(file, BytesOf(end), _next * SlotDistance);
            if (toDisk) RandomAccess.FlushToDisk(file);
            _next = 1 - _next;
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[] BytesOf(ChainEnd end)
    {
        var bytes = new byte[SlotBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, end.Seq);
        end.Hash.CopyTo(bytes, sizeof(long));
        SHA256.HashData(bytes.AsSpan(0, CheckedBytes)).AsSpan(0, sizeof(long)).CopyTo(bytes.AsSpan(CheckedBytes));
        return bytes;
    }

    private ChainEnd? ReadSlot(int slot)
    {
        var bytes = new byte[SlotBytes];
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (RandomAccess.Read(file, bytes, slot * SlotDistance) < SlotBytes) return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var end = new ChainEnd(BinaryPrimitives.ReadInt64LittleEndian(bytes), bytes[sizeof(long)..CheckedBytes]);
        return BytesOf(end).AsSpan().SequenceEqual(bytes) ? end : null;
    }
}
