using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>What must hold between a desk and the truth of its venue, whatever happened in between; findings are sentences.</summary>
internal sealed class MoneyOracle(UnluckyVenue venue, bool isHonest, bool isOneSided)
{
    private static readonly OrderEventKind[] _proof =
    [
        OrderEventKind.Acknowledged, OrderEventKind.Refused, OrderEventKind.Seen, OrderEventKind.Traded, OrderEventKind.FoundAbsent,
        OrderEventKind.Resolved,
    ];

    private readonly Dictionary<OrderId, (OrderState State, Quantity Filled, long Booked)> _known = [];
    private readonly HashSet<(OrderId, long)> _fills = [];
    private readonly Dictionary<OrderId, List<string>> _stories = [];

    public List<string> Findings { get; } = [];

    /// <summary>How often a verdict was given: a swarm that brings about none of a kind proves nothing about it.</summary>
    public Dictionary<OrderVerdict, int> Verdicts { get; } = [];

    /// <summary>How many orders ended with fills, and how many exits there were.</summary>
    public int Filled { get; private set; }

    public int Exits { get; private set; }

    /// <summary>A desk has started: it knows what was durable, no more.</summary>
    public void Begin(TradingBook book)
    {
        _known.Clear();
        _fills.Clear();
        foreach (var order in book.Orders.All)
        {
            _known[order.Id] = (order.State, order.Filled, order.Booked.Units);
            if (venue.Find(order.Tag) is not { } truth) continue;
            foreach (var trade in truth.Trades.Where(trade => order.HasFill(trade.FillId))) _fills.Add((order.Id, trade.FillId));
        }
    }

    public void Read(in DeskFact fact)
    {
        if (fact.Kind == FactKind.IntentAccepted && fact.Intent.Role != IntentRole.Entry) Exits++;
        if (fact.Kind != FactKind.OrderMoved) return;
        var what = fact.Order;
        Tell(fact);
        Verdicts[what.Verdict] = Verdicts.GetValueOrDefault(what.Verdict) + 1;
        var (state, filled, booked) = _known.GetValueOrDefault(what.Order);
        if (state == OrderState.Unknown && what.State != state && what.State != OrderState.Conflict && !_proof.Contains(what.Kind))
            Add(what.Order, $"{what.Kind} brought it from unknown to {what.State}");
        if (what.Filled < filled) Add(what.Order, $"its fills went from {filled} to {what.Filled}");
        if (what is { Kind: OrderEventKind.Traded, Verdict: OrderVerdict.Moved or OrderVerdict.LateFill })
        {
            if (!_fills.Add((what.Order, what.FillId))) Add(what.Order, $"the trade {what.FillId} was booked twice");
            booked += what.Quantity.Units;
        }

        _known[what.Order] = (what.State, what.Filled, booked);
    }

    /// <summary>What holds at every moment.</summary>
    public void Judge(TradingBook book)
    {
        foreach (var (tag, count) in venue.Placed)
        {
            if (count > 1) Findings.Add($"The tag {tag} was sent {count} times.");
        }

        foreach (var order in book.Orders.All) JudgeOrder(order);
        if (!isHonest) return;
        var gate = new RiskGate(book.Orders, book.Kills, new Arming());
        foreach (var held in venue.Orders.GroupBy(order => (order.Account, order.Instrument, order.Terms.Product)))
            JudgePosition(book, gate, held.Key.Account, held.Key.Instrument, held.Key.Product, held);
    }

    /// <summary>What holds when everything was told: desk and venue agree on every order, or it stands in conflict.</summary>
    public void JudgeEnd(TradingBook book)
    {
        foreach (var order in book.Orders.All)
        {
            var truth = venue.Find(order.Tag);
            var (filled, isClear) = (truth?.Filled ?? 0, order.State != OrderState.Conflict);
            if (filled > 0) Filled++;
            var isTrue = isHonest || truth is { HasLied: false, IsOverFilled: false };
            if (!isClear && isTrue) Add(order.Id, "is in conflict with an honest venue");
            if (truth is { IsOverFilled: true } && isClear) Add(order.Id, "was filled too much and stands so");
            if (isClear && !order.State.IsFinished()) Add(order.Id, $"is {order.State} {order.Pending} when all is known");
            if (isClear && (order.Booked.Units != filled || order.Filled.Units != filled))
                Add(order.Id, $"has {order.Filled} filled and {order.Booked} booked, the venue {filled}");
        }

        foreach (var truth in venue.Orders)
        {
            if (truth.Filled > 0 && book.Orders.Find(truth.Tag) is null) Add(truth.Id, "trades at the venue and the desk does not know it");
        }

        foreach (var account in book.Accounts)
        {
            foreach (var position in account.Positions)
            {
                var booked = book.Orders.All
                    .Where(order => order.Account == account.Id && order.Instrument == position.Instrument
                        && order.Terms.Product == position.Product)
                    .Sum(order => order.Terms.Side.Sign() * order.Booked.Units);
                if (booked == position.Units) continue;
                Findings.Add($"{account.Name} holds {position.Units} of {position.Instrument}, its trades say {booked}.");
            }
        }
    }

    private void JudgeOrder(Order order)
    {
        var most = order.Terms.Quantity > order.Asked.Quantity ? order.Terms.Quantity : order.Asked.Quantity;
        if (order.Filled > most || order.Booked > order.Filled) Add(order.Id, $"has {order.Booked} of {order.Filled} of {most}");
        if (_known.TryGetValue(order.Id, out var known) && known.Booked != order.Booked.Units)
            Add(order.Id, $"has {order.Booked} booked, its facts say {known.Booked}");
    }

    /// <summary>The truth lies between what is held less all that may yet be sold and what is held with all that may be bought.</summary>
    private void JudgePosition(
        TradingBook book, RiskGate gate, AccountId account, InstrumentId instrument, Product product, IEnumerable<UnluckyOrder> orders)
    {
        var truth = orders.Sum(order => order.Terms.Side.Sign() * order.Filled);
        var held = book.Of(account).Find(new PositionKey(instrument, product, default))?.Units ?? 0;
        var least = held - book.Orders.AtRisk(account, new PositionKey(instrument, product, default), Side.Sell);
        var most = held + book.Orders.AtRisk(account, new PositionKey(instrument, product, default), Side.Buy);
        if (truth < least || truth > most) Findings.Add($"{account} {instrument}: the venue has {truth}, the desk {least} to {most}.");
        if (isOneSided && truth < 0) Findings.Add($"{account} {instrument}: exits have made it {truth}.");
    }

    private void Tell(in DeskFact fact)
    {
        if (!_stories.TryGetValue(fact.Order.Order, out var story)) _stories.Add(fact.Order.Order, story = []);
        var what = fact.Order;
        var told = what.Seen == OrderState.None ? "" : $" {what.Seen}";
        story.Add($"{what.Kind}{told} {what.Quantity} ({what.Filled}) -> {what.State} {what.Pending}");
    }

    /// <summary>A finding about an order comes with its story.</summary>
    private void Add(OrderId order, string finding) =>
        Findings.Add($"{order} {finding}: {string.Join(", ", _stories.GetValueOrDefault(order) ?? [])}.");
}
