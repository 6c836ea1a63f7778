using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live.Health;

namespace TradingDesk.Web.Pages.Health;

/// <summary>How the process and its machine stand.</summary>
internal static class MachineReport
{
    private const decimal Gigabyte = 1_073_741_824;

    public static IEnumerable<HealthLine> Of(HealthScene scene)
    {
        var (sample, machine, past) = (scene.Sample, scene.Sample.Machine, scene.Past);
        yield return new("CPU", StandingOf(machine.CpuPercent, HealthLimit.CpuPercent), HealthWords.Percent(machine.CpuPercent),
            $"Of {IndianNumbers.Whole(machine.Processors)} processors, by this process.")
        { Past = past.Cpu };
        yield return Memory(machine) with { Past = past.Memory };
        yield return new("Collector's pauses", StandingOf(machine.PausePercent, HealthLimit.PausePercent),
            HealthWords.Percent(machine.PausePercent),
            $"Of the time. Heap {HealthWords.Size(machine.HeapBytes)}; {IndianNumbers.Whole(machine.FullCollections)} full collections.")
        {
            Past = past.Pauses,
        };
        yield return new("Threads", HealthLimit.PoolWaiting.Judge(machine.PoolWaiting), IndianNumbers.Whole(machine.Threads),
            $"Of this process. Waiting for one: {IndianNumbers.Whole(machine.PoolWaiting)}.");
        yield return Disk(machine.Disk);
        yield return new("Circuits", HealthStanding.Ok, IndianNumbers.Whole(sample.Circuits),
            $"Tabs of browsers; {IndianNumbers.Whole(sample.CircuitsConnected)} connected now.")
        { Past = past.Circuits };
        yield return scene.Desk.Health.Clock is { } doubt
            ? new("Machine's clock", HealthStanding.Degraded, "moved", doubt.Sentence)
            : new("Machine's clock", HealthStanding.Ok, "in step", "It was not moved since the desk started.");
    }

    private static HealthStanding StandingOf(decimal? value, HealthLimit limit) =>
        value is { } known ? limit.Judge(known) : HealthStanding.Unknown;

    private static HealthLine Memory(MachineReading machine)
    {
        var standing = machine.MemoryMostBytes <= 0
            ? HealthStanding.Unknown
            : HealthLimit.MemoryPercent.Judge(100m * machine.MemoryBytes / machine.MemoryMostBytes);
        return new("Memory", standing, HealthWords.Size(machine.MemoryBytes),
            $"Of {HealthWords.Size(machine.MemoryMostBytes)} that it may have.");
    }

    private static HealthLine Disk(DiskSpace? disk) => disk is null
        ? new("Disk", HealthStanding.Unknown, IndianNumbers.Nothing, "The disk of the data folder does not answer.")
        : new("Disk", HealthLimit.DiskFreeGigabytes.Judge(disk.Free / Gigabyte), $"{HealthWords.Size(disk.Free)} free",
            $"Of {HealthWords.Size(disk.Size)}, where the data folder is.");
}
