using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>
/// The file that takes rows while the journal cannot: its place on the disk is taken at the start, so that a full disk has room for
/// it. A row counts when it was forced to the disk.
/// </summary>
internal sealed class EmergencyFile(string path)
{
    /// <summary>Some 3,000 rows: a day of exits for every account.</summary>
    public const int Capacity = 1_048_576;

    private const int CheckBytes = sizeof(long);
    private const int HeadBytes = sizeof(int) + CheckBytes;

    private long _length;

    /// <summary>Takes its place on the disk; what it holds stays.</summary>
    public void Prepare()
    {
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var there = RandomAccess.GetLength(file);
        if (there >= Capacity) return;
        RandomAccess.Write(file, new byte[Capacity - there], there);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Puts rows behind those it has, as many as fit, and forces them to the disk; answers how many. Rows that failed may be
    /// put again.</summary>
    public int Append(ReadOnlySpan<JournalRow> rows)
    {
        using var bytes = new MemoryStream();
        var fitting = 0;
        foreach (var row in rows)
        {
            var record = row.ToBytes();
            if (_length + bytes.Length + HeadBytes + record.Length + sizeof(int) > Capacity) break;
            bytes.Write(HeadOf(record));
            bytes.Write(record);
            fitting++;
        }

        if (fitting == 0) return 0;
        var end = bytes.Length;
        bytes.Write(new byte[sizeof(int)]);
        Write(bytes.ToArray(), _length);
        _length += end;
        return fitting;
    }

    /// <summary>Forgets its rows; false when the disk does not let it, which leaves rows that the journal has too.</summary>
    public bool TryClear()
    {
        _length = 0;
        try
        {
            Write(new byte[sizeof(int)], 0);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Its rows in order, up to one that was cut off; what is no such file holds none.</summary>
    public IReadOnlyList<JournalRow> Read()
    {
        var rows = new List<JournalRow>();
        if (!File.Exists(path)) return rows;
        ReadOnlySpan<byte> rest = ReadBytes();
        while (TryReadNext(ref rest) is { } row && (rows.Count == 0 || row.Seq == rows[^1].Seq + 1)) rows.Add(row);
        return rows;
    }

    private static JournalRow? TryReadNext(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < HeadBytes) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (length <= 0 || length > rest.Length - HeadBytes) return null;
        var record = rest.Slice(HeadBytes, length);
        if (!rest[..HeadBytes].SequenceEqual(HeadOf(record))) return null;
        rest = rest[(HeadBytes + length)..];
        return JournalRow.Parse(record);
    }

    private static byte[] HeadOf(ReadOnlySpan<byte> record)
    {
        var head = new byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, record.Length);
        SHA256.HashData(record).AsSpan(0, CheckBytes).CopyTo(head.AsSpan(sizeof(int)));
        return head;
    }

    private byte[] ReadBytes()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[Math.Min(file.Length, Capacity)];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>A file that was removed is not made anew: it would lack the rows before.</summary>
    private void Write(byte[] bytes, long at)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, bytes, at);
        RandomAccess.FlushToDisk(file);
    }
}
