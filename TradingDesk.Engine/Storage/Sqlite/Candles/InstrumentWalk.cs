namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>Goes through the instruments of one table of candles by their keys, without reading their candles.</summary>
internal sealed class InstrumentWalk(SqliteLink link, string table) : IDisposable
{
    // One comparison of row values would say both, but SQLite then reads every candle of the instrument it leaves.
    private readonly SqliteStatement _nextToken = link.Prepare(
        $"SELECT token FROM {table} WHERE exchange = ?1 AND token > ?2 ORDER BY token LIMIT 1");

    private readonly SqliteStatement _nextExchange = link.Prepare(
        $"SELECT exchange, token FROM {table} WHERE exchange > ?1 ORDER BY exchange, token LIMIT 1");

    /// <summary>Goes to the instrument after this one; a walk begins at 0, 0 and ends with false.</summary>
    public bool TryNext(ref long exchange, ref long token)
    {
        _nextToken.Bind(1, exchange);
        _nextToken.Bind(2, token);
        if (_nextToken.Step())
        {
            token = _nextToken.Number(0);
            _nextToken.Reset();
            return true;
        }

        _nextExchange.Bind(1, exchange);
        if (!_nextExchange.Step()) return false;
        (exchange, token) = (_nextExchange.Number(0), _nextExchange.Number(1));
        _nextExchange.Reset();
        return true;
    }

    public void Dispose()
    {
        _nextToken.Dispose();
        _nextExchange.Dispose();
    }
}
