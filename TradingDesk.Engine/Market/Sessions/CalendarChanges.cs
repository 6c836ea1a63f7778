using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>What may be changed in a calendar while a market that keeps it runs: nothing that has happened.</summary>
internal static class CalendarChanges
{
    /// <summary>Why the calendar must not be exchanged for the other at that moment, or null.</summary>
    public static string? Refuse(TradingCalendar from, TradingCalendar to, IEnumerable<TradingHours> hours, Instant moment)
    {
        foreach (var group in hours.Distinct())
        {
            if (Refuse(from, to, group, moment) is { } refusal) return refusal;
        }

        return null;
    }

    private static string? Refuse(TradingCalendar from, TradingCalendar to, TradingHours hours, Instant moment)
    {
        var hadSession = from.TryGetSession(hours, moment.IndiaDate, out var before);
        var hasSession = to.TryGetSession(hours, moment.IndiaDate, out var after);
        if (hadSession == hasSession && before == after) return null;
        if (hadSession && moment >= before.Close) return $"Today's session of {hours} is over and its candles are told.";
        var isOn = hadSession && moment >= before.Open;
        if (isOn && !hasSession) return $"Today's session of {hours} has begun: end it at a time to come instead of closing the day.";
        if (isOn && after.Open != before.Open) return $"Today's session of {hours} has begun: its open cannot change any more.";
        if (!isOn && hasSession && after.Open <= moment) return $"A session of {hours} today can begin only at a time to come.";
        if (isOn && after.Close <= moment) return $"Today's session of {hours} has begun: it can end only at a time to come.";
        if (isOn && PausedBefore(after, moment) != PausedBefore(before, moment))
            return $"Today's session of {hours} has begun: it can pause, or go on, only at a time to come.";
        return null;
    }

    /// <summary>The part of the pause that is over; nothing is the same, whatever is to come.</summary>
    private static (Instant From, Instant To) PausedBefore(in TradingSession session, Instant moment)
    {
        var to = session.PauseTo < moment ? session.PauseTo : moment;
        return session.PauseFrom < to ? (session.PauseFrom, to) : default;
    }
}
