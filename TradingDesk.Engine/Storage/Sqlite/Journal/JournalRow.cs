using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>
/// One row of the journal: a fact as it was said, the run that said it, the command that caused it, and the hash that chains it to the
/// row before. Its cells are kept as they stand in the file, so that whatever differs there differs in the hash.
/// </summary>
internal sealed class JournalRow
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    private const int Numbers = 8;
    private const int Texts = 3;

    private readonly long[] _numbers;
    private readonly byte[][] _texts;

    private JournalRow(long[] numbers, byte[][] texts, byte[] hash) => (_numbers, _texts, Hash) = (numbers, texts, hash);

    /// <summary>From 1, without holes.</summary>
    public long Seq => _numbers[0];

    /// <summary>From 1, one for each start of a desk.</summary>
    public int Run => (int)_numbers[1];

    /// <summary>The fact's number in its run; 0 on the row that a run begins with.</summary>
    public long Fact => _numbers[2];

    public Instant At => new(_numbers[3]);

    public FactKind Kind => (FactKind)_numbers[4];

    /// <summary>The intent it is about; 0 for none.</summary>
    public int Intent => (int)_numbers[5];

    /// <summary>0 where the fact is about no instrument.</summary>
    public Segment Segment => (Segment)_numbers[6];

    public int Token => (int)_numbers[7];

    /// <summary>The instrument's line on the first row of a run that names it, empty on others.</summary>
    public string Instrument => Encoding.UTF8.GetString(_texts[0]);

    /// <summary>The fact's own bytes, its instrument by the table of the run that said it.</summary>
    public ReadOnlySpan<byte> Body => _texts[1];

    /// <summary>The command that caused it, empty without one; on the row that a run begins with the build.</summary>
    public string Command => Encoding.UTF8.GetString(_texts[2]);

    public byte[] Hash { get; }

    public ChainEnd End => new(Seq, Hash);

    /// <summary>Whether it holds a fact that a starting desk gets back.</summary>
    public bool IsFact => Kind >= FactKind.AccountOpened;

    /// <summary>A new row after <paramref name="before"/>.</summary>
    public static JournalRow After(ChainEnd before, int run, in DeskFact fact, Instrument? instrument, bool isNamed, string command)
    {
        long[] numbers =
        [
            before.Seq + 1, run, fact.Number, fact.At.Nanos, (long)fact.Kind, IntentOf(fact),
            instrument is null ? 0 : (long)instrument.Segment, instrument?.Token ?? 0,
        ];
        var line = isNamed && instrument is not null ? new InstrumentTable([instrument]).ToText() : "";
        byte[][] texts =
        [
            Encoding.UTF8.GetBytes(line), MemoryMarshal.AsBytes(new ReadOnlySpan<DeskFact>(in fact)).ToArray(),
            Encoding.UTF8.GetBytes(command),
        ];
        var row = new JournalRow(numbers, texts, new byte[HashBytes]);
        row.HashAfter(before.Hash).CopyTo(row.Hash, 0);
        return row;
    }

    /// <summary>The row a statement stands on; its columns are those of <see cref="JournalTables.Columns"/>.</summary>
    public static JournalRow Of(SqliteStatement statement)
    {
        var numbers = new long[Numbers];
        for (var column = 0; column < Numbers; column++) numbers[column] = statement.Number(column);
        var texts = new byte[Texts][];
        for (var text = 0; text < Texts; text++) texts[text] = statement.Bytes(Numbers + text);
        return new JournalRow(numbers, texts, statement.Bytes(Numbers + Texts));
    }

    /// <summary>Gives all its cells to an insert with parameters in the order of <see cref="JournalTables.Columns"/>.</summary>
    public void BindTo(SqliteStatement insert)
    {
        for (var column = 0; column < Numbers; column++) insert.Bind(column + 1, _numbers[column]);
        insert.BindText(Numbers + 1, _texts[0]);
        insert.Bind(Numbers + 2, _texts[1]);
        insert.BindText(Numbers + 3, _texts[2]);
        insert.Bind(Numbers + Texts + 1, Hash);
    }

    /// <summary>
    /// What its hash must be after a row with that one: SHA-256 over that hash and all its cells, each text with its length.
    /// </summary>
    public byte[] HashAfter(ReadOnlySpan<byte> earlier)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(earlier);
        hash.AppendData(Content());
        return hash.GetHashAndReset();
    }

    /// <summary>Whether it is what was written after that end.</summary>
    public bool Follows(ChainEnd before) => Seq == before.Seq + 1 && Hash.AsSpan().SequenceEqual(HashAfter(before.Hash));

    /// <summary>The fact it holds; a body of another length is of a build with other facts and throws InvalidDataException.</summary>
    public DeskFact ToFact()
    {
        if (Body.Length == Unsafe.SizeOf<DeskFact>()) return MemoryMarshal.Read<DeskFact>(Body);
        throw new InvalidDataException($"The journal's row {Seq} holds a fact of another build.");
    }

    /// <summary>All cells and the hash, read back by <see cref="Parse"/>.</summary>
    public byte[] ToBytes() => [.. Content(), .. Hash];

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null for anything else.</summary>
    public static JournalRow? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < (Numbers * sizeof(long)) + (Texts * sizeof(int)) + HashBytes) return null;
        var numbers = new long[Numbers];
        for (var number = 0; number < Numbers; number++)
            numbers[number] = BinaryPrimitives.ReadInt64LittleEndian(bytes[(number * sizeof(long))..]);
        var rest = bytes[(Numbers * sizeof(long))..];
        var texts = new byte[Texts][];
        for (var text = 0; text < Texts; text++)
        {
            var length = rest.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest);
            if (length < 0 || length > rest.Length - sizeof(int)) return null;
            texts[text] = rest.Slice(sizeof(int), length).ToArray();
            rest = rest[(sizeof(int) + length)..];
        }

        return rest.Length == HashBytes ? new JournalRow(numbers, texts, rest.ToArray()) : null;
    }

    private byte[] Content()
    {
        var bytes = new byte[(Numbers * sizeof(long)) + _texts.Sum(text => sizeof(int) + text.Length)];
        var place = 0;
        foreach (var number in _numbers)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(place), number);
            place += sizeof(long);
        }

        foreach (var text in _texts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), text.Length);
            text.CopyTo(bytes, place + sizeof(int));
            place += sizeof(int) + text.Length;
        }

        return bytes;
    }

    private static int IntentOf(in DeskFact fact) => fact.Kind switch
    {
        FactKind.IntentAccepted or FactKind.IntentDenied => fact.Intent.Number,
        FactKind.OrderMoved or FactKind.StopMoved => fact.Order.Order.Intent,
        FactKind.BracketMoved => fact.Bracket.Intent,
        _ => 0,
    };
}
