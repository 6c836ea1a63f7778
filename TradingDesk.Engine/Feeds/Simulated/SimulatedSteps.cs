using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// The exchanges' price steps by the level of a price, as they are since 15 April 2025. The real ones come with the day's contract list;
/// the simulated market takes each instrument's usual level.
/// </summary>
internal static class SimulatedSteps
{
    /// <summary>Rupees from which a step holds, and the step in paise.</summary>
    private static readonly (double From, long Paise)[] _ofStocks =
        [(20_000, 500), (10_000, 100), (5_000, 50), (1_000, 10), (250, 5), (0, 1)];

    /// <summary>The instrument with its step; what has one of its own, an index or a contract, keeps it.</summary>
    public static Instrument WithStep(this Instrument instrument) => instrument.Kind == InstrumentKind.Equity
        ? instrument with { Tick = OfStock(SimulatedProfiles.For(instrument).Level) }
        : instrument;

    public static Price OfStock(double rupees) => Price.FromPaise(Array.Find(_ofStocks, step => rupees >= step.From).Paise);

    public static Price OfIndexFuture(double rupees) => Price.FromPaise(rupees <= 15_000 ? 5 : rupees <= 30_000 ? 10 : 20);
}
