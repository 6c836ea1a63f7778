using System.IO.Compression;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Cli.Importing;

/// <summary>A backup is whole before it counts, and a restore touches nothing before the whole backup was looked over.</summary>
public sealed class BackupVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public BackupVerbTests()
    {
        var file = VendorText.Write(_folder, VendorText.Of("NIFTY", [1]));
        Assert.Equal(0, CliRun.Of("import", "candles", file, "--data", Data).ExitCode);
        File.WriteAllText(_folder.File("data/calendar.csv"), "kept\n");
    }

    private string Data => _folder.File("data");

    private string Zip => _folder.File("backup.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_restored_desk_holds_what_the_other_one_had()
    {
        File.Delete(_folder.File("data/calendar.csv"));
        var backup = CliRun.Of("backup", Zip, "--data", Data);

        var restore = CliRun.Of("restore", Zip, "--data", _folder.File("other"));

        Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
        Assert.Contains("market/candles.db: ", backup.Out, StringComparison.Ordinal);
        Assert.Contains("schema version 3, whole", backup.Out, StringComparison.Ordinal);
        Assert.Equal((0, ""), (restore.ExitCode, restore.Error));
        Assert.Equal(Exported(Data), Exported(_folder.File("other")));
        Assert.False(Directory.Exists(_folder.File("other/simulated")));
    }

    [Fact]
    public void What_was_there_is_kept_aside()
    {
        CliRun.Of("backup", Zip, "--data", Data);
        File.WriteAllText(_folder.File("data/calendar.csv"), "later\n");

        var restore = CliRun.Of("restore", Zip, "--data", Data);

        Assert.Contains("What was there is kept in ", restore.Out, StringComparison.Ordinal);
        Assert.Equal("kept\n", File.ReadAllText(_folder.File("data/calendar.csv")));
        var aside = Assert.Single(Directory.GetDirectories(Data, "before-restore-*"));
        Assert.Equal("later\n", File.ReadAllText(Path.Combine(aside, "calendar.csv")));
        Assert.True(File.Exists(Path.Combine(aside, "market", "candles.db")));
    }

    [Fact]
    public void A_folder_that_a_desk_holds_is_not_touched()
    {
        CliRun.Of("backup", Zip, "--data", Data);
        using var held = DeskLock.TryTake(Path.Combine(Data, "desk"), "data folder", out _);

        var restore = CliRun.Of("restore", Zip, "--data", Data);

        Assert.Equal(1, restore.ExitCode);
        Assert.Contains($"The data folder {Data} is used by another desk", restore.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Data, "before-restore-*"));
    }

    [Fact]
    public void A_backup_that_was_changed_restores_nothing()
    {
        CliRun.Of("backup", Zip, "--data", Data);
        using (var zip = ZipFile.Open(Zip, ZipArchiveMode.Update))
        {
            zip.GetEntry("calendar.csv")!.Delete();
            using var entry = new StreamWriter(zip.CreateEntry("calendar.csv").Open());
            entry.Write("forged\n");
        }

        var restore = CliRun.Of("restore", Zip, "--data", Data);

        Assert.Equal(1, restore.ExitCode);
        Assert.Contains("calendar.csv in the backup is not what its note says", restore.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was restored." + Environment.NewLine, restore.Error, StringComparison.Ordinal);
        Assert.Equal("kept\n", File.ReadAllText(_folder.File("data/calendar.csv")));
        Assert.Empty(Directory.GetFiles(Data, "*.restored-*", SearchOption.AllDirectories));
    }

    [Fact]
    public void States_of_indicators_that_the_backup_lacks_do_not_outlive_the_candles_they_have_read()
    {
        CliRun.Of("backup", Zip, "--data", Data);
        var path = _folder.File("data/market/indicators.db");
        Assert.True(IndicatorStore.TryOpen(path, CandleWorld.Market, out var store, out _));
        Assert.True(store!.TryKeep(new StoredSnapshot(SnapshotCodec.Format, TestPlans.Open, TestPlans.Open, 1, new byte[] { 1 }), out _));
        store.Dispose();

        var restore = CliRun.Of("restore", Zip, "--data", Data);

        Assert.Equal((0, ""), (restore.ExitCode, restore.Error));
        Assert.True(IndicatorStore.TryOpen(path, CandleWorld.Market, out store, out _));
        Assert.True(store!.TryReadSnapshots(out var left, out _));
        store.Dispose();
        Assert.Empty(left);
    }

    [Fact]
    public void A_store_that_cannot_be_backed_up_is_not_left_out_in_silence()
    {
        using (var link = SqliteLink.Open(_folder.File("data/market/candles.db"), readOnly: false, 0))
            link.Execute("PRAGMA user_version = 99");

        var backup = CliRun.Of("backup", Zip, "--data", Data);

        Assert.Equal((1, ""), (backup.ExitCode, backup.Out));
        Assert.Contains("market/candles.db has schema version 99", backup.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Zip));
    }

    [Fact]
    public void Another_file_is_no_backup()
    {
        var file = VendorText.Write(_folder, "rows\n", "rows.txt");

        var restore = CliRun.Of("restore", file, "--data", Data);

        Assert.Equal((2, $"{file} is no backup of a desk."), (restore.ExitCode, restore.Error.TrimEnd()));
    }

    private static string Exported(string data)
    {
        var run = CliRun.Of("export", "candles", "--instrument", "NIFTY", "--data", data);
        Assert.Equal(0, run.ExitCode);
        return run.Out;
    }
}
