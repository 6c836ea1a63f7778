using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Health;

/// <summary>Which program this is and since when it runs, read once.</summary>
internal static class BuildFacts
{
    private static readonly Assembly _program = typeof(BuildFacts).Assembly;

    public static string Version { get; } = _program.GetName().Version?.ToString(3) ?? "?";

    /// <summary>The commit it was built from, as far as the build knew it.</summary>
    public static string Commit { get; } = CommitOf(
        _program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    public static string Runtime { get; } = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";

    public static Instant Started { get; } = StartOfProcess();

    /// <summary>When the program's file was written; null where it has no file of its own.</summary>
    public static Instant? Built { get; } = File.Exists(_program.Location)
        ? Instant.From(File.GetLastWriteTimeUtc(_program.Location))
        : null;

    public static string Moment(Instant moment) => $"{Labels.Date(moment)}, {Labels.Clock(moment)} IST";

    /// <summary>What stands behind the plus of a version, in the ten signs that tell commits apart.</summary>
    private static string CommitOf(string version) =>
        version.Split('+') is [_, { Length: >= 10 } commit] ? commit[..10] : "not known";

    private static Instant StartOfProcess()
    {
        using var self = Process.GetCurrentProcess();
        return Instant.From(self.StartTime.ToUniversalTime());
    }
}
