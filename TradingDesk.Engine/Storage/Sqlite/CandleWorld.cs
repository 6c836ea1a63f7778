namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>The market a store's candles come from; one file never holds both.</summary>
internal enum CandleWorld : byte
{
    Simulated = 0,
    Market = 1,
}
