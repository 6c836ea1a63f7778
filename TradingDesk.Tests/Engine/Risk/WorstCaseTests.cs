using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Engine.Risk;

/// <summary>
/// Whatever is ordered by whichever book, and whatever of it is filled in whatever order, never is more at stake than the limits say; the
/// sums are made here anew, position by position.
/// </summary>
public sealed class WorstCaseTests
{
    private const int Steps = 220;
    private const string Text = "position=400000 underlying=3000000 gross=3300000 net=2800000 order-value=5000000 order-units=10000";
    private static readonly long[] _paise = [1_00_000, 25_00_000, 12_000];
    private static readonly RunId[] _books = [RunId.None, new(1), new(2)];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory, MemberData(nameof(Seeds))]
    public void No_fill_of_accepted_orders_brings_more_than_the_limits(int seed)
    {
        var dice = new Random(seed);
        var desk = new TradingUnderTest(mode: mode => mode with { Rules = mode.Rules with { RequestsPerSecond = 0 } });
        desk.Ask(new MoveCash(Money.FromRupees(50_00_00_000), "plenty"));
        desk.Ask(new SetLimits(RunId.None, Text + (seed % 2 == 0 ? " position=3000000" : ""), "a test"));
        var (accepted, refused) = (0, new HashSet<RefusalCode>());
        for (var step = 0; step < Steps; step++)
        {
            var refusal = Act(desk, dice);
            if (refusal == RefusalCode.None) accepted++;
            else if (refusal is { } why) refused.Add(why);
            AssertWithin(desk, seed);
        }

        foreach (var order in desk.Book.Orders.Open.ToArray().OrderBy(_ => dice.Next()))
        {
            FillSome(desk, order, order.Remaining.Units);
            AssertWithin(desk, seed);
        }

        Assert.True(accepted > 20, $"seed {seed}: {accepted} orders prove too little");
        var isHeld = refused.Overlaps(
            [RefusalCode.PositionLimit, RefusalCode.UnderlyingLimit, RefusalCode.GrossLimit, RefusalCode.NetLimit]);
        Assert.True(isHeld, $"seed {seed}: only {string.Join(", ", refused)}");
    }

    /// <summary>Null when nothing was ordered.</summary>
    private static RefusalCode? Act(TradingUnderTest desk, Random dice)
    {
        var open = desk.Book.Orders.Open;
        var order = open.Count == 0 ? null : open[dice.Next(open.Count)];
        switch (dice.Next(10))
        {
            case 0 when order is not null:
                desk.Report(order, new OrderEvent { Kind = OrderEventKind.Ambiguous });
                return null;
            case 1 when order is { State: OrderState.Working or OrderState.Pending }:
                var gone = new OrderEvent { Kind = OrderEventKind.Seen, Seen = OrderState.Cancelled, Source = EvidenceSource.Stream };
                desk.Report(order, gone);
                return null;
            case 2 or 3 or 4 when order is not null:
                FillSome(desk, order, dice.NextInt64(1, order.Remaining.Units + 1));
                return null;
            case 5:
                var key = TradingUnderTest.Plan.Instruments[new InstrumentId(dice.Next(3))];
                var product = key.Kind == InstrumentKind.Equity ? Product.Mis : Product.Nrml;
                desk.Ask(new ExitPosition(key.Key, product, _books[dice.Next(3)]));
                return null;
            case 6 when order is { Role: IntentRole.Entry } && order.Terms.HasPrice:
                var units = new Quantity(order.Terms.Quantity.Units * dice.Next(1, 4));
                var changed = desk.Ask(new ChangeOrder(order.Id, units, order.Terms.Price, default));
                return changed.Kind == FactKind.OrderMoved ? RefusalCode.None : null;
            default:
                return Enter(desk, dice);
        }
    }

    private static RefusalCode Enter(TradingUnderTest desk, Random dice)
    {
        var instrument = TradingUnderTest.Plan.Instruments[new InstrumentId(dice.Next(3))];
        var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;
        var isLimit = dice.Next(2) == 0;
        var terms = new OrderTerms
        {
            Side = side,
            Product = instrument.Kind == InstrumentKind.Equity ? Product.Mis : Product.Nrml,
            Type = isLimit ? OrderType.Limit : OrderType.Market,
            Validity = Validity.Day,
            Quantity = new Quantity(dice.Next(1, 4) * (instrument.Kind == InstrumentKind.Equity ? dice.Next(1, 120) : instrument.Lot)),
            // A price that crosses none of the account's own orders.
            Price = isLimit ? Price.FromPaise(_paise[instrument.Id.Index] - (side.Sign() * 100)) : default,
        };
        var submitted = new SubmittedCommand(0, "run", TradingUnderTest.Account, "", new CancelAll());
        var intent = new IntentTerms { Whole = terms, Run = _books[dice.Next(3)] };
        var refusal = desk.Orders.Intents.Submit(submitted, desk.Book.Accounts[0], instrument, intent);
        desk.Sync();
        return refusal;
    }

    private static void FillSome(TradingUnderTest desk, Order order, long units)
    {
        if (order.State == OrderState.Unknown) desk.Work(order);
        desk.Fill(order, units, _paise[order.Instrument.Index] / 100M);
    }

    private static void AssertWithin(TradingUnderTest desk, int seed)
    {
        var account = desk.Book.Accounts[0];
        var limits = desk.Book.Risks.Of(account.Id).Limits!;
        var values = account.Positions.Where(position => !position.IsFlat)
            .Select(position => (position, Value: ValueOf(position))).ToArray();
        foreach (var held in values.GroupBy(pair => pair.position.Instrument))
        {
            var net = held.Sum(pair => Math.Sign(pair.position.Units) * pair.Value);
            Assert.True(Math.Abs(net) <= limits.PositionValue!.Value.Rupees, $"seed {seed}: {net} in {held.Key}");
        }

        var derivatives = values.Where(pair => pair.position.Instrument != TradingUnderTest.Share).Sum(pair => pair.Value);
        var gross = values.Sum(pair => pair.Value);
        var direction = values.Sum(pair => Math.Sign(pair.position.Units) * pair.Value);
        Assert.True(derivatives <= limits.UnderlyingValue!.Value.Rupees, $"seed {seed}: {derivatives} on one underlying");
        Assert.True(gross <= limits.GrossValue!.Value.Rupees, $"seed {seed}: {gross} in all");
        Assert.True(Math.Abs(direction) <= limits.NetValue!.Value.Rupees, $"seed {seed}: {direction} one way");
    }

    private static decimal ValueOf(Position position)
    {
        var instrument = TradingUnderTest.Plan.Instruments[position.Instrument];
        var isSoldCall = instrument.Kind == InstrumentKind.Call && position.Units < 0;
        return Math.Abs(position.Units) * (isSoldCall ? instrument.Strike.Rupees : _paise[position.Instrument.Index] / 100M);
    }
}
