using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Venues.Paper;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Venues.Paper;

/// <summary>A paper venue on two instruments, fed as the engine's loop feeds it, and everything it reported.</summary>
internal sealed class PaperDesk
{
    public const ulong Seed = 7;

    private readonly List<DeskInput> _reports = [];
    private long _dayVolume = 1_000;
    private int _intents;

    public PaperDesk(PaperRules? rules = null, TradingCalendar? calendar = null, Func<Instrument, Instrument>? shape = null, ulong seed = Seed)
    {
        var plan = TestPlans.File(calendar ?? TestCalendars.Weekdays, 2, 60);
        var instruments = new InstrumentTable(plan.Instruments.All.Select(shape ?? (instrument => instrument)));
        Plan = plan with { Instruments = instruments };
        Venue = new PaperMarket(Plan, rules ?? PaperRules.Default, seed);
        Now = TestPlans.Open.PlusSeconds(60);
        Pass(0);
    }

    public DeskPlan Plan { get; }

    public PaperMarket Venue { get; private set; }

    public Instant Now { get; set; }

    /// <summary>All reports, in the order in which the desk hears them.</summary>
    public IReadOnlyList<DeskInput> Inputs => _reports;

    public IEnumerable<OrderEvent> Reports => _reports.Select(report => report.Report);

    public IReadOnlyList<OrderEvent> Of(VenueRequest request) => [.. Reports.Where(report => report.Tag == request.Tag)];

    public IReadOnlyList<OrderEvent> Fills(VenueRequest request) => [.. Of(request).Where(report => report.Kind == OrderEventKind.Traded)];

    /// <summary>Fills as `quantity@rupees`.</summary>
    public string FillText(VenueRequest request) =>
        string.Join(' ', Fills(request).Select(fill => $"{fill.Quantity}@{fill.Price}"));

    /// <summary>What an order was told, in order: its kinds, for what was seen its state.</summary>
    public string Told(VenueRequest request) => string.Join(' ', Of(request)
        .Select(report => report.Kind == OrderEventKind.Seen ? report.Seen.ToString() : report.Kind.ToString()));

    /// <summary>A start anew: nothing of the venue before is left but what the desk recalls.</summary>
    public void Restart()
    {
        Venue = new PaperMarket(Plan, PaperRules.Default, Seed);
        _reports.Clear();
        Pass(0);
    }

    public void Take(in DeskInput input)
    {
        while (Venue.TryRead(input.At, out var report)) _reports.Add(report);
        Venue.Observe(input);
    }

    /// <summary>Time without anything else.</summary>
    public void Pass(long milliseconds)
    {
        Now = Now.PlusMilliseconds(milliseconds);
        Take(DeskInput.Time(Now));
    }

    public void Book(string bids, string offers) => Book(TestPlans.One, Now, bids, offers);

    /// <summary>A book of levels such as `100@99.95 200@99.90`, best first.</summary>
    public void Book(InstrumentId instrument, Instant time, string bids, string offers)
    {
        var depth = new Depth { Time = time };
        Write(bids, ref depth.Bids);
        Write(offers, ref depth.Offers);
        Take(DeskInput.Of(Now, instrument, depth));
    }

    /// <summary>A trade of the market.</summary>
    public void Trade(decimal rupees, long units) => Tick(rupees, _dayVolume += units);

    public void Tick(decimal rupees, long dayVolume) => Tick(new Tick { Time = Now, Last = Price.FromRupees(rupees), DayVolume = dayVolume });

    public void Tick(Tick tick) => Take(DeskInput.Of(Now, TestPlans.One, tick));

    /// <summary>Sends an order that arrives by the next second.</summary>
    public VenueRequest Place(Side side, OrderType type, long units, decimal rupees = 0, decimal trigger = 0, int account = 0)
    {
        var terms = new OrderTerms
        {
            Side = side,
            Product = Product.Mis,
            Type = type,
            Validity = Validity.Day,
            Quantity = new Quantity(units),
            Price = Price.FromRupees(rupees),
            Trigger = Price.FromRupees(trigger),
        };
        return Place(terms, account);
    }

    public VenueRequest Place(OrderTerms terms, int account = 0)
    {
        var order = new OrderId(++_intents, 1);
        var request = new VenueRequest
        {
            Kind = VenueRequestKind.Place,
            Account = new AccountId(account),
            Instrument = TestPlans.One,
            Order = order,
            Tag = OrderTag.Of(Plan.TagKey, order, 1),
            Terms = terms,
            ClaimedAt = Now,
        };
        Venue.Send(request);
        return request;
    }

    /// <summary>Places an order and lets it arrive and be heard of; the book meanwhile stays what it is.</summary>
    public VenueRequest Arrive(Side side, OrderType type, long units, decimal rupees = 0, decimal trigger = 0, int account = 0)
    {
        var request = Place(side, type, units, rupees, trigger, account);
        Pass(500);
        return request;
    }

    public void Cancel(VenueRequest placed)
    {
        Venue.Send(placed with { Kind = VenueRequestKind.Cancel });
        Pass(500);
    }

    public void Change(VenueRequest placed, OrderTerms terms, byte version = 1)
    {
        Venue.Send(placed with { Kind = VenueRequestKind.Modify, Terms = terms, Version = version });
        Pass(500);
    }

    private static void Write(string text, ref DepthSide levels)
    {
        var place = 0;
        foreach (var level in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = level.Split('@');
            if (!Price.TryParse(parts[1], out var price)) throw new FormatException(text);
            levels[place++] = new DepthLevel((int)price.Scaled, int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
