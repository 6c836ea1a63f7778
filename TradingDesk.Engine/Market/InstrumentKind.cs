namespace TradingDesk.Engine.Market;

/// <summary>What an instrument is.</summary>
internal enum InstrumentKind : byte
{
    Index = 1,
    Equity = 2,
    Future = 3,
    Call = 4,
    Put = 5,
}
