using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>A shadow's net less its leader's, taken apart; the lines sum to the total.</summary>
public sealed record PairDifference(IReadOnlyList<PairLine> Lines)
{
    public Money Total => Lines.Aggregate(default(Money), (sum, line) => sum + line.Difference);

    /// <summary>What is held counts with the decision: gross is the cash of all trades and what is held, at its last price.</summary>
    public static PairDifference Of(RunView leader, RunView shadow) => new(
    [
        new("Decided", "trades at the prices they were judged by, and what is held at its last price", Decided(leader), Decided(shadow)),
        new("Delayed", "what prices moved until the venue had the order", leader.Delayed, shadow.Delayed),
        new("Filled", "what the fill was better or worse", leader.Filled, shadow.Filled),
        new("Charges", "brokerage, taxes and fees", -leader.Charges, -shadow.Charges),
    ]);

    private static Money Decided(RunView run) => run.Gross - run.Delayed - run.Filled;
}
