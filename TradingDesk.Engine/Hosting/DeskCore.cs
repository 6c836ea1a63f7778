using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting;

/// <summary>The engine of one plan without its threads: the pipeline, where its facts go and where its levels stand.</summary>
internal sealed class DeskCore
{
    public DeskCore(DeskPlan plan)
    {
        var parsed = IndicatorSpecs.Parse(string.Join(',', plan.Indicators));
        if (!parsed.IsGood) throw new FormatException($"The plan's indicators cannot be read: {string.Join("; ", parsed.Errors)}.");
        Plan = plan;
        List = new IndicatorList(parsed.Specs);
        Outbox = new Outbox(Limits.FactsCapacity(plan.FactsCapacity, plan.Instruments.Count, plan.Timeframes.Count, List.Columns.Count));
        Board = new LevelBoard(plan.Instruments.Count);
        Pipeline = new TradingPipeline(plan, List, Outbox, Board);
    }

    public DeskPlan Plan { get; }

    public IndicatorList List { get; }

    public Outbox Outbox { get; }

    public LevelBoard Board { get; }

    public TradingPipeline Pipeline { get; }
}
