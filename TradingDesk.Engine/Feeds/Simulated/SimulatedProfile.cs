using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>How one instrument behaves in the simulated market: its level, what moves it, how much of it trades.</summary>
/// <param name="Level">Rupees around which its price moves.</param>
/// <param name="Beta">How far it follows the market.</param>
/// <param name="Sector">The branch it follows besides.</param>
/// <param name="SectorWeight">How far it follows its branch.</param>
/// <param name="OwnDeviation">A day's move of its own, as a share of the price.</param>
/// <param name="DayVolume">Units in a usual session.</param>
/// <param name="TicksPerSecond">The mean over a session.</param>
internal sealed record SimulatedProfile(
    double Level, double Beta, SimulatedSector Sector, double SectorWeight, double OwnDeviation, long DayVolume, double TicksPerSecond)
{
    public SimulatedUnderlying Underlying { get; init; }

    /// <summary>The distance between best bid and best offer as a share of the level.</summary>
    public double Spread { get; init; } = 0.00008;

    /// <summary>How many steps lie between best bid and best offer; none for an index.</summary>
    public int SpreadTicks(Instrument instrument) => instrument.Kind == InstrumentKind.Index
        ? 0
        : Math.Max(1, (int)((Level * Spread / (double)instrument.Tick.Rupees) + 0.5));
}
