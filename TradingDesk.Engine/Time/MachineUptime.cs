using System.Globalization;

namespace TradingDesk.Engine.Time;

/// <summary>How long this machine is up with its sleep included, where its monotonic clock stands still in sleep.</summary>
internal static class MachineUptime
{
    private const string LinuxFile = "/proc/uptime";

    /// <summary>Null where it is not known, or where the monotonic clock goes on in sleep as it does on Windows.</summary>
    public static TimeSpan? Read()
    {
        if (!OperatingSystem.IsLinux()) return null;
        try
        {
            return Parse(File.ReadAllText(LinuxFile));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The first number of the file is seconds since the boot, sleep included, to a hundredth.</summary>
    public static TimeSpan? Parse(string text) =>
        decimal.TryParse(text.Split(' ', 2)[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;
}
