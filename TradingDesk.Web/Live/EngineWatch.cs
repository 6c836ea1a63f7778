using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Live;

/// <summary>Measures by the machine's own monotonic clock for how long the engine's clock has not moved.</summary>
public sealed class EngineWatch(DeskWindow window, TimeProvider time)
{
    private volatile Sighting _last = new(default, time.GetTimestamp());

    public TimeSpan StillFor => time.GetElapsedTime(_last.At);

    internal void Look()
    {
        var engineTime = window.Whole.Current.Health.EngineTime;
        if (engineTime != _last.EngineTime) _last = new Sighting(engineTime, time.GetTimestamp());
    }

    private sealed record Sighting(Instant EngineTime, long At);
}
