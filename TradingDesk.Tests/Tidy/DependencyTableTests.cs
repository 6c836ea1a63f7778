using System.Reflection;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Security;

namespace TradingDesk.Tests.Tidy;

/// <summary>Holds the dependency table of the design over the assemblies as they were compiled.</summary>
public sealed class DependencyTableTests
{
    private static readonly string[] _window = ["Observation", "Commands", "Primitives", "People", "Hosting.People"];

    [Fact]
    public void Every_folder_of_the_engine_uses_only_what_the_table_allows()
    {
        using var engine = Open(typeof(Price).Assembly);

        var refusals = engine.Uses.Select(DependencyTable.Refuse).OfType<string>();

        Findings.AreNone(refusals);
    }

    [Fact]
    public void The_engine_knows_no_web_framework()
    {
        using var engine = Open(typeof(Price).Assembly);

        Assert.DoesNotContain(engine.References, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void The_component_library_knows_nothing_of_the_engine()
    {
        using var web = Open(typeof(SecurityHeaders).Assembly);

        var uses = web.Uses.Where(use => IsIn(use.User, "TradingDesk.Web.Components") && IsIn(use.Used, "TradingDesk.Engine"));

        Findings.AreNone(uses.Select(use => use.ToString()));
    }

    [Fact]
    public void Pages_know_only_the_public_window_of_the_engine()
    {
        using var web = Open(typeof(SecurityHeaders).Assembly);

        var beyond = web.Uses.Where(use => IsPage(use.User) && IsIn(use.Used, "TradingDesk.Engine")
            && !_window.Any(folder => IsIn(use.Used, $"TradingDesk.Engine.{folder}")));

        Findings.AreNone(beyond.Select(use => use.ToString()));
    }

    [Fact]
    public void The_scan_sees_bodies_signatures_and_generic_arguments()
    {
        using var tests = Open(typeof(DependencyTableTests).Assembly);

        var used = tests.Uses.Where(use => use.User == typeof(ScanSample).FullName).Select(use => use.Used);

        string[] expected = ["System.Text.StringBuilder", "System.IO.Path", "System.Uri", "System.Version", "System.ObsoleteAttribute"];
        Assert.Empty(expected.Except(used));
    }

    [Theory]
    [InlineData("Market.Candle", "Primitives.Price", true)]
    [InlineData("Indicators.Catalogue.Ema", "Primitives.Price", true)]
    [InlineData("Indicators.IndicatorSpecs", "Indicators.Catalogue.Ema", true)]
    [InlineData("Indicators.Catalogue.Sma", "Indicators.Parts.ExactSum", true)]
    [InlineData("Primitives.Price", "Market.Candle", false)]
    [InlineData("Market.Candle", "Indicators.Catalogue.Ema", false)]
    [InlineData("Line.Inbox", "Risk.RiskGate", false)]
    [InlineData("Storage.Sqlite.Writer", "Line.Outbox", true)]
    [InlineData("Storage.Sqlite.Writer", "Storage.Redis.Writer", false)]
    [InlineData("Storage.Sqlite.Writer", "Feeds.Simulated.Market", false)]
    [InlineData("Feeds.AngelOne.Feed", "Brokers.AngelOne.Packet", true)]
    [InlineData("Feeds.AngelOne.Feed", "Brokers.Upstox.Packet", false)]
    [InlineData("Time.SecondHand", "TradingPipeline", false)]
    [InlineData("TradingPipeline", "Strategies.Scalper", true)]
    [InlineData("TradingPipeline", "Storage.Sqlite.Writer", false)]
    [InlineData("DeskModes", "Storage.Sqlite.Writer", true)]
    [InlineData("Hosting.DeskRunner", "TradingPipeline", true)]
    [InlineData("Novelties.Thing", "Primitives.Price", false)]
    public void The_table_answers_as_the_design_draws_it(string user, string used, bool allowed)
    {
        var refusal = DependencyTable.Refuse(new TypeUse($"TradingDesk.Engine.{user}", $"TradingDesk.Engine.{used}"));

        Assert.Equal(allowed, refusal is null);
    }

    private static CompiledAssembly Open(Assembly assembly) => new(assembly.Location);

    private static bool IsIn(string type, string space) => type.StartsWith(space + ".", StringComparison.Ordinal);

    private static bool IsPage(string type) =>
        IsIn(type, "TradingDesk.Web.Pages") || IsIn(type, "TradingDesk.Web.Live") || IsIn(type, "TradingDesk.Web.Layout");
}
