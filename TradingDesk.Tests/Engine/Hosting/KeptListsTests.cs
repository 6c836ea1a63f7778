using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>Kept lists on a desk that is not the one they were made on: other instruments, more of them.</summary>
public sealed class KeptListsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IndicatorStore _store;

    public KeptListsTests()
    {
        Assert.True(IndicatorStore.TryOpen(_folder.File("indicators.db"), CandleWorld.Simulated, out var store, out var refusal), refusal);
        _store = store!;
    }

    [Fact]
    public void The_list_of_an_instrument_that_is_gone_is_left_out_and_all_others_stay()
    {
        Add(1, "SMA:9");
        Add(2, "EMA:5; NFO:EXPIRED26JAN24500CE=RSI:2; 5m=ATR:3; NSE:I2=RSI:14");

        var plan = Choose(instruments: 2);

        Assert.Equal((3, "EMA:5; 5m=ATR:3; NSE:I2=RSI:14"), (plan.IndicatorVersion, plan.Indicators));
        Assert.Equal("as version 2, without NFO:EXPIRED26JAN24500CE", Newest().Note);
    }

    [Fact]
    public void The_next_start_finds_nothing_to_leave_out()
    {
        Add(1, "EMA:5; NSE:I9=RSI:2");
        Choose(instruments: 2);

        var plan = Choose(instruments: 2);

        Assert.Equal((2, "EMA:5"), (plan.IndicatorVersion, plan.Indicators));
        Assert.Equal(2, Newest().Version);
    }

    [Fact]
    public void Lists_that_take_too_much_memory_on_the_desk_as_it_is_now_are_passed_over()
    {
        var lists = string.Join(',', Enumerable.Range(4_937, Limits.ColumnsMost).Select(period => $"WILLR:{period}"));
        Add(1, "EMA:5");
        Add(2, lists);

        Assert.Equal((2, lists), (Choose(instruments: 2).IndicatorVersion, Choose(instruments: 2).Indicators));
        var plan = Choose(instruments: 500);

        Assert.Equal((3, "EMA:5"), (plan.IndicatorVersion, plan.Indicators));
        Assert.Equal("as version 1, for a later one takes too much memory", Newest().Note);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private DeskPlan Choose(int instruments) => new ListVersions(_store, TimeProvider.System, NullLogger.Instance)
        .Choose(TestPlans.File(TradingCalendar.AlwaysOpen, instruments, 60, 300) with { Indicators = "SMA:7" });

    private void Add(int version, string lists) =>
        Assert.True(_store.TryAdd(new StoredVersion(version, lists, "me", TestPlans.Open, ""), out var refusal), refusal);

    private StoredVersion Newest()
    {
        Assert.True(_store.TryReadVersions(1, out var versions, out var refusal), refusal);
        return versions[0];
    }
}
