using TradingDesk.Engine;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Venues.Paper;
using TradingDesk.Tests.Engine.Feeds.Simulated;
using Xunit;

namespace TradingDesk.Tests.Engine.Venues.Paper;

public sealed class PaperOnSimulatedMarketTests
{
    private const ulong Seed = 7;

    private static readonly Instant _noon = SimulatedWorld.At("2026-11-20T12:00:00");

    [Fact]
    public void Whatever_can_be_traded_has_a_book_that_fills_a_lot_within_a_second_and_an_index_has_none()
    {
        var world = new SimulatedWorld(Seed, TradingCalendar.AlwaysOpen);
        var (venue, plan) = VenueOf(world);
        var feed = new SimulatedFeed(world.Market, _noon);
        var reports = Run(venue, feed, _noon.PlusSeconds(2));
        foreach (var instrument in plan.Instruments.All) venue.Send(Order(plan, instrument, OrderType.Market, default));

        reports.AddRange(Run(venue, feed, _noon.PlusSeconds(3)));

        var fills = Filled(reports);
        Assert.All(plan.Instruments.All, instrument =>
            Assert.Equal(instrument.Kind == InstrumentKind.Index ? 0 : instrument.Lot, fills.GetValueOrDefault(instrument.Id)));
    }

    [Fact]
    public void Bids_at_the_best_price_wait_and_most_of_them_are_filled_in_the_end()
    {
        var world = new SimulatedWorld(Seed, TradingCalendar.AlwaysOpen);
        var (venue, plan) = VenueOf(world);
        var feed = new SimulatedFeed(world.Market, _noon);
        var bids = new Dictionary<InstrumentId, Price>();
        Run(venue, feed, _noon.PlusSeconds(2), bids);
        foreach (var (id, price) in bids) venue.Send(Order(plan, plan.Instruments[id], OrderType.Limit, price));

        var soon = Filled(Run(venue, feed, _noon.PlusSeconds(3))).Count;
        var later = Filled(Run(venue, feed, _noon.PlusSeconds(300))).Count;

        Assert.InRange(soon, 0, bids.Count / 2);
        Assert.InRange(soon + later, bids.Count / 2, bids.Count);
    }

    private static (PaperMarket Venue, DeskPlan Plan) VenueOf(SimulatedWorld world)
    {
        var plan = DeskModes.Simulated(world.Calendar, world.Instruments, [Timeframe.Minute], "");
        return (new PaperMarket(plan, PaperRules.Default, Seed), plan);
    }

    private static VenueRequest Order(DeskPlan plan, Instrument instrument, OrderType type, Price price)
    {
        var order = new OrderId(instrument.Id.Index + 1, 1);
        return new VenueRequest
        {
            Kind = VenueRequestKind.Place,
            Account = default,
            Instrument = instrument.Id,
            Order = order,
            Tag = OrderTag.Of(plan.TagKey, order, 1),
            Terms = PaperMarketTests.Terms(Side.Buy, type, instrument.Lot) with { Price = price },
        };
    }

    private static Dictionary<InstrumentId, long> Filled(List<DeskInput> reports) => reports
        .Where(report => report.Report.Kind == OrderEventKind.Traded)
        .GroupBy(report => report.Instrument)
        .ToDictionary(fills => fills.Key, fills => fills.Sum(fill => fill.Report.Quantity.Units));

    private static List<DeskInput> Run(
        PaperMarket venue, SimulatedFeed feed, Instant until, Dictionary<InstrumentId, Price>? bids = null)
    {
        var reports = new List<DeskInput>();
        while (feed.TryRead(until, out var input))
        {
            while (venue.TryRead(input.At, out var report)) reports.Add(report);
            venue.Observe(input);
            if (bids is not null && input.Kind == InputKind.Depth) bids[input.Instrument] = input.Depth.PriceOf(input.Depth.Bids[0]);
        }

        return reports;
    }
}
