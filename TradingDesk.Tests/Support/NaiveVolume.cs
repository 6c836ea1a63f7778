using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>
/// The rules of traded volume for one instrument, one after the other: what the day's count says, and what is said when it falls, cannot
/// be, or is missing.
/// </summary>
internal sealed class NaiveVolume
{
    /// <summary>The session and its counts since the last that was at or above all before it; more than one while it has fallen.</summary>
    private (Instant Open, List<long> Counts)? _session;

    public int StepsBack { get; private set; }

    /// <param name="isOvertaken">A later tick of the same second came before this one.</param>
    public long Traded(in Tick tick, in TradingSession session, bool isOvertaken)
    {
        if (tick.DayVolume == -1) return WithoutCount(tick, session);
        if (tick.DayVolume is < 0 or > Tick.UnitsMost) return StepBack();
        if (_session?.Open != session.Open) return First(tick, session);
        var counts = _session.Value.Counts;
        var (whole, fallen) = (counts.Max(), counts.Min());
        if (tick.DayVolume < whole && isOvertaken) return 0;
        if (tick.DayVolume < fallen)
        {
            counts.Add(tick.DayVolume);
            return StepBack();
        }

        var from = tick.DayVolume >= whole ? whole : fallen;
        _session = (session.Open, [tick.DayVolume]);
        return tick.DayVolume - from;
    }

    /// <summary>The whole count counts where the desk has watched the session from its open.</summary>
    private long First(Tick tick, TradingSession session)
    {
        var traded = _session is not null || tick.Time < session.Open.PlusSeconds(1) ? tick.DayVolume : 0;
        _session = (session.Open, [tick.DayVolume]);
        return traded;
    }

    /// <summary>The tick's own quantity, which the next count has too.</summary>
    private long WithoutCount(Tick tick, TradingSession session)
    {
        if (tick.LastQuantity.Units is not (> 0 and <= Tick.UnitsMost and var units)) return 0;
        if (_session?.Open == session.Open) _session = (session.Open, [.. _session.Value.Counts.Select(count => count + units)]);
        return units;
    }

    private long StepBack()
    {
        StepsBack++;
        return 0;
    }
}
