namespace TradingDesk.Web.Live.Health;

/// <summary>The last five minutes as lines to draw, made once for all circuits and never changed.</summary>
public sealed record HealthPast(
    IReadOnlyList<(long Second, decimal Value)> Ticks,
    IReadOnlyList<(long Second, decimal Value)> Inbox,
    IReadOnlyList<(long Second, decimal Value)> Facts,
    IReadOnlyList<(long Second, decimal Value)> Cpu,
    IReadOnlyList<(long Second, decimal Value)> Memory,
    IReadOnlyList<(long Second, decimal Value)> Pauses,
    IReadOnlyList<(long Second, decimal Value)> Circuits)
{
    private const decimal Megabyte = 1_048_576;

    public static HealthPast None { get; } = new([], [], [], [], [], [], []);

    /// <param name="samples">Oldest first.</param>
    public static HealthPast Of(IReadOnlyCollection<HealthSample> samples) => new(
        Line(samples, sample => sample.TicksPerSecond),
        Line(samples, sample => sample.Inbox),
        Line(samples, sample => sample.Facts),
        Line(samples, sample => sample.Machine.CpuPercent ?? 0),
        Line(samples, sample => sample.Machine.MemoryBytes / Megabyte),
        Line(samples, sample => sample.Machine.PausePercent ?? 0),
        Line(samples, sample => sample.Circuits));

    private static (long Second, decimal Value)[] Line(IEnumerable<HealthSample> samples, Func<HealthSample, decimal> value) =>
        [.. samples.Select(sample => (sample.Second, value(sample)))];
}
