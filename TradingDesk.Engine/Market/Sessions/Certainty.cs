namespace TradingDesk.Engine.Market.Sessions;

/// <summary>How well an entry of the calendar is known.</summary>
internal enum Certainty : byte
{
    Unconfirmed = 0,
    OneSource = 1,
    Confirmed = 2,
}
