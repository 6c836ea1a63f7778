using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;

namespace TradingDesk.Engine.Hosting;

/// <summary>A desk without threads: one caller puts an input in and reads the facts out. Files, re-runs and measurements use it.</summary>
internal sealed class DirectDesk
{
    private readonly DeskCore _core;
    private readonly FactReader _facts;

    public DirectDesk(DeskPlan plan)
    {
        _core = new DeskCore(plan);
        _facts = _core.Outbox.AddReader();
    }

    public DeskPlan Plan => _core.Plan;

    public LevelBoard Board => _core.Board;

    /// <summary>Takes one input; the facts of those before it must have been read.</summary>
    public void Process(in DeskInput input)
    {
        if (!_core.Outbox.HasRoom(_core.Pipeline.FactsPerInputMost)) throw new InvalidOperationException("Facts wait to be read.");
        _core.Pipeline.Process(input);
    }

    public bool TryRead(out DeskFact fact) => _facts.TryRead(out fact);

    /// <summary>The next fact with the command that caused it, where it carries one.</summary>
    public bool TryRead(out DeskFact fact, out SubmittedCommand? command) => _facts.TryRead(out fact, out command);
}
