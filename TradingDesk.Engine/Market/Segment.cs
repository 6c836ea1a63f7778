namespace TradingDesk.Engine.Market;

/// <summary>An exchange's segment by the exchange type number that brokers and stored rows use.</summary>
internal enum Segment : byte
{
    Nse = 1,
    Nfo = 2,
    Bse = 3,
    Bfo = 4,
    Mcx = 5,
    Ncdex = 7,
    Cds = 13,
}
