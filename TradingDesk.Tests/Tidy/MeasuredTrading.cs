using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Trading;
using Xunit;

namespace TradingDesk.Tests.Tidy;

/// <summary>What an engine that trades does often, ready to be measured: ticks while money is at stake, and orders.</summary>
internal static class MeasuredTrading
{
    /// <summary>More orders than are ever measured, each with its own command, made beforehand as a client would.</summary>
    private const int OrdersMost = 6_000;

    /// <summary>A tick of an instrument with five positions, three working orders and a bracket about it, that moves their worth.</summary>
    public static MeasuredOperation TickWithPositions()
    {
        var desk = new TradingUnderTest();
        desk.Ask(new MoveCash(Money.FromRupees(9_00_00_000), "more"));
        desk.Ask(new OpenAccount(Money.FromRupees(10_00_000)), account: "PAPER-2");
        Buy(desk, Product.Mis, 10);
        Buy(desk, Product.Cnc, 10);
        desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 5), 1_000, "PAPER-2");
        desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 65), 25_000);
        desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Call, 65), 120);
        foreach (var rupees in (int[])[950, 960, 970])
            desk.Work(desk.Order(desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, rupees))));
        Assert.Equal((4, 1), (desk.Book.Accounts[0].Positions.Count, desk.Book.Accounts[1].Positions.Count));
        Assert.Equal((3, 1), (desk.Book.Orders.Open.Count, desk.Book.Brackets.Count));
        var paise = 0;
        return new MeasuredOperation(() =>
        {
            desk.Pass(999);
            desk.Tick(TradingUnderTest.Share, 1_00_000 + (5 * (paise++ % 100)));
            desk.Facts.Clear();
        });
    }

    /// <summary>A tick that all alerts a desk may have look at, and a second in which those about its account do; none fires.</summary>
    public static MeasuredOperation TickWithAlerts()
    {
        var desk = new TradingUnderTest();
        for (var number = 1; number < Limits.AlertsMost; number++)
            desk.Ask(new AddAlert(string.Create(CultureInfo.InvariantCulture, $"price of RELIANCE above {5_000 + number}")));
        desk.Ask(new AddAlert("drawdown of PAPER-1 above 100"));
        Assert.Equal(Limits.AlertsMost, desk.Board.Alerts.Rows.Count);
        var paise = 0;
        return new MeasuredOperation(() =>
        {
            desk.Pass(999);
            desk.Tick(TradingUnderTest.Share, 1_00_000 + (5 * (paise++ % 100)));
            desk.Facts.Clear();
        });
    }

    /// <summary>An order on its whole way through the engine: placed, judged, claimed, durable, acknowledged, filled.</summary>
    public static MeasuredOperation Order()
    {
        var plan = TradingUnderTest.Plan;
        var venue = new ListeningVenue();
        // All orders come at one moment of the line.
        var core = new DeskCore(plan, venue, mode: paper => paper with { Rules = paper.Rules with { RequestsPerSecond = 0 } });
        var facts = core.Outbox.AddReader();
        var now = new TradingUnderTest().Now;
        void Put(in DeskInput input)
        {
            core.Pipeline.Process(input);
            while (facts.TryRead(out _))
            {
            }
        }

        SubmittedCommand Give(int number, DeskCommand command) => new(number, "test", TradingUnderTest.Account, $"k{number}", command);
        Put(DeskInput.Started(now, plan));
        Put(DeskInput.HistoryEnd(now));
        Put(DeskInput.Of(now, Give(1, new OpenAccount(Money.FromRupees(10_00_000)))));
        Put(DeskInput.Of(now, TradingUnderTest.Share, new Tick { Time = now, Last = Price.FromRupees(1_000), DayVolume = 1 }));
        var orders = Enumerable.Range(0, OrdersMost).Select(order => DeskInput.Of(now, Give(order + 2, order % 2 == 0
            ? TradingUnderTest.Buy(TradingUnderTest.Share, 10)
            : TradingUnderTest.Sell(TradingUnderTest.Share, 10)))).ToArray();
        var next = 0;
        return new MeasuredOperation(() =>
        {
            Put(orders[next++]);
            Put(DeskInput.JournalSynced(now, core.Outbox.Published, JournalHealth.Sound));
            var request = venue.Requests[^1];
            venue.Requests.Clear();
            Put(DeskInput.Of(now, request.Instrument, Acknowledged(request, next)));
            Put(DeskInput.Of(now, request.Instrument, Traded(request, next)));
        });
    }

    private static OrderEvent Acknowledged(in VenueRequest request, int number) => new()
    {
        Kind = OrderEventKind.Acknowledged,
        Source = EvidenceSource.Reply,
        Tag = request.Tag,
        VenueOrder = number,
    };

    private static OrderEvent Traded(in VenueRequest request, int number) => new()
    {
        Kind = OrderEventKind.Traded,
        Source = EvidenceSource.Stream,
        Tag = request.Tag,
        Side = request.Terms.Side,
        VenueOrder = number,
        Quantity = request.Terms.Quantity,
        Price = Price.FromRupees(1_000),
        FillId = number,
    };

    /// <summary>With a stop and a target that are not reached.</summary>
    private static void Buy(TradingUnderTest desk, Product product, long units)
    {
        var wanted = TradingUnderTest.Buy(TradingUnderTest.Share, units) with { Product = product };
        if (product == Product.Mis) wanted = wanted with { Stop = Price.FromRupees(900), Target = Price.FromRupees(1_100) };
        desk.Trade(wanted, 1_000);
    }
}
