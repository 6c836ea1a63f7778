using System.Diagnostics;
using System.Net.Sockets;

namespace TradingDesk.Benchmarks.Latency;

/// <summary>Reads packets from a socket on the calling thread, as a feed will, and times each from the moment it was due.</summary>
internal sealed class PacketReceiver(Socket socket, int instruments)
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>Consumed results, so that no work can be left out.</summary>
    public long Checksum { get; private set; }

    /// <summary>Times each packet until <paramref name="arrive"/> has returned; what <paramref name="tidy"/> does is not timed.</summary>
    public LatencyTimes Receive(int packets, Action<TickPacket> arrive, Action<TickPacket> tidy)
    {
        var (decisions, ticks) = (new List<double>(packets), new List<double>(packets));
        var held = 0;
        while (decisions.Count + ticks.Count < packets)
        {
            held += socket.Receive(_buffer, held, _buffer.Length - held, SocketFlags.None);
            var at = 0;
            for (; held - at >= TickPacket.Bytes; at += TickPacket.Bytes)
            {
                var packet = TickPacket.Read(_buffer.AsSpan(at, TickPacket.Bytes), instruments);
                arrive(packet);
                (packet.Decides ? decisions : ticks).Add(Stopwatch.GetElapsedTime(packet.DueAt).TotalMicroseconds);
                tidy(packet);
                Checksum ^= packet.Last.Scaled * packet.DayVolume;
            }

            _buffer.AsSpan(at, held - at).CopyTo(_buffer);
            held -= at;
        }

        return new LatencyTimes([.. decisions.Order()], [.. ticks.Order()]);
    }
}
