namespace TradingDesk.Web.Live.Health;

/// <summary>What was measured about the desk's process at one beat.</summary>
/// <param name="Second">Since the machine's monotonic clock began.</param>
public sealed record HealthSample(long Second, MachineReading Machine)
{
    public TimeSpan EngineStillFor { get; init; }

    public int Circuits { get; init; }

    public int CircuitsConnected { get; init; }

    public decimal TicksPerSecond { get; init; }

    public int Inbox { get; init; }

    public int Facts { get; init; }
}
