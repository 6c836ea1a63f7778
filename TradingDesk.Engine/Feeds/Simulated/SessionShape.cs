namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>How a session's volume and movement spread over its minutes.</summary>
/// <remarks>Polynomials only: their integrals are closed and their bits the same on every machine.</remarks>
internal sealed class SessionShape(int minutes)
{
    /// <summary>From 23 hours on a session counts as around the clock and begins at midnight in India.</summary>
    private const int AroundTheClockMinutes = 23 * 60;

    private const int ExchangeOpenMinute = (9 * 60) + 15;
    private const int ExchangeCloseMinute = (15 * 60) + 30;

    public int Minutes => minutes;

    public bool IsAroundTheClock => minutes >= AroundTheClockMinutes;

    /// <summary>The share of the day done by a minute of the session, from 0 to 1, never falling.</summary>
    public double DoneBy(double minute)
    {
        if (minute <= 0) return 0;
        if (minute >= minutes) return 1;
        if (!IsAroundTheClock) return (0.92 * BusyEnds(minute / minutes)) + (0.08 * Burst(minute, 0, 12));
        var bursts = (0.09 * Burst(minute, ExchangeOpenMinute, 45)) + (0.07 * Burst(minute, ExchangeCloseMinute, 45));
        return (0.84 * Gentle(minute / minutes)) + bursts;
    }

    /// <summary>How busy a minute is; 1 is the session's mean.</summary>
    public double DensityOf(int minute) => (DoneBy(minute + 1) - DoneBy(minute)) * minutes;

    /// <summary>The integral of 0.6 + 2 (2x - 1)^4: 2.6 at both ends, 0.6 in the middle.</summary>
    private static double BusyEnds(double x)
    {
        var side = (2 * x) - 1;
        var square = side * side;
        return (0.6 * x) + (0.2 * ((square * square * side) + 1));
    }

    /// <summary>The integral of 0.6 + 2.4 x (1 - x): fullest in the middle of the day.</summary>
    private static double Gentle(double x) => (0.6 * x) + (0.4 * x * x * (3 - (2 * x)));

    /// <summary>The integral of a burst that starts at once and dies away.</summary>
    private static double Burst(double minute, int start, int length)
    {
        if (minute <= start) return 0;
        if (minute >= start + length) return 1;
        var rest = 1 - ((minute - start) / length);
        return 1 - (rest * rest * rest);
    }
}
