using System.Diagnostics.Metrics;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Observation;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>What the desk tells those who collect metrics.</summary>
public sealed class DeskMeterTests
{
    [Fact]
    public void Depths_and_drops_are_metrics()
    {
        var health = DeskHealth.Unknown with
        {
            Line = new LineDepths(7, 10_000, 12, 8_192, 3) { FeedWaits = 5, ReadersPassed = 1 },
            Faults = new FeedFaults(1, 2, 3, 4, 5, 13),
        };
        var read = new Dictionary<string, long>();
        using var meter = new DeskMeter(() => health);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (meter.Owns(instrument)) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => read[instrument.Name] = value);

        listener.Start();
        listener.RecordObservableInstruments();

        Assert.Equal(
            (7, 10_000, 12, 8_192, 3, 5, 1, 28),
            (read["desk.inbox.depth"], read["desk.inbox.capacity"], read["desk.outbox.depth"], read["desk.outbox.capacity"],
                read["desk.commands.refused"], read["desk.feed.waits"], read["desk.readers.passed"], read["desk.ticks.refused"]));
    }
}
