using System.Globalization;
using System.Runtime.InteropServices;
using TradingDesk.Engine;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;

namespace TradingDesk.Cli.Doctor;

/// <summary>Looks at what the desk runs on: the clocks, the versions, the list of instruments.</summary>
internal static class MachineCheck
{
    private const string InMemory = ":memory:";
    private const int YearLeast = 2026;
    private const int YearMost = 2100;

    public static IEnumerable<Finding> Of(TimeProvider time) => [.. Clock(time), .. Versions(), .. Instruments()];

    private static IEnumerable<Finding> Clock(TimeProvider time)
    {
        var now = time.GetUtcNow();
        var utc = now.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        yield return now.Year is >= YearLeast and <= YearMost
            ? Finding.Good("clock", "UTC", utc)
            : Finding.Warning("clock", "UTC", $"{utc}  the year can hardly be right");
        yield return Finding.Good("clock", "IST", Instant.From(now).ToString());
        yield return Finding.Good("clock", "monotonic", string.Create(CultureInfo.InvariantCulture,
            $"steps of {Instant.NanosPerSecond / time.TimestampFrequency} ns"));
    }

    private static IEnumerable<Finding> Versions()
    {
        yield return Finding.Good("versions", "desk", DeskModes.BuildName);
        yield return Finding.Good("versions", ".NET", RuntimeInformation.FrameworkDescription);
        yield return Finding.Good("versions", "system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
        yield return Sqlite();
    }

    private static Finding Sqlite()
    {
        try
        {
            using var link = SqliteLink.Open(InMemory, readOnly: false, busyMilliseconds: 0);
            return Finding.Good("versions", "SQLite", link.ReadText("SELECT sqlite_version()") ?? "unknown");
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException)
        {
            return Finding.Wrong("versions", "SQLite", $"cannot be loaded: {error.GetBaseException().Message}");
        }
    }

    private static IEnumerable<Finding> Instruments()
    {
        var listed = ListedInstruments.Read();
        var unverified = listed.Instruments.Count(instrument => !instrument.Verified);
        yield return Finding.Good("instruments", "built-in list", string.Create(CultureInfo.InvariantCulture,
            $"{listed.Instruments.Count} instruments, {unverified} of them not verified"));
        foreach (var problem in listed.Problems) yield return Finding.Wrong("instruments", "built-in list", problem);
    }
}
