namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>The market a store's rows come from; one file never holds two.</summary>
internal enum CandleWorld : byte
{
    Simulated = 0,
    Market = 1,

    /// <summary>Of people, who are the same in every market; never of anything that a market made.</summary>
    Every = 2,
}
