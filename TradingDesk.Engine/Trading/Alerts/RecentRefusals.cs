using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Watch;

namespace TradingDesk.Engine.Trading.Alerts;

/// <summary>When the newest orders of an account were refused.</summary>
internal sealed class RecentRefusals
{
    private readonly Instant[] _at = new Instant[RefusalAlert.CountMost];
    private long _count;

    public void Note(Instant at) => _at[_count++ % _at.Length] = at;

    /// <summary>How many were refused after that moment, at most as many as are remembered.</summary>
    public int After(Instant from)
    {
        var most = (int)Math.Min(_count, _at.Length);
        for (var back = 1; back <= most; back++)
        {
            if (_at[(_count - back) % _at.Length] <= from) return back - 1;
        }

        return most;
    }
}
