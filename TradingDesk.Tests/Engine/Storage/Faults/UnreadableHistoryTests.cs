using SQLitePCL;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>A store that cannot be read when the desk starts does not stop the desk, and is told.</summary>
public sealed class UnreadableHistoryTests
{
    private static readonly DeskPlan _plan = TestPlans.File(TradingCalendar.AlwaysOpen, 3, 60) with { Indicators = "SMA:2" };

    [Fact]
    public void Instruments_whose_candles_cannot_be_read_start_without_history_and_the_desk_says_how_many()
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        disk.Answer = (call, _) => call == DiskCall.Read ? raw.SQLITE_IOERR_READ : 0;

        var (sentence, inputs, isLacking) = Start(fixture);

        Assert.Equal("3 instruments started without history, for the candle store cannot be read: the disk reports an error.", sentence);
        Assert.True(isLacking);
        Assert.Equal([InputKind.Warm, InputKind.Warm, InputKind.Warm, InputKind.HistoryEnd], inputs);
    }

    [Fact]
    public void A_fault_that_passes_soon_costs_no_history()
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        disk.Answer = (call, _) => call == DiskCall.Read && disk.Faults < 3 ? raw.SQLITE_IOERR_READ : 0;

        var (sentence, inputs, isLacking) = Start(fixture);

        Assert.Equal(("", false, 3), (sentence, isLacking, disk.Faults));
        Assert.Equal(4, inputs.Count);
    }

    private static (string Sentence, List<InputKind> Inputs, bool IsLacking) Start(StoreFixture fixture)
    {
        using var reader = new CandleReader(fixture.Store);
        var history = new StartHistory(_plan, fixture.Store, reader);
        var inbox = new Inbox(1_000, TimeProvider.System);
        var lists = IndicatorLists.Parse(_plan.Indicators, _plan.Instruments, out _)!;
        var sentence = history.Post(inbox, Instant.FromUnixSeconds(StoreFixture.Start), lists, _ => null, CancellationToken.None);
        var inputs = new List<InputKind>();
        while (inbox.TryRead(out var input)) inputs.Add(input.Kind);
        return (sentence, inputs, history.IsLacking);
    }
}
