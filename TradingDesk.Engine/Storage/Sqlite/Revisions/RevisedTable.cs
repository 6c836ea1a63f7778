using TradingDesk.Engine.Market;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>What an entry did with one candle.</summary>
internal enum RevisionEffect
{
    Added,
    Replaced,
    Same,
    Kept,
}

/// <summary>One table of candles as one revision writes to it.</summary>
internal sealed class RevisedTable(SqliteLink link, string table, bool isSeconds, long number, RevisionRule rule) : IDisposable
{
    private const string Values = "open, high, low, close, volume, ticks, gaps, quality, revision";
    private const int RevisionColumn = 8;
    private const int TimeframePlace = 13;

    private readonly SqliteStatement _add = link.Prepare(Put("IGNORE", table, isSeconds));
    private readonly SqliteStatement _replace = link.Prepare(Put("REPLACE", table, isSeconds));
    private readonly SqliteStatement _read = link.Prepare($"SELECT {Values} FROM {table} WHERE {Key(isSeconds)}");

    private readonly SqliteStatement _keepOld = link.Prepare(
        $"""
        INSERT INTO replaced_candles (exchange, token, tf, ts, replaced_by, {Values})
        SELECT exchange, token, {(isSeconds ? "1" : "tf")}, ts, ?4, {Values} FROM {table} WHERE {Key(isSeconds)}
        """);

    /// <summary>Writes the candle as far as the rule allows.</summary>
    public RevisionEffect Put(in StoredCandle stored)
    {
        Write(_add, stored);
        if (link.RowsChanged == 1) return RevisionEffect.Added;
        BindKey(_read, stored);
        _read.Step();
        var isSame = IsSame(_read, stored.Candle);
        var writtenBy = _read.Number(RevisionColumn);
        _read.Reset();
        if (isSame) return RevisionEffect.Same;
        if (!MayReplace(writtenBy)) return RevisionEffect.Kept;
        BindKey(_keepOld, stored);
        _keepOld.Bind(4, number);
        _keepOld.Run();
        Write(_replace, stored);
        return RevisionEffect.Replaced;
    }

    public void Dispose()
    {
        _add.Dispose();
        _replace.Dispose();
        _read.Dispose();
        _keepOld.Dispose();
    }

    private static string Put(string conflict, string table, bool isSeconds) =>
        $"""
        INSERT OR {conflict} INTO {table} (exchange, token, ts, {Values}{(isSeconds ? "" : ", tf")})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12{(isSeconds ? "" : ", ?13")})
        """;

    private static string Key(bool isSeconds) => $"exchange = ?1 AND token = ?2 AND {(isSeconds ? "1" : "tf")} = ?5 AND ts = ?3";

    /// <summary>A source that names one candle twice does not correct itself.</summary>
    private bool MayReplace(long writtenBy) =>
        writtenBy != number && (rule == RevisionRule.Replace || (rule == RevisionRule.Correct && writtenBy > 0));

    /// <summary>How many ticks, gaps and marks stand beside it does not make it another candle.</summary>
    private static bool IsSame(SqliteStatement row, in Candle candle) =>
        row.Number(0) == candle.Open.Scaled && row.Number(1) == candle.High.Scaled && row.Number(2) == candle.Low.Scaled
        && row.Number(3) == candle.Close.Scaled && row.Number(4) == candle.Volume;

    private static void BindKey(SqliteStatement row, in StoredCandle stored)
    {
        row.Bind(1, (long)stored.Segment);
        row.Bind(2, stored.Token);
        row.Bind(3, stored.Candle.Start.UnixSeconds);
        row.Bind(5, stored.Candle.Seconds);
    }

    private void Write(SqliteStatement row, in StoredCandle stored)
    {
        ref readonly var candle = ref stored.Candle;
        row.Bind(1, (long)stored.Segment);
        row.Bind(2, stored.Token);
        row.Bind(3, candle.Start.UnixSeconds);
        row.Bind(4, candle.Open.Scaled);
        row.Bind(5, candle.High.Scaled);
        row.Bind(6, candle.Low.Scaled);
        row.Bind(7, candle.Close.Scaled);
        row.Bind(8, candle.Volume);
        row.Bind(9, candle.Ticks);
        row.Bind(10, candle.Gaps);
        row.Bind(11, (long)candle.Quality);
        row.Bind(12, number);
        if (!isSeconds) row.Bind(TimeframePlace, candle.Seconds);
        row.Run();
    }
}
