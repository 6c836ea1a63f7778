using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Trading;
using TradingDesk.Engine.Venues;

namespace TradingDesk.Engine.Hosting;

/// <summary>The engine of one plan without its threads: the pipeline, where its facts go and where its levels stand.</summary>
internal sealed class DeskCore
{
    /// <param name="plan">What it runs by.</param>
    /// <param name="venue">Where its orders go; none where the reports come off a tape.</param>
    /// <param name="strategies">What may run on it; the catalogue unless a test names others.</param>
    /// <param name="mode">Makes another mode of the one that `DeskModes` gives, for whoever measures or proves with it.</param>
    public DeskCore(
        DeskPlan plan,
        IVenue? venue = null,
        IReadOnlyList<StrategyDescription>? strategies = null,
        Func<AccountMode, AccountMode>? mode = null)
    {
        if (IndicatorLists.Parse(plan.Indicators, plan.Instruments, out var errors) is not { } lists)
            throw new FormatException($"The plan's indicators cannot be read: {string.Join("; ", errors)}.");
        (Plan, Lists) = (plan, lists);
        Outbox = new Outbox(Limits.FactsCapacity(plan.FactsCapacity, plan.Instruments.Count, plan.Timeframes.Count, lists.ColumnsMost));
        Board = new LevelBoard(plan.Instruments.Count);
        var paper = DeskModes.OnPaper(venue ?? new NullVenue(), strategies);
        Pipeline = new TradingPipeline(plan, lists, Outbox, Board, mode?.Invoke(paper) ?? paper);
    }

    public DeskPlan Plan { get; }

    /// <summary>The indicator lists it starts with.</summary>
    public IndicatorLists Lists { get; }

    public Outbox Outbox { get; }

    public LevelBoard Board { get; }

    public TradingPipeline Pipeline { get; }
}
