using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>
/// A store's file is made and brought up to date while the process may be killed at any moment. What a kill leaves is what the disk had
/// got: a picture of the files is taken before everything that the real SQLite asks of the disk, and each is opened anew. Between two of
/// these moments lie all statements that change only memory.
/// </summary>
public sealed class KilledUpgradeTests
{
    /// <summary>The first released form with a candle in each table.</summary>
    private const string FirstForm = """
        CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO meta (key, value) VALUES ('world', 'simulated');
        PRAGMA application_id = 1413759827;
        CREATE TABLE candles_1s (exchange INTEGER NOT NULL, token INTEGER NOT NULL, ts INTEGER NOT NULL,
            open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL, volume INTEGER NOT NULL,
            ticks INTEGER NOT NULL, gaps INTEGER NOT NULL, quality INTEGER NOT NULL, PRIMARY KEY (exchange, token, ts)) WITHOUT ROWID;
        CREATE TABLE candles_tf (exchange INTEGER NOT NULL, token INTEGER NOT NULL, tf INTEGER NOT NULL, ts INTEGER NOT NULL,
            open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL, volume INTEGER NOT NULL,
            ticks INTEGER NOT NULL, gaps INTEGER NOT NULL, quality INTEGER NOT NULL, PRIMARY KEY (exchange, token, tf, ts)) WITHOUT ROWID;
        INSERT INTO candles_1s VALUES (1, 2885, 1767584700, 10, 12, 9, 11, 7, 3, 0, 0);
        INSERT INTO candles_tf VALUES (1, 2885, 60, 1767584700, 10, 12, 9, 11, 7, 3, 0, 0);
        PRAGMA user_version = 1;
        """;

    [Fact]
    public void A_store_of_the_first_form_survives_a_kill_at_any_moment_of_its_upgrade()
    {
        using var folder = new TempFolder();
        using (var first = SqliteLink.Open(folder.File("store.db"), readOnly: false, busyMilliseconds: 0)) first.Execute(FirstForm);

        var pictures = Pictures(folder, OpenCandles);

        Assert.True(pictures.Count > 10, $"Only {pictures.Count} moments were seen.");
        foreach (var picture in pictures) AssertWhole(picture, candles: 2);
    }

    [Fact]
    public void A_store_that_is_made_survives_a_kill_at_any_moment()
    {
        using var folder = new TempFolder();

        var pictures = Pictures(folder, OpenCandles);

        Assert.True(pictures.Count > 10, $"Only {pictures.Count} moments were seen.");
        foreach (var picture in pictures) AssertWhole(picture, candles: 0);
    }

    [Fact]
    public void A_store_of_indicators_that_is_made_survives_a_kill_at_any_moment()
    {
        using var folder = new TempFolder();

        var pictures = Pictures(folder, OpenIndicators);

        Assert.True(pictures.Count > 10, $"Only {pictures.Count} moments were seen.");
        foreach (var picture in pictures) Restore(picture, OpenIndicators).Dispose();
    }

    private static void AssertWhole(Dictionary<string, byte[]> picture, long candles)
    {
        using var folder = Restore(picture, OpenCandles);
        using var link = SqliteLink.Open(folder.File("store.db"), readOnly: true, busyMilliseconds: 0);

        Assert.Equal("ok", link.ReadText("PRAGMA integrity_check"));
        Assert.Equal(CandleSchema.Form.Version, link.ReadNumber("PRAGMA user_version"));
        Assert.Equal(candles, link.ReadNumber("SELECT (SELECT COUNT(*) FROM candles_1s) + (SELECT COUNT(*) FROM candles_tf)"));
    }

    /// <summary>The files of a folder before each thing that a disk is asked while the store is opened, and at the end.</summary>
    private static List<Dictionary<string, byte[]>> Pictures(TempFolder folder, Func<string, string?> open)
    {
        var pictures = new List<Dictionary<string, byte[]>>();
        using (var disk = new FaultyDisk(folder.Path))
        {
            disk.Answer = (call, _) =>
            {
                if (call is DiskCall.Write or DiskCall.Truncate or DiskCall.Sync) pictures.Add(Picture(folder));
                return 0;
            };
            Assert.Null(open(folder.File("store.db")));
        }

        pictures.Add(Picture(folder));
        return pictures;
    }

    /// <summary>The index of the log is no part: a process that opens the files first makes it anew.</summary>
    private static Dictionary<string, byte[]> Picture(TempFolder folder) =>
        Directory.EnumerateFiles(folder.Path)
            .Where(path => !path.EndsWith("-shm", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);

    private static TempFolder Restore(Dictionary<string, byte[]> picture, Func<string, string?> open)
    {
        var folder = new TempFolder();
        foreach (var (name, bytes) in picture) File.WriteAllBytes(folder.File(name), bytes);
        Assert.Null(open(folder.File("store.db")));
        return folder;
    }

    private static string? OpenCandles(string path) =>
        CandleStore.TryOpen(path, CandleWorld.Simulated, out _, out var refusal) ? null : refusal;

    private static string? OpenIndicators(string path)
    {
        if (!IndicatorStore.TryOpen(path, CandleWorld.Simulated, out var store, out var refusal)) return refusal;
        store!.Dispose();
        return null;
    }
}
