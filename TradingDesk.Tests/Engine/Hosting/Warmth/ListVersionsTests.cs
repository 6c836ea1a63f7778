using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting.Warmth;

/// <summary>Which indicator lists a desk starts with.</summary>
public sealed class ListVersionsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IndicatorStore _store;
    private readonly DeskPlan _plan = TestPlans.File(TradingCalendar.AlwaysOpen, 2, 60) with { Indicators = "SMA:9" };

    public ListVersionsTests()
    {
        Assert.True(IndicatorStore.TryOpen(_folder.File("indicators.db"), CandleWorld.Simulated, out var store, out var refusal), refusal);
        _store = store!;
    }

    [Fact]
    public void The_settings_lists_become_the_first_version_of_a_store_without_any()
    {
        var plan = Choose();

        Assert.Equal((1, "SMA:9"), (plan.IndicatorVersion, plan.Indicators));
        Assert.Equal((1, "SMA:9", "desk", "from INDICATOR_CONFIGS"), Newest());
    }

    [Fact]
    public void The_newest_kept_lists_win_over_the_setting()
    {
        Add(1, "SMA:9");
        Add(2, "EMA:5; NSE:I2=RSI:14");

        var plan = Choose();

        Assert.Equal((2, "EMA:5; NSE:I2=RSI:14"), (plan.IndicatorVersion, plan.Indicators));
        Assert.Equal(2, Newest().Version);
    }

    [Fact]
    public void A_version_that_cannot_be_read_is_passed_over_and_what_is_used_instead_is_a_version_of_its_own()
    {
        Add(1, "EMA:5");
        Add(2, "NOVELTY:7");

        var plan = Choose();

        Assert.Equal((3, "EMA:5"), (plan.IndicatorVersion, plan.Indicators));
        Assert.Equal((3, "EMA:5", "desk", "as version 1, for a later one cannot be read"), Newest());
    }

    [Fact]
    public void When_no_version_can_be_read_the_setting_is_used()
    {
        Add(4, "NOVELTY:7");

        var plan = Choose();

        Assert.Equal((5, "SMA:9"), (plan.IndicatorVersion, plan.Indicators));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private DeskPlan Choose() => new ListVersions(_store, TimeProvider.System, NullLogger.Instance).Choose(_plan);

    private void Add(int version, string lists) =>
        Assert.True(_store.TryAdd(new StoredVersion(version, lists, "me", TestPlans.Open, ""), out var refusal), refusal);

    private (int Version, string Text, string Principal, string Note) Newest()
    {
        Assert.True(_store.TryReadVersions(1, out var versions, out var refusal), refusal);
        return (versions[0].Version, versions[0].Text, versions[0].Principal, versions[0].Note);
    }
}
