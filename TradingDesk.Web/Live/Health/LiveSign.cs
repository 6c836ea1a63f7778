using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Live.Health;

/// <summary>
/// Whether the desk lives, for whoever may know nothing else of it: its history is ready, its engine moves, its stores can be written.
/// </summary>
internal static class LiveSign
{
    public static bool IsOk(DeskSnapshot desk, TimeSpan engineStillFor) =>
        desk.IsReady
        && HealthLimit.EngineStillSeconds.Judge((decimal)engineStillFor.TotalSeconds) != HealthStanding.Down
        && desk.JournalTrouble.Length == 0
        && desk.Health.CandleStore.Health != PartHealth.Failed
        && desk.Health.Tape.Health != PartHealth.Failed;
}
