using System.Globalization;
using System.Text;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Cli.Reports;

/// <summary>What one world's stores hold: sizes, ages, how long they are kept, and what was entered into them.</summary>
internal sealed record StoreReport(DeskFiles Files, StoreFigures Figures, IReadOnlyList<StoredRevision> Revisions)
{
    private const int RevisionsMost = 10;
    private const int HashShown = 12;
    private const int NamesMost = 12;

    public static StoreReport Read(DeskFiles files, CandleStore store)
    {
        using var link = store.OpenReader();
        return new StoreReport(files, StoreFigures.Read(link), new RevisionReader(store).List(RevisionsMost));
    }

    public object Readable => new
    {
        world = Files.World,
        databases = Databases.Select(file => new { file.Path, file.Bytes, logBytes = file.LogBytes }),
        freeBytes = FreeBytes,
        schemaVersion = Figures.SchemaVersion,
        tables = Figures.Tables.Select(table =>
            new { name = table.Table, table.Rows, table.Oldest, table.Newest, keptDays = KeptDays(table.Table) }),
        replacedCandles = Figures.Replaced,
        instruments = Figures.Instruments.Select(NameOf),
        revisions = Revisions,
    };

    public string ToText()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{(Files.Settings.IsSimulated ? "SIMULATED market" : "real market")}, schema version {Figures.SchemaVersion}");
        foreach (var file in Databases) Line($"  {file.Path}: {Bytes(file.Bytes)}, log of writes {Bytes(file.LogBytes)}");
        Line($"  {Bytes(FreeBytes)} free on the disk");
        foreach (var table in Figures.Tables) Line($"  {table.Table,-16} {table.Rows,12:N0} candles{Ages(table)}, {Kept(table.Table)}");
        Line($"  {"replaced_candles",-16} {Figures.Replaced,12:N0} candles, {Kept("replaced_candles")}");
        if (Figures.Instruments.Count > 0) Line($"  minutes of {Named}");
        Line($"  {(Revisions.Count == 0 ? "no revisions: nothing was entered but by the running desk" : "newest revisions:")}");
        foreach (var one in Revisions)
        {
            var hash = one.Hash.Length == 0 ? "" : $" (sha256 {one.Hash[..HashShown]})";
            Line($"    {one.Number,4}  {one.At.ToIndia():yyyy-MM-dd HH:mm}  {one.Source}{hash}: {one.Reason}, by {one.Principal};");
            var (first, last) = (one.Earliest.IndiaDate, one.Latest.IndiaDate);
            Line($"          {one.Added:N0} added, {one.Replaced:N0} replaced, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}");
        }

        return text.ToString();
    }

    private IEnumerable<(string Path, long Bytes, long LogBytes)> Databases =>
        from path in new[] { Files.Settings.CandleFile, Files.Settings.IndicatorFile }
        where File.Exists(path)
        select (path, new FileInfo(path).Length, LengthOf(path + "-wal"));

    private string Named
    {
        get
        {
            var names = string.Join(", ", Figures.Instruments.Take(NamesMost).Select(NameOf));
            return Figures.Instruments.Count <= NamesMost ? names
                : string.Create(CultureInfo.InvariantCulture, $"{names} and {Figures.Instruments.Count - NamesMost:N0} more");
        }
    }

    private long FreeBytes => new DriveInfo(Path.GetDirectoryName(Files.Settings.CandleFile)!).AvailableFreeSpace;

    private int? KeptDays(string table) => table switch
    {
        "candles_1s" => Files.Settings.CandleSecondsDays,
        "candles_tf" or "replaced_candles" when Files.Settings.CandleDays > 0 => Files.Settings.CandleDays,
        _ => null,
    };

    private string Kept(string table) => (table, KeptDays(table)) switch
    {
        ("candles_hot", _) => "moved to the others within 15 minutes",
        (_, { } days) => string.Create(CultureInfo.InvariantCulture, $"kept {days:N0} days"),
        _ => "kept for ever",
    };

    private static string Ages(TableFigures table) => table.Oldest is not { } oldest ? "" : string.Create(
        CultureInfo.InvariantCulture, $" from {oldest.ToIndia():yyyy-MM-dd HH:mm} to {table.Newest!.Value.ToIndia():yyyy-MM-dd HH:mm}");

    private string NameOf((Engine.Market.Segment Segment, int Token) key) =>
        Files.Instruments.TryFind(key.Segment, key.Token, out var instrument)
            ? instrument!.FullName : string.Create(CultureInfo.InvariantCulture, $"{(int)key.Segment}:{key.Token}");

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static string Bytes(long bytes) => bytes switch
    {
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:N0} KB"),
        < 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:N1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:N1} GB"),
    };
}
