using System.Globalization;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>
/// The clocks of desks that live through one market day together: each begins where the day is by then, sixty times as fast as the wall.
/// Within a desk's life its wall goes as every wall does; the market's own speed does the rest.
/// </summary>
internal sealed class DayClock(Instant begunAt, Instant day) : TimeProvider
{
    public const int Speed = 60;

    private const string BegunName = "DAY_BEGUN_AT";
    private const string DayName = "DAY_FROM";

    private readonly TimeSpan _ahead = AheadOf(begunAt, day);

    /// <summary>Where the day is now.</summary>
    public static Instant Now(Instant begunAt, Instant day) =>
        new(day.Nanos + (Speed * (Instant.From(System.GetUtcNow()).Nanos - begunAt.Nanos)));

    /// <summary>What a desk's process must be told to live by it.</summary>
    public static (string Name, string Value)[] Told(Instant begunAt, Instant day) =>
        [(BegunName, Text(begunAt)), (DayName, Text(day))];

    /// <summary>The clocks that the process was told to live by.</summary>
    public static DayClock OfProcess() => new(Read(BegunName), Read(DayName));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    private static TimeSpan AheadOf(Instant begunAt, Instant day) =>
        TimeSpan.FromTicks((Now(begunAt, day) - Instant.From(System.GetUtcNow())) / TimeSpan.NanosecondsPerTick);

    private static string Text(Instant at) => at.Nanos.ToString(CultureInfo.InvariantCulture);

    private static Instant Read(string name) =>
        new(long.Parse(Environment.GetEnvironmentVariable(name)!, CultureInfo.InvariantCulture));
}
