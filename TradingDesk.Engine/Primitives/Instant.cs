using System.Globalization;

namespace TradingDesk.Engine.Primitives;

/// <summary>A moment in nanoseconds since 1970 UTC; India's wall time appears only at the edges.</summary>
public readonly record struct Instant(long Nanos) : IComparable<Instant>
{
    public const long NanosPerMillisecond = 1_000_000;
    public const long NanosPerSecond = 1_000_000_000;
    private const long NanosPerTick = 100;
    private const long DaySeconds = 86_400;
    private static readonly TimeSpan _indiaOffset = new(5, 30, 0);
    private static readonly int _epochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>India's offset from UTC in seconds; it has no daylight saving.</summary>
    public const long IndiaOffsetSeconds = 19_800;

    public static Instant FromUnixSeconds(long seconds) => new(seconds * NanosPerSecond);

    public static Instant FromUnixMilliseconds(long milliseconds) => new(milliseconds * NanosPerMillisecond);

    public static Instant From(DateTimeOffset moment) => new((moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * NanosPerTick);

    /// <summary>Midnight in India at the start of that date, in whole seconds since 1970 UTC.</summary>
    public static Instant FromIndiaMidnight(DateOnly date) =>
        FromUnixSeconds(((date.DayNumber - _epochDay) * DaySeconds) - IndiaOffsetSeconds);

    public long UnixSeconds => FloorDivide(Nanos, NanosPerSecond);

    public long UnixMilliseconds => FloorDivide(Nanos, NanosPerMillisecond);

    /// <summary>The start of this moment's second.</summary>
    public Instant Second => FromUnixSeconds(UnixSeconds);

    public Instant PlusSeconds(long seconds) => new(Nanos + (seconds * NanosPerSecond));

    public Instant PlusMilliseconds(long milliseconds) => new(Nanos + (milliseconds * NanosPerMillisecond));

    public DateTimeOffset ToIndia() =>
        new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + FloorDivide(Nanos, NanosPerTick), TimeSpan.Zero).ToOffset(_indiaOffset);

    public DateOnly IndiaDate => DateOnly.FromDayNumber(_epochDay + (int)FloorDivide(UnixSeconds + IndiaOffsetSeconds, DaySeconds));

    /// <summary>The time of the day in India.</summary>
    public TimeOnly IndiaTime
    {
        get
        {
            var ticks = FloorDivide(Nanos, NanosPerTick) + (IndiaOffsetSeconds * TimeSpan.TicksPerSecond);
            return new TimeOnly(ticks - (FloorDivide(ticks, TimeSpan.TicksPerDay) * TimeSpan.TicksPerDay));
        }
    }

    public int CompareTo(Instant other) => Nanos.CompareTo(other.Nanos);

    public static bool operator <(Instant left, Instant right) => left.Nanos < right.Nanos;

    public static bool operator >(Instant left, Instant right) => left.Nanos > right.Nanos;

    public static bool operator <=(Instant left, Instant right) => left.Nanos <= right.Nanos;

    public static bool operator >=(Instant left, Instant right) => left.Nanos >= right.Nanos;

    /// <summary>The nanoseconds from one moment to another.</summary>
    public static long operator -(Instant left, Instant right) => left.Nanos - right.Nanos;

    /// <summary>ISO 8601 in India's wall time with its offset.</summary>
    public override string ToString() => ToIndia().ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static long FloorDivide(long value, long divisor) =>
        value >= 0 ? value / divisor : ((value + 1) / divisor) - 1;
}
