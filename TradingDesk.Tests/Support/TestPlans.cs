using TradingDesk.Engine;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>Plans of small desks on made-up instruments, and the moments that tests start from.</summary>
internal static class TestPlans
{
    public static readonly InstrumentId One = new(0);
    public static readonly InstrumentId Two = new(1);

    /// <summary>Monday 2026-01-05, a weekday without anything special.</summary>
    public static readonly DateOnly Monday = new(2026, 1, 5);

    public static readonly Instant Midnight = Instant.FromIndiaMidnight(Monday);

    /// <summary>09:15 in India on that Monday.</summary>
    public static readonly Instant Open = Midnight.PlusSeconds((9 * 3_600) + (15 * 60));

    /// <summary>15:30 in India on that Monday.</summary>
    public static readonly Instant Close = Midnight.PlusSeconds((15 * 3_600) + (30 * 60));

    public static InstrumentTable Instruments(int count) => new(Enumerable.Range(1, count).Select(token =>
        new Instrument(Segment.Nse, token, $"I{token}", $"Instrument {token}", InstrumentKind.Equity)));

    /// <summary>A desk fed from a file: its newest tick is the clock, silence says nothing.</summary>
    public static DeskPlan File(TradingCalendar calendar, int instruments, params int[] timeframes) =>
        DeskModes.FromFile(calendar, Instruments(instruments), timeframes.Select(seconds => new Timeframe(seconds)), "");

    /// <summary>A desk on a live feed: a second stays open for one second after its end, and silence means the desk was away.</summary>
    public static DeskPlan Live(TradingCalendar calendar, int instruments, params int[] timeframes) =>
        File(calendar, instruments, timeframes) with { ClosingLagMilliseconds = 1_000, SilenceMeansAway = true };
}
