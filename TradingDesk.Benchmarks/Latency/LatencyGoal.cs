using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Latency;

/// <summary>
/// The goal `latency`: from the moment a packet is due on the loopback until the order intent it leads to is a fact - read, parsed, posted,
/// taken by the engine's thread, its candle closed, the strategy asked, the signal judged, the intent through the gate - against reading
/// and parsing alone; and `latency-tick`, until the tick of a packet that closes no candle stands on the level board.
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
        using var live = new DecidingDesk(Instruments);
        using var toDesk = new PacketSender(Instruments, DecidingDesk.Start);
        using var toNobody = new PacketSender(Instruments, DecidingDesk.Start);
        var desk = new PacketReceiver(toDesk.Receiving, Instruments);
        var reference = new PacketReceiver(toNobody.Receiving, Instruments);
        var (ours, theirs) = (new List<LatencyTimes>(), new List<LatencyTimes>());
        for (var run = -WarmUps; run < Runs; run++)
        {
            var through = Once(toDesk, desk, packet => Arrive(live, packet), packet => Tidy(live, packet));
            var parsed = Once(toNobody, reference, _ => { }, _ => { });
            if (run < 0) continue;
            ours.Add(through);
            theirs.Add(parsed);
        }

        var told = Check(live, desk, reference);
        foreach (var percent in (int[])[50, 90]) yield return Result("latency", percent, ours, theirs, times => times.Decisions, told);
        foreach (var percent in (int[])[50, 90]) yield return Result("latency-tick", percent, ours, theirs, times => times.Ticks, told);
    }

    private static void Arrive(DecidingDesk live, in TickPacket packet)
    {
        if (packet.Decides) live.PostAndDecide(packet);
        else live.PostAndSee(packet);
    }

    private static void Tidy(DecidingDesk live, in TickPacket packet)
    {
        if (packet.Decides) live.Trade(packet);
    }

    /// <summary>Every packet must have been read by both, and nearly every candle have led to orders.</summary>
    private static string Check(DecidingDesk live, PacketReceiver desk, PacketReceiver reference)
    {
        var (accepted, asked) = live.Intents;
        var candles = (Runs + WarmUps) * PacketsPerRun / PacketSender.PerMinute;
        // A day's first candle closes before that day has a price.
        if (desk.Checksum != reference.Checksum || accepted < candles * 0.99)
            throw new InvalidOperationException($"The desk did not process what was sent: {accepted} intents of {candles} candles.");
        return string.Create(CultureInfo.InvariantCulture, $"{accepted} intents accepted of {asked}, checksum {desk.Checksum:x}");
    }

    private static LatencyTimes Once(PacketSender sender, PacketReceiver receiver, Action<TickPacket> arrive, Action<TickPacket> tidy)
    {
        GC.Collect();
        var thread = sender.Start(PacketsPerRun);
        var times = receiver.Receive(PacketsPerRun, arrive, tidy);
        thread.Join();
        return times;
    }

    private static GoalResult Result(
        string id, int percent, List<LatencyTimes> ours, List<LatencyTimes> theirs, Func<LatencyTimes, double[]> which, string told)
    {
        double[] Of(List<LatencyTimes> runs) => [.. runs.Select(which).Select(run => run[run.Length * percent / 100])];
        var (a, b) = (Of(ours), Of(theirs));
        var ratios = a.Zip(b, (x, y) => x / y).Order().ToArray();
        var times = new RoundTimes(ratios[ratios.Length / 2], a.Min() / b.Min(), a.Min(), b.Min());
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"best run's p{percent} {times.Ours:0.0} us against {times.Theirs:0.0} us, median ratio {times.MedianRatio:0.000}, of minima "
            + $"{times.MinimaRatio:0.000}; {Instruments} instruments, {PacketsPerRun} packets at 3000 a second, {Runs} runs; {told}");
        return new GoalResult($"{id}-p{percent}", times.WorseRatio, Target, AtMost: true, detail);
    }
}
