using TradingDesk.Engine.Line;

namespace TradingDesk.Benchmarks.Queues;

/// <summary>What the line needs of a queue: writers that wait while it is full, one reader that may sleep.</summary>
internal interface ILineQueue
{
    void Post(in DeskInput input);

    bool TryRead(out DeskInput input);

    void WaitForInput();
}
