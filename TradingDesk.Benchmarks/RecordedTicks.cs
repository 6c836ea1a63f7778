using TradingDesk.Engine;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks;

/// <summary>
/// A made-up market in the order of time: every instrument trades so many times a second, one tick in sixteen is missing, so that
/// seconds without a tick occur.
/// </summary>
internal static class RecordedTicks
{
    public const int Seed = 11;

    /// <summary>Midnight in India on a Monday, so that hours of ticks lie in one session of the calendar that never closes.</summary>
    public static Instant Open { get; } = Instant.FromIndiaMidnight(new DateOnly(2026, 1, 5));

    public static RecordedTick[] Make(int count, int instruments, int ticksPerSecond)
    {
        var random = new Random(Seed);
        var ticks = new RecordedTick[count];
        var paise = new long[instruments];
        var volumes = new long[instruments];
        for (var i = 0; i < instruments; i++) paise[i] = random.Next(10_000, 500_000);
        var step = Instant.NanosPerSecond / ((long)instruments * ticksPerSecond);
        var place = 0L;
        for (var i = 0; i < count; place++)
        {
            if (random.Next(16) == 0) continue;
            var instrument = (int)(place % instruments);
            paise[instrument] = Math.Max(100, paise[instrument] + (5 * random.Next(-4, 5)));
            volumes[instrument] += random.Next(1, 500);
            var second = place / ((long)instruments * ticksPerSecond);
            var within = place % ((long)instruments * ticksPerSecond) * step;
            var time = new Instant(Open.PlusSeconds(second).Nanos + within);
            ticks[i++] = new RecordedTick(time, Price.FromPaise(paise[instrument]), volumes[instrument], instrument);
        }

        return ticks;
    }

    /// <summary>A desk for such ticks, which come from a file: the newest tick is the clock.</summary>
    public static DeskPlan Plan(int instruments, string timeframes, string indicators) => DeskModes.FromFile(
        TradingCalendar.AlwaysOpen,
        new InstrumentTable(Enumerable.Range(1, instruments)
            .Select(token => new Instrument(Segment.Nse, token, $"I{token}", $"Instrument {token}", InstrumentKind.Equity))),
        timeframes.Split(',').Select(text => Timeframe.TryParse(text, out var timeframe) ? timeframe : throw new FormatException(text)),
        indicators);
}
