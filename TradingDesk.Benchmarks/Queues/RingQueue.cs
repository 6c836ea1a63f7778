using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Queues;

/// <summary>The desk's own ring.</summary>
internal sealed class RingQueue : ILineQueue
{
    private const int IdleMilliseconds = 50;

    private readonly Inbox _inbox = new(Limits.InboxDefault, TimeProvider.System);

    public void Post(in DeskInput input) => _inbox.Post(input, CancellationToken.None);

    public bool TryRead(out DeskInput input) => _inbox.TryRead(out input);

    public void WaitForInput() => _inbox.WaitForInput(IdleMilliseconds);
}
