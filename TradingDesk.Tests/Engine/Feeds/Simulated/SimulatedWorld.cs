using System.Globalization;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Feeds.Simulated;

/// <summary>The built-in instruments and the simulated market over them, as the tests of this folder need it.</summary>
internal sealed class SimulatedWorld
{
    public static readonly Instant Friday = At("2026-11-20T00:00:00");

    public SimulatedWorld(ulong seed, TradingCalendar calendar)
    {
        Seed = seed;
        Calendar = calendar;
        Instruments = SimulatedInstruments.Make(seed, Listed(), calendar, Friday);
        Market = new SimulatedMarket(seed, Instruments, calendar);
        Room = new SimulatedEvent[Market.EventsPerSecondMost];
    }

    public ulong Seed { get; }

    public TradingCalendar Calendar { get; }

    public InstrumentTable Instruments { get; }

    public SimulatedMarket Market { get; }

    public SimulatedEvent[] Room { get; }

    public InstrumentId Id(string name) => Instruments.Find(name).Found!.Id;

    public ReadOnlySpan<SimulatedEvent> Second(Instant second) => Room.AsSpan(0, Market.Second(second, Room));

    public List<Tick> TicksOf(InstrumentId instrument, Instant from, int seconds)
    {
        var ticks = new List<Tick>();
        for (var i = 0; i < seconds; i++)
        {
            foreach (ref readonly var happened in Second(from.PlusSeconds(i)))
            {
                if (!happened.IsDepth && happened.Instrument == instrument) ticks.Add(happened.Tick);
            }
        }

        return ticks;
    }

    public static Instant At(string india) => Instant.From(DateTimeOffset.Parse(india + "+05:30", CultureInfo.InvariantCulture));

    public static IReadOnlyList<Instrument> Listed() => ListedInstruments.Read().Instruments;
}
