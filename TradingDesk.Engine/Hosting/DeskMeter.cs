using System.Diagnostics.Metrics;
using TradingDesk.Engine.Observation;

namespace TradingDesk.Engine.Hosting;

/// <summary>The desk's depths, drops and faults as metrics; whoever listens reads what the health page shows.</summary>
internal sealed class DeskMeter : IDisposable
{
    public const string Name = "TradingDesk";

    private readonly Meter _meter = new(Name);

    public DeskMeter(Func<DeskHealth> health)
    {
        Gauge("desk.inbox.depth", "Inputs that wait for the engine.", () => health().Line.Inbox);
        Gauge("desk.inbox.capacity", "Inputs that may wait for the engine.", () => health().Line.InboxCapacity);
        Gauge("desk.outbox.depth", "Facts that the slowest reader has yet to read.", () => health().Line.Facts);
        Gauge("desk.outbox.capacity", "Facts that may wait for their readers.", () => health().Line.FactsCapacity);
        Count("desk.commands.refused", "Commands refused because the line was full.", () => health().Line.CommandsRefused);
        Count("desk.feed.waits", "Times a feed found the line full and waited.", () => health().Line.FeedWaits);
        Count("desk.readers.passed", "Times the engine went on without a reader of facts.", () => health().Line.ReadersPassed);
        Count("desk.ticks.refused", "Ticks and day volumes that were not believed.", () => health().Faults.All);
        Gauge("desk.candles.waiting", "Candles that wait for the store.", () => health().CandleStore.Waiting);
        Count("desk.candles.lost", "Candles that the store will never have.", () => health().CandleStore.Lost);
        Count("desk.tape.lost", "Inputs that the tape will never have.", () => health().Tape.Lost);
    }

    /// <summary>Whether an instrument is this desk's; several desks in one process have meters of the same name.</summary>
    public bool Owns(Instrument instrument) => ReferenceEquals(instrument.Meter, _meter);

    public void Dispose() => _meter.Dispose();

    private void Gauge(string name, string meaning, Func<long> read) => _meter.CreateObservableGauge(name, read, null, meaning);

    private void Count(string name, string meaning, Func<long> read) => _meter.CreateObservableCounter(name, read, null, meaning);
}
