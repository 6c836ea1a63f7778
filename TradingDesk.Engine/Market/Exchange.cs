namespace TradingDesk.Engine.Market;

/// <summary>A house that trades by hours of its own.</summary>
internal enum Exchange : byte
{
    Nse = 0,
    Bse = 1,
    Mcx = 2,
    Ncdex = 3,
}
