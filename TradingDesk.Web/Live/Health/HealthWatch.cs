using TradingDesk.Engine.Observation.Granted;

namespace TradingDesk.Web.Live.Health;

/// <summary>Measures the process at every beat of the ticker and remembers the last five minutes; one per process.</summary>
public sealed class HealthWatch(DeskWindow window, EngineWatch engine, MachineMeter machine, CircuitCount circuits,
    SnapshotTicker ticker, TimeProvider time) : IHostedService
{
    /// <summary>Five minutes of one sample in five seconds.</summary>
    internal const int Kept = 60;

    private const int SecondsBetween = 5;

    private readonly Queue<HealthSample> _ring = new(Kept);
    private IDisposable? _beats;
    private volatile HealthSample? _latest;
    private volatile HealthPast _past = HealthPast.None;

    /// <summary>Null before the first beat.</summary>
    public HealthSample? Latest => _latest;

    /// <summary>The same object until a sample is added to it.</summary>
    public HealthPast Past => _past;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _beats = ticker.SubscribeBeat(Look);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _beats?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>One measurement; called by the ticker's thread alone.</summary>
    internal void Look()
    {
        var health = window.Whole.Current.Health;
        var sample = new HealthSample(time.GetTimestamp() / time.TimestampFrequency, machine.Read())
        {
            EngineStillFor = engine.StillFor,
            Circuits = circuits.Open,
            CircuitsConnected = circuits.Connected,
            TicksPerSecond = (decimal)health.TicksPerSecond,
            Inbox = health.Line.Inbox,
            Facts = health.Line.Facts,
        };
        if (_ring.Count == 0 || sample.Second - _ring.Last().Second >= SecondsBetween) Keep(sample);
        _latest = sample;
    }

    private void Keep(HealthSample sample)
    {
        if (_ring.Count == Kept) _ring.Dequeue();
        _ring.Enqueue(sample);
        _past = HealthPast.Of(_ring);
    }
}
