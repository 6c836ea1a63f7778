using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Tests.Determinism;

/// <summary>A desk that is killed again and again at seeded inputs; each life is compared with what was durable before it.</summary>
internal sealed class KilledDesk(int seed)
{
    private readonly PaperTrader _trader = new(seed);
    private readonly List<JournalRecord> _durable = [];
    private readonly HashSet<OrderTag> _placed = [];
    private string _print = "";

    /// <summary>Trades that were booked in all lives.</summary>
    public int Fills => _durable.Count(IsTrade);

    /// <summary>Orders that strategies gave in all lives.</summary>
    public int RunIntents => _durable.Count(record => record.Fact is { Kind: FactKind.IntentAccepted, Intent.Run.IsNone: false });

    /// <summary>Alerts that fired in all lives.</summary>
    public int Alerts => _durable.Count(record => record.Fact.Kind == FactKind.AlertFired);

    /// <summary>Orders and requests that a start has put in doubt.</summary>
    public int Doubts { get; private set; }

    /// <summary>Starts, trades for a while, and is killed: what is durable may be more than the desk was told.</summary>
    public void Live(int stepsMost)
    {
        var run = Start();
        var prints = new SortedDictionary<long, string>();
        for (var step = _trader.Dice.Next(stepsMost); step >= 0; step--)
        {
            var before = run.Journal.Count;
            _trader.Step(run);
            if (run.Journal.Count > before) prints[run.Published] = BookPrint.Of(run.Book);
        }

        var told = run.Inputs.FindLast(input => input.Kind == InputKind.JournalSynced).Synced.Through;
        var through = _trader.Dice.Next(2) == 0 ? told : _trader.Dice.NextInt64(told, run.Published + 1);
        Keep(run, through);
        _print = prints.LastOrDefault(print => print.Key <= through && !HasJournaled(run, print.Key, through)).Value ?? "";
        _trader.Rest(_trader.Dice.Next(1, 20));
    }

    /// <summary>A last life in which the market goes on and the session ends; then nothing is open and all adds up.</summary>
    public void End()
    {
        var run = Start();
        for (var step = 0; step < 60; step++) _trader.Step(run);
        _trader.Sync(run);
        _trader.Rest(8 * 3_600);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            _trader.Rest(1);
            run.Put(DeskInput.Time(_trader.Now));
            _trader.Sync(run);
        }

        Keep(run, run.Published);
        Assert.Equal(0, run.Book.Disagreements);
        Assert.All(run.Book.Orders.All, order => Assert.True(order.State.IsFinished(), $"Seed {seed}: {order.Id} is {order.State}."));
        AssertPositions(run.Book);
    }

    private PaperRun Start()
    {
        var run = new PaperRun(PaperTrader.Plan, _trader.Now, _durable.ToArray());
        var recovered = BookPrint.Of(run.Book);
        if (_print.Length > 0) Assert.True(recovered == _print, $"Seed {seed}: {BookPrint.Difference(_print, recovered)}");
        Assert.Equal(0, run.Book.Disagreements);
        var orders = run.Book.Orders.All.ToDictionary(order => order.Id, order => (order.State, order.Pending));
        _trader.Begin(run);
        AssertDoubts(run, orders);
        return run;
    }

    /// <summary>Between the last durable fact and the first new one only what was on its way has changed, and only into doubt.</summary>
    private void AssertDoubts(PaperRun run, Dictionary<OrderId, (OrderState State, PendingCommand Pending)> before)
    {
        foreach (var fact in run.Journal.Select(record => record.Fact).TakeWhile(IsDoubt))
        {
            var (state, pending) = before[fact.Order.Order];
            var expected = state switch
            {
                OrderState.Sending => OrderState.Unknown,
                OrderState.Accepted => OrderState.Abandoned,
                _ => state,
            };
            var doubted = pending switch
            {
                PendingCommand.CancelSending => PendingCommand.CancelUnknown,
                PendingCommand.ModifySending => PendingCommand.ModifyUnknown,
                _ => pending,
            };
            Assert.True((fact.Order.State, fact.Order.Pending) == (expected, doubted),
                $"Seed {seed}: {state} {pending} of {fact.Order.Order} became {fact.Order.State} {fact.Order.Pending}.");
            Doubts++;
        }
    }

    private void Keep(PaperRun run, long through)
    {
        _durable.AddRange(run.Journal.Where(record => record.Fact.Number <= through));
        foreach (var tag in run.Placed) Assert.True(_placed.Add(tag), $"Seed {seed}: the tag {tag} was sent twice.");
    }

    private static bool HasJournaled(PaperRun run, long after, long through) =>
        run.Journal.Exists(record => record.Fact.Number > after && record.Fact.Number <= through);

    private static bool IsDoubt(DeskFact fact) => fact is { Kind: FactKind.OrderMoved, Order.Kind: OrderEventKind.Restarted };

    private static bool IsTrade(JournalRecord record) => record.Fact is
    {
        Kind: FactKind.OrderMoved,
        Order: { Kind: OrderEventKind.Traded, Verdict: OrderVerdict.Moved or OrderVerdict.LateFill },
    };

    /// <summary>Every position is the sum of the journal's trades since its account was last begun.</summary>
    private void AssertPositions(TradingBook book)
    {
        var units = new Dictionary<(AccountId, InstrumentId), long>();
        foreach (var record in _durable)
        {
            var fact = record.Fact;
            if (fact.Kind == FactKind.AccountReset)
            {
                foreach (var key in units.Keys.Where(key => key.Item1 == fact.Account.Account).ToArray()) units.Remove(key);
            }

            if (!IsTrade(record)) continue;
            var held = (fact.Order.Account, fact.Instrument);
            units[held] = units.GetValueOrDefault(held) + (fact.Order.Side.Sign() * fact.Order.Quantity.Units);
        }

        foreach (var account in book.Accounts)
        {
            foreach (var held in account.Positions.GroupBy(position => position.Instrument))
            {
                var sum = held.Sum(position => position.Units);
                var traded = units.GetValueOrDefault((account.Id, held.Key));
                Assert.True(traded == sum, $"Seed {seed}: {account.Name} holds {sum} of {held.Key}, its trades say {traded}.");
            }
        }
    }
}
