using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Latency;

/// <summary>
/// Sends tick packets over the loopback at an even pace from a thread of its own, each with the moment it was due: a sender that is late
/// makes the packet late. Between packets it looks at the clock and lets other threads go first.
/// </summary>
internal sealed class PacketSender : IDisposable
{
    /// <summary>Packets of one minute of market time; the first is of the first instrument.</summary>
    public const int PerMinute = 10;

    private const int PerSecond = 3_000;

    private readonly Socket _sending = NewSocket();
    private readonly int _instruments;
    private readonly Instant _start;
    private long _sent;

    /// <param name="instruments">How many instruments there are.</param>
    /// <param name="start">The market time of the first packet, at the beginning of a minute.</param>
    public PacketSender(int instruments, Instant start)
    {
        (_instruments, _start) = (instruments, start);
        using var listener = NewSocket();
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _sending.Connect(listener.LocalEndPoint!);
        Receiving = listener.Accept();
        Receiving.NoDelay = true;
    }

    public Socket Receiving { get; }

    public Thread Start(int packets)
    {
        var thread = new Thread(() => Send(packets)) { Name = "sender", IsBackground = true };
        thread.Start();
        return thread;
    }

    public void Dispose()
    {
        _sending.Dispose();
        Receiving.Dispose();
    }

    private static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private void Send(int packets)
    {
        var bytes = new byte[TickPacket.Bytes];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < packets; i++)
        {
            var due = start + ((i + 1L) * Stopwatch.Frequency / PerSecond);
            while (Stopwatch.GetTimestamp() < due) Thread.Yield();
            Next(due).Write(bytes);
            _sending.Send(bytes);
        }
    }

    /// <summary>
    /// Market time goes on from run to run, a minute with every tenth packet; volumes only grow, so each tick is unlike the one before.
    /// </summary>
    private TickPacket Next(long due)
    {
        var number = _sent++;
        var time = _start.PlusSeconds(number * Timeframe.Minute.Seconds / PerMinute);
        var price = Price.FromPaise(100_000 + (number * 7 % 1_001));
        var token = number % PerMinute == 0 ? 1 : 2 + (int)(number % (_instruments - 1));
        return new TickPacket(token, due, time, price, number + 1);
    }
}
