using System.Text.Json;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Tidy;

/// <summary>Holds the list of foreign software complete: what a lock file restores is named in it with its version.</summary>
public sealed class NoticesTests
{
    [Fact]
    public void Every_restored_package_is_named_with_its_version()
    {
        var notices = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.txt"));

        var missing = NugetPackages().Concat(NpmPackages()).Distinct(StringComparer.Ordinal)
            .Where(package => !notices.Contains($"\n{package} | ", StringComparison.Ordinal))
            .Select(package => $"{package} is not in THIRD-PARTY-NOTICES.txt; run node scripts/notices.mjs.");

        Findings.AreNone(missing);
    }

    private static IEnumerable<string> NugetPackages() =>
        from file in Directory.EnumerateDirectories(Repository.Root).Select(folder => Path.Combine(folder, "packages.lock.json"))
        where File.Exists(file)
        from framework in Read(file).GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.GetProperty("type").GetString() != "Project"
        select $"{package.Name} {package.Value.GetProperty("resolved").GetString()}";

    private static IEnumerable<string> NpmPackages() =>
        from package in Read(Repository.PathOf("TradingDesk.Web", "package-lock.json")).GetProperty("packages").EnumerateObject()
        where package.Name.Length > 0 && !package.Value.TryGetProperty("optional", out _)
        select $"{package.Name["node_modules/".Length..]} {package.Value.GetProperty("version").GetString()}";

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.Clone();
    }
}
