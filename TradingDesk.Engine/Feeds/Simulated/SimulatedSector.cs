namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>The branch of business whose stocks move together beyond the market's own move.</summary>
internal enum SimulatedSector : byte
{
    Market = 0,
    Banks = 1,
    Technology = 2,
    Energy = 3,
    Cars = 4,
    Consumer = 5,
    Health = 6,
    Metals = 7,
    Building = 8,
}
