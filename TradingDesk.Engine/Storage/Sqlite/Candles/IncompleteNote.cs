using System.Text;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// A line in a file beside a candle store that is there while the store lacks candles, so that a start after any end of the desk
/// knows. It is forced to the disk; on a full one it may stay empty, which says that candles lack and not which.
/// </summary>
internal sealed class IncompleteNote(string storePath, Instant run, string market)
{
    private readonly string _path = PathOf(storePath);

    /// <summary>A note of an earlier run stays what it is: it says more than this run could.</summary>
    private readonly bool _isOlder = File.Exists(PathOf(storePath));

    private CandleGap? _said;
    private bool _mayBeThere;

    public static string PathOf(string storePath) => storePath + ".incomplete";

    /// <summary>What the note beside that store says; null without one.</summary>
    public static CandleGap? Read(string storePath)
    {
        try
        {
            return CandleGap.Parse(File.ReadAllText(PathOf(storePath)));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CandleGap.Unknown;
        }
    }

    /// <summary>Deletes the note; a sentence's end when that cannot be done.</summary>
    public static string? Remove(string storePath)
    {
        try
        {
            File.Delete(PathOf(storePath));
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message.TrimEnd('.');
        }
    }

    /// <summary>Keeps that candles lack since a moment, null for all of them; the earliest moment of a run stays. One that cannot be kept
    /// is kept at the next call.</summary>
    public void Say(Instant? since)
    {
        if (_isOlder || (_said is { } said && (said.Since is null || said.Since <= since))) return;
        var gap = new CandleGap(since, run, market);
        _mayBeThere = true;
        if (TryWrite(gap)) _said = gap;
    }

    /// <summary>Everything is written again.</summary>
    public void Withdraw()
    {
        if (!_mayBeThere || Remove(storePath) is not null) return;
        (_said, _mayBeThere) = (null, false);
    }

    private bool TryWrite(CandleGap gap)
    {
        try
        {
            using var file = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(Encoding.UTF8.GetBytes(gap.ToText()));
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
