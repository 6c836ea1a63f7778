using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>
/// A client that buys and sells each instrument in turn at the market. All it says is made beforehand, so that a measurement of the
/// desk sees none of it; each order comes with the book of its instrument and is durable at once.
/// </summary>
internal sealed class ScriptedClient
{
    public const string Account = "PAPER-1";

    private const int Units = 10;
    private const int Shown = 1_000;
    private const int Step = 500;

    private readonly InstrumentTable _instruments;
    private readonly SubmittedCommand[] _orders;

    public ScriptedClient(InstrumentTable instruments, int orders)
    {
        _instruments = instruments;
        _orders = [.. Enumerable.Range(0, orders).Select(order => Command(order, Entry(order)))];
    }

    /// <summary>Orders given so far.</summary>
    public int Given { get; private set; }

    /// <summary>Opens the account and lets orders and a bracket of it wait for prices that do not come.</summary>
    public void Begin(Inbox inbox, Instant at, int working)
    {
        Give(inbox, Command(-1, new OpenAccount(Money.FromRupees(9_00_00_000))));
        for (var place = 0; place < working; place++)
        {
            Show(inbox, at, new InstrumentId(place), Price.FromRupees(100));
            var low = new PlaceOrder(_instruments.All[place].Key, Side.Buy, Product.Mis, OrderType.Limit, new Quantity(Units))
            {
                Price = Price.FromRupees(1),
            };
            Give(inbox, Command(-2 - place, low));
        }

        var held = new PlaceOrder(_instruments.All[^1].Key, Side.Buy, Product.Cnc, OrderType.Market, new Quantity(Units))
        {
            Stop = Price.FromPaise(5),
            Target = Price.FromRupees(1_00_000),
        };
        Show(inbox, at, new InstrumentId(_instruments.Count - 1), Price.FromRupees(100));
        Give(inbox, Command(-2 - working, held));
    }

    /// <summary>Gives the next order, with a book about the tick.</summary>
    public void Order(Inbox inbox, Instant at, Func<InstrumentId, Price> last)
    {
        var id = new InstrumentId(Given % _instruments.Count);
        Show(inbox, at, id, last(id));
        Give(inbox, _orders[Given++]);
    }

    /// <summary>An order for nothing, which is denied and changes nothing: whoever sees that knows that all before it is done.</summary>
    public SubmittedCommand Mark(int number) => new(0, "client", Account, $"mark-{number}",
        new PlaceOrder(_instruments.All[0].Key, Side.Buy, Product.Mis, OrderType.Market, default));

    public static void Give(Inbox inbox, SubmittedCommand command)
    {
        inbox.Post(DeskInput.Of(default, command), CancellationToken.None);
        inbox.Post(DeskInput.JournalSynced(default, long.MaxValue, JournalHealth.Sound), CancellationToken.None);
    }

    private static void Show(Inbox inbox, Instant at, InstrumentId id, Price last)
    {
        var depth = new Depth { Time = at, Anchor = last };
        depth.Bids[0] = new DepthLevel(-Step, Shown);
        depth.Offers[0] = new DepthLevel(Step, Shown);
        inbox.Post(DeskInput.Of(at, id, depth), CancellationToken.None);
    }

    private static SubmittedCommand Command(int order, DeskCommand command) =>
        new(order + 1_000, "client", Account, $"order-{order}", command);

    private PlaceOrder Entry(int order)
    {
        var side = order / _instruments.Count % 2 == 0 ? Side.Buy : Side.Sell;
        var instrument = _instruments.All[order % _instruments.Count];
        return new PlaceOrder(instrument.Key, side, Product.Mis, OrderType.Market, new Quantity(Units));
    }
}
