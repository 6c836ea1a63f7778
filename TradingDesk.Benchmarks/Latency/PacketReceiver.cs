using System.Diagnostics;
using System.Net.Sockets;

namespace TradingDesk.Benchmarks.Latency;

/// <summary>Reads packets from a socket on the calling thread, as a feed will, and times each from the moment it was due.</summary>
internal sealed class PacketReceiver(Socket socket, int instruments)
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>Consumed results, so that no work can be left out.</summary>
    public long Checksum { get; private set; }

    /// <summary>Microseconds of each packet, ascending, until <paramref name="arrive"/> has returned.</summary>
    public double[] Receive(int packets, Action<TickPacket> arrive)
    {
        var times = new double[packets];
        var (held, done) = (0, 0);
        while (done < packets)
        {
            held += socket.Receive(_buffer, held, _buffer.Length - held, SocketFlags.None);
            var at = 0;
            for (; held - at >= TickPacket.Bytes; at += TickPacket.Bytes)
            {
                var packet = TickPacket.Read(_buffer.AsSpan(at, TickPacket.Bytes), instruments);
                arrive(packet);
                times[done++] = Stopwatch.GetElapsedTime(packet.DueAt).TotalMicroseconds;
                Checksum ^= packet.Last.Scaled * packet.DayVolume;
            }

            _buffer.AsSpan(at, held - at).CopyTo(_buffer);
            held -= at;
        }

        Array.Sort(times);
        return times;
    }
}
