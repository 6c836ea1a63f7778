namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>A line of the note, as a contract note prints it.</summary>
internal enum ChargeLine : byte
{
    Brokerage = 0,
    Stt = 1,
    Transaction = 2,
    Ipft = 3,
    Sebi = 4,
    Stamp = 5,
    Gst = 6,
    Dp = 7,
}
