namespace TradingDesk.Web.Live.Health;

/// <summary>From which value on something is degraded, and from which down; where down is the smaller one, less is worse.</summary>
public sealed record HealthLimit(decimal Degraded, decimal Down)
{
    public static HealthLimit EngineStillSeconds { get; } = new(2, 5);

    public static HealthLimit FeedSilentSeconds { get; } = new(5, 15);

    /// <summary>The simulated market's pace as a share of the one asked for.</summary>
    public static HealthLimit PacePercent { get; } = new(90, 50);

    /// <summary>The screen calls itself lost after 4.6 s.</summary>
    public static HealthLimit BeatMilliseconds { get; } = new(500, 2_500);

    public static HealthLimit AnswerMilliseconds { get; } = new(500, 3_000);

    public static HealthLimit QueuePercent { get; } = new(50, 90);

    public static HealthLimit CpuPercent { get; } = new(75, 95);

    /// <summary>Of the memory that this process may have.</summary>
    public static HealthLimit MemoryPercent { get; } = new(70, 90);

    /// <summary>The share of time in which everything stands for the garbage collector.</summary>
    public static HealthLimit PausePercent { get; } = new(5, 20);

    public static HealthLimit PoolWaiting { get; } = new(50, 500);

    public static HealthLimit DiskFreeGigabytes { get; } = new(5, 1);

    public HealthStanding Judge(decimal value)
    {
        var lessIsWorse = Down < Degraded;
        if (lessIsWorse ? value < Down : value >= Down) return HealthStanding.Down;
        return (lessIsWorse ? value < Degraded : value >= Degraded) ? HealthStanding.Degraded : HealthStanding.Ok;
    }
}
