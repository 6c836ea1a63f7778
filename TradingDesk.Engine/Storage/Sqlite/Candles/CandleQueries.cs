using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>One read-only connection with the prepared questions a reader asks; used by one thread at a time.</summary>
internal sealed class CandleQueries : IDisposable
{
    private readonly SqliteLink _link;
    private readonly CandleTable _seconds;
    private readonly CandleTable _timeframes;

    public CandleQueries(SqliteLink link, int generation)
    {
        _link = link;
        Generation = generation;
        try
        {
            _seconds = new CandleTable(link, "candles_1s", "?3 = 1");
            _timeframes = new CandleTable(link, "candles_tf", "tf = ?3");
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="CandleStore.Generation"/>
    public int Generation { get; }

    /// <inheritdoc cref="SqliteLink.IsFileThere"/>
    public bool IsFileThere => _link.IsFileThere;

    /// <summary>The table that holds candles of that timeframe.</summary>
    public CandleTable this[int timeframeSeconds] => timeframeSeconds == 1 ? _seconds : _timeframes;

    public void Dispose()
    {
        _seconds.Dispose();
        _timeframes.Dispose();
        _link.Dispose();
    }
}
