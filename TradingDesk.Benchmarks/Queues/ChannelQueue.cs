using System.Diagnostics;
using System.Threading.Channels;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Queues;

/// <summary>A bounded channel of the framework, stamped on entry like the ring.</summary>
internal sealed class ChannelQueue : ILineQueue
{
    private readonly Channel<DeskInput> _channel = Channel.CreateBounded<DeskInput>(
        new BoundedChannelOptions(Limits.InboxDefault) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public void Post(in DeskInput input)
    {
        var stamped = input with { MonotonicNanos = Stopwatch.GetTimestamp() };
        var spin = new SpinWait();
        while (!_channel.Writer.TryWrite(stamped)) spin.SpinOnce();
    }

    public bool TryRead(out DeskInput input) => _channel.Reader.TryRead(out input);

    /// <summary>A channel wakes tasks; a thread of its own has to wait for one.</summary>
    public void WaitForInput()
    {
        var waiting = _channel.Reader.WaitToReadAsync();
        if (!waiting.IsCompleted) waiting.AsTask().Wait();
    }
}
