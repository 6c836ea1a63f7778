using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Runs;

/// <summary>What the journal's facts add up to about runs. It decides nothing.</summary>
internal sealed class RunBook(InstrumentTable instruments, IReadOnlyList<StrategyDescription> strategies)
{
    private readonly List<Run> _runs = [];

    public ListView<Run> Runs => new(_runs);

    /// <summary>The number the next signal gets.</summary>
    public int NextSignal { get; private set; } = 1;

    public RunId NextRun => new((short)(_runs.Count + 1));

    public Run? Find(RunId id) => id.Number > 0 && id.Number <= _runs.Count ? _runs[id.Number - 1] : null;

    public void Apply(in DeskFact fact, SubmittedCommand? command)
    {
        switch (fact.Kind)
        {
            case FactKind.RunDeclared: Declare(fact, ((DeclareRun)command!.Command).Words); break;
            case FactKind.RunChanged: Change(fact, ((ChangeRun)command!.Command).Words); break;
            case FactKind.RunMoved: Move(fact, (command?.Command as BenchRun)?.Why ?? ""); break;
            case FactKind.SignalRaised: Raise(fact); break;
        }
    }

    /// <summary>What the words mean on this desk; null when they name what it does not have.</summary>
    public RunSpec? Read(string words) => RunWords.Read(words, instruments, strategies, out _);

    /// <summary>An intent of a run was accepted.</summary>
    public void Accept(in IntentTerms intent, Instant at)
    {
        if (intent.Role == IntentRole.Entry) Find(intent.Run)?.Enter(at);
    }

    /// <summary>A trade of a run's order was booked.</summary>
    public void Book(Order order, in OrderEvent trade, Money realised) => Find(order.Key.Run)?.Money.Book(order, trade, realised);

    /// <summary>A contract of a run's book was settled.</summary>
    public void Settle(in PositionKey key, Money realised, long units, Price price) =>
        Find(key.Run)?.Money.Settle(realised, units, price);

    /// <summary>An account's day ends: each run keeps its part of the day's charges.</summary>
    public void CloseDay(Account account)
    {
        foreach (var position in account.Positions) Find(position.Key.Run)?.Money.CloseDay(account.ChargesOf(position));
    }

    private Run Of(RunId id) => Find(id) ?? throw new InvalidOperationException($"There is no run {id.Number}.");

    private void Declare(in DeskFact fact, string words)
    {
        if (fact.Run.Run != NextRun) throw new InvalidOperationException($"Run {fact.Run.Run.Number} is not the next one.");
        var run = new Run(fact.Run.Run, fact.Run.Account, fact.At);
        run.Declare(words, Read(words), 1);
        _runs.Add(run);
    }

    private void Change(in DeskFact fact, string words) =>
        Of(fact.Run.Run).Declare(words, Read(words), fact.Run.Version);

    private void Move(in DeskFact fact, string remark) => Of(fact.Run.Run).Move(fact.Run, fact.Refusal, remark, fact.At);

    private void Raise(in DeskFact fact)
    {
        NextSignal = Math.Max(NextSignal, fact.Signal.Number + 1);
        Of(fact.Signal.Run).Raise(fact.Signal, fact.Refusal, fact.At);
    }
}
