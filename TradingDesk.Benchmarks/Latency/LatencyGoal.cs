using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Latency;

/// <summary>
/// The goal `latency`: from the moment a packet is due on the loopback until its tick stands on the level board and its facts are told -
/// read, parsed, posted, taken by the engine's thread, processed - against reading and parsing alone.
/// </summary>
internal static class LatencyGoal
{
    private const int Instruments = 50;
    private const int PacketsPerRun = 3_000;
    private const int Runs = 9;
    private const int WarmUps = 2;
    private const double Target = 1.3;

    public static IEnumerable<GoalResult> Run()
    {
        var facts = 0L;
        using var live = new LivePath(ReplayRun.PlanFor(Instruments), (in _) => facts++);
        using var toDesk = new PacketSender(Instruments);
        using var toNobody = new PacketSender(Instruments);
        var desk = new PacketReceiver(toDesk.Receiving, Instruments);
        var reference = new PacketReceiver(toNobody.Receiving, Instruments);
        var (ours, theirs) = (new List<double[]>(), new List<double[]>());
        for (var run = -WarmUps; run < Runs; run++)
        {
            var through = Once(toDesk, desk, packet => PostAndSee(live, packet));
            var parsed = Once(toNobody, reference, _ => { });
            if (run < 0) continue;
            ours.Add(through);
            theirs.Add(parsed);
        }

        live.Stop();
        var isAll = TicksOn(live.Board) == (Runs + WarmUps) * PacketsPerRun && desk.Checksum == reference.Checksum;
        if (!isAll || facts == 0)
            throw new InvalidOperationException("The desk did not process what was sent.");
        var told = $"{facts} facts, checksum {desk.Checksum:x}";
        foreach (var percent in (int[])[50, 90]) yield return Result(percent, ours, theirs, told);
    }

    private static long TicksOn(LevelBoard board)
    {
        var all = 0L;
        for (var instrument = 0; instrument < Instruments; instrument++)
        {
            board.Read(new InstrumentId(instrument), out _, out _, out var ticks);
            all += ticks;
        }

        return all;
    }

    private static double[] Once(PacketSender sender, PacketReceiver receiver, Action<TickPacket> arrive)
    {
        GC.Collect();
        var thread = sender.Start(PacketsPerRun);
        var times = receiver.Receive(PacketsPerRun, arrive);
        thread.Join();
        return times;
    }

    /// <summary>Every tick has another volume than the one before it, so the board shows when it is processed.</summary>
    private static void PostAndSee(LivePath live, in TickPacket packet)
    {
        live.Inbox.Post(packet.ToInput(), CancellationToken.None);
        while (true)
        {
            live.Board.Read(packet.Instrument, out var tick, out _, out _);
            if (tick.DayVolume == packet.DayVolume) return;
            Thread.Yield();
        }
    }

    private static GoalResult Result(int percent, List<double[]> ours, List<double[]> theirs, string told)
    {
        var a = ours.Select(run => run[run.Length * percent / 100]).ToArray();
        var b = theirs.Select(run => run[run.Length * percent / 100]).ToArray();
        var ratios = a.Zip(b, (x, y) => x / y).Order().ToArray();
        var times = new RoundTimes(ratios[ratios.Length / 2], a.Min() / b.Min(), a.Min(), b.Min());
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"best run's p{percent} {times.Ours:0.0} us against {times.Theirs:0.0} us, median ratio {times.MedianRatio:0.000}, of minima "
            + $"{times.MinimaRatio:0.000}; {Instruments} instruments, {PacketsPerRun} packets at 3000 a second, {Runs} runs; {told}");
        return new GoalResult($"latency-p{percent}", times.WorseRatio, Target, AtMost: true, detail);
    }
}
