using System.Collections.Immutable;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;

namespace TradingDesk.Web.Live;

/// <summary>Tells the live components of all circuits to look at the desk again, and beats for the browsers; one per process.</summary>
public sealed partial class SnapshotTicker(DeskWindow window, EngineWatch watch, TimeProvider time, ILogger<SnapshotTicker> log)
    : BackgroundService
{
    // Five looks a second read as moving, and cost each browser and circuit half of what ten would; the projector makes at most ten.
    private static readonly TimeSpan _period = TimeSpan.FromMilliseconds(200);
    private const int TurnsPerBeat = 4;

    private ImmutableList<Action> _lookers = [];
    private ImmutableList<Action> _beaten = [];
    private DeskSnapshot? _last;
    private int _turns;

    /// <summary>Called after each new snapshot, on the ticker's thread: compare, post to the own circuit, return.</summary>
    public IDisposable SubscribeLook(Action look) => Subscription.To(
        () => ImmutableInterlocked.Update(ref _lookers, (all, one) => all.Add(one), look),
        () => ImmutableInterlocked.Update(ref _lookers, (all, one) => all.Remove(one), look));

    /// <summary>Called more than once a second whether anything changed or not.</summary>
    public IDisposable SubscribeBeat(Action beat) => Subscription.To(
        () => ImmutableInterlocked.Update(ref _beaten, (all, one) => all.Add(one), beat),
        () => ImmutableInterlocked.Update(ref _beaten, (all, one) => all.Remove(one), beat));

    internal int Subscriptions => _lookers.Count + _beaten.Count;

    /// <summary>One turn of the ticker; the timer's only work, and what tests drive.</summary>
    internal void Turn()
    {
        watch.Look();
        var current = window.Whole.Current;
        if (!ReferenceEquals(current, _last))
        {
            _last = current;
            Tell(_lookers);
        }

        if (_turns++ % TurnsPerBeat == 0) Tell(_beaten);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Turn();
    }

    private void Tell(ImmutableList<Action> observers)
    {
        foreach (var observer in observers)
        {
            try
            {
                observer();
            }
            catch (Exception failure)
            {
                // One page's failure must not still the pages of everybody else.
                LogObserverFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A live component failed while it looked at the window.Whole.")]
    private partial void LogObserverFailed(Exception failure);
}
