using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// The minute last read of every instrument; a reader that walks forward makes each minute once. It changes speed,
/// never results.
/// </summary>
internal sealed class MinuteCache(ulong seed, InstrumentTable instruments, SimulatedHours hours)
{
    private readonly MinuteFrame _frame = new(seed);
    private readonly InstrumentMinute[] _minutes = [.. instruments.All.Select(instrument => new InstrumentMinute(seed, instrument))];
    private SimulatedSession? _session;

    /// <summary>The session that covers the moment, or none.</summary>
    public SimulatedSession? SessionAt(Instant moment)
    {
        if (_session is not null && _session.Span.Contains(moment)) return _session;
        return hours.TryGetSession(moment, out var session) ? _session = session : null;
    }

    public InstrumentMinute Of(int instrument, SimulatedSession session, int minute)
    {
        var held = _minutes[instrument];
        if (held.Holds(session, minute)) return held;
        if (!_frame.Holds(session, minute)) _frame.Prepare(session, minute);
        held.Fill(_frame);
        return held;
    }
}
