using Microsoft.Data.Sqlite;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Journal;

/// <summary>Whoever edits, deletes, inserts, reorders or cuts off rows is found, with the first row that is wrong.</summary>
public sealed class JournalDamageTests
{
    private const int Rows = 9;

    [Theory]
    [InlineData("run", "run + 1")]
    [InlineData("fact", "fact + 1")]
    [InlineData("at", "at + 1")]
    [InlineData("kind", "kind + 256")]
    [InlineData("intent", "intent + 1")]
    [InlineData("segment", "segment + 1")]
    [InlineData("token", "token + 4294967296")]
    [InlineData("instrument", "instrument || ' '")]
    [InlineData("body", "zeroblob(128)")]
    [InlineData("command", "command || char(0)")]
    [InlineData("hash", "zeroblob(32)")]
    public void A_cell_that_was_changed_is_found(string column, string value)
    {
        using var copy = Written();
        Tamper(copy, $"UPDATE journal SET {column} = {value} WHERE seq = 5");

        var check = Check(copy);

        Assert.Equal((false, 5), (check.IsSound, check.BadSeq));
    }

    [Fact]
    public void Every_bit_of_a_row_counts()
    {
        using var copy = Written();
        var path = copy.File("journal.db");
        var body = new JournalReader(path).Newest(3)[0].Body.ToArray();
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(body);
        var wrong = new List<int>();
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            bytes[at + (bit / 8)] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, bytes);
            if (Check(copy).BadSeq != Rows - 2) wrong.Add(bit);
            bytes[at + (bit / 8)] ^= (byte)(1 << (bit % 8));
        }

        Assert.Empty(wrong);
    }

    /// <summary>In words: bytes that hold nothing may change; whatever changes a row, hides one or breaks the file is found.</summary>
    [Fact]
    public void A_byte_that_changes_anywhere_in_the_file_is_found_or_changes_no_row()
    {
        const int Seed = 20_261_121;
        using var copy = Written();
        var path = copy.File("journal.db");
        var (bytes, before) = (File.ReadAllBytes(path), JournalFixture.TextOf(path));
        var random = new Random(Seed);
        var found = 0;
        for (var round = 0; round < 400; round++)
        {
            var (at, mask) = (random.Next(bytes.Length), (byte)(1 << random.Next(8)));
            bytes[at] ^= mask;
            File.WriteAllBytes(path, bytes);
            var check = Check(copy);
            if (check.IsSound) Assert.True(before.SequenceEqual(JournalFixture.TextOf(path)), $"Seed {Seed}: byte {at}, bit {mask}.");
            else found++;
            bytes[at] ^= mask;
        }

        Assert.InRange(found, 5, 400);
    }

    [Fact]
    public void A_row_that_was_deleted_is_found()
    {
        for (var seq = 1; seq <= Rows; seq++)
        {
            using var copy = Written();
            Tamper(copy, $"DELETE FROM journal WHERE seq = {seq}");

            Assert.Equal((false, seq), (Check(copy).IsSound, Check(copy).BadSeq));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-7, 1)]
    [InlineData(10, 10)]
    [InlineData(99, 10)]
    public void A_row_that_was_put_in_is_found(int seq, int bad)
    {
        using var copy = Written();
        Tamper(copy, $"INSERT INTO journal SELECT {seq}, run, fact, at, kind, intent, segment, token, instrument, body, command, hash "
            + "FROM journal WHERE seq = 9");

        Assert.Equal((false, bad), (Check(copy).IsSound, Check(copy).BadSeq));
    }

    [Fact]
    public void Rows_that_changed_places_are_found()
    {
        using var copy = Written();
        Tamper(copy, "UPDATE journal SET seq = 100 WHERE seq = 4", "UPDATE journal SET seq = 4 WHERE seq = 5",
            "UPDATE journal SET seq = 5 WHERE seq = 100");

        Assert.Equal((false, 4), (Check(copy).IsSound, Check(copy).BadSeq));
    }

    [Fact]
    public void An_end_that_was_cut_off_is_found_and_refused_at_the_start()
    {
        for (var last = 0; last < Rows; last++)
        {
            using var copy = Written();
            Tamper(copy, $"DELETE FROM journal WHERE seq > {last}");

            var refusal = JournalFixture.RefusalOf(copy.File("journal.db"));

            Assert.Equal((false, last + 1), (Check(copy).IsSound, Check(copy).BadSeq));
            Assert.Contains($"ends at row {last}, but its head knows row {Rows}", refusal, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_chain_that_was_made_anew_is_not_the_one_its_head_knows()
    {
        using var copy = Written();
        using var other = Written(intent: 8);
        File.Copy(other.File("journal.db"), copy.File("journal.db"), overwrite: true);

        var refusal = JournalFixture.RefusalOf(copy.File("journal.db"));

        Assert.Equal((false, Rows), (Check(copy).IsSound, Check(copy).BadSeq));
        Assert.Contains("is not the one its head belongs to", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_that_hides_a_row_is_found()
    {
        using var copy = Written();
        using (var link = SqliteLink.Open(copy.File("journal.db"), readOnly: false, 0))
        {
            link.Execute("PRAGMA writable_schema = ON");
            link.Execute("UPDATE sqlite_master SET sql = replace(sql, 'intent > 0', 'intent > 1') WHERE name = 'journal_intent'");
        }

        Assert.False(Check(copy).IsSound);
    }

    [Fact]
    public void A_slip_of_the_hand_is_refused_by_the_file_itself()
    {
        using var copy = Written();
        using var link = SqliteLink.Open(copy.File("journal.db"), readOnly: false, 0);

        Assert.Throws<SqliteException>(() => link.Execute("DELETE FROM journal"));
        Assert.Throws<SqliteException>(() => link.Execute("UPDATE journal SET at = 0"));

        Assert.True(Check(copy).IsSound);
    }

    [Fact]
    public void What_a_person_reads_of_one_order_is_proven_too()
    {
        using var copy = Written();
        Tamper(copy, "UPDATE journal SET at = at - 1 WHERE seq = 5");
        var reader = new JournalReader(copy.File("journal.db"));

        var refused = Assert.Throws<InvalidDataException>(() => reader.Life(1));

        Assert.Contains("row 5", refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => reader.ReadAll(JournalFixture.Instruments).Count());
    }

    /// <summary>The folder of a desk that wrote nine rows and stopped.</summary>
    private static TempFolder Written(int intent = 1)
    {
        var copy = new TempFolder();
        using (var fixture = new JournalFixture())
        {
            fixture.SayIntent(TestPlans.One, intent);
            for (var row = 2; row < Rows; row++) fixture.SayMoved(TestPlans.Two, new OrderId(intent, row));
            fixture.WriteAll();
            fixture.Writer.Dispose();
            foreach (var file in Directory.EnumerateFiles(fixture.Folder)) File.Copy(file, copy.File(Path.GetFileName(file)));
        }

        Assert.True(Check(copy).IsSound, Check(copy).Sentence);
        Assert.Equal(Rows, Check(copy).Rows);
        return copy;
    }

    private static JournalCheck Check(TempFolder folder) => new JournalReader(folder.File("journal.db")).Check();

    /// <summary>Somebody who knows how to take the triggers away.</summary>
    private static void Tamper(TempFolder folder, params string[] sql)
    {
        using var link = SqliteLink.Open(folder.File("journal.db"), readOnly: false, 0);
        link.Execute("DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_cells");
        foreach (var line in sql) link.Execute(line);
    }
}
