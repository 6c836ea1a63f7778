using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>What pages read of the engine's levels.</summary>
public sealed class DeskViewTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CandleReader _reader;
    private readonly DeskCore _core;
    private readonly DeskView _view;

    public DeskViewTests()
    {
        var plan = TestPlans.File(TestCalendars.Weekdays, 1, 60, 300) with { Indicators = "SMA:2" };
        Assert.True(CandleStore.TryOpen(_folder.File("candles.db"), CandleWorld.Simulated, out var store, out _));
        _reader = new CandleReader(store!);
        _core = new DeskCore(plan);
        var projector = new DeskProjector(plan, _core.Board, () => DeskHealth.Unknown, speed: 1);
        var quality = new QualityHistory(_reader, new RevisionReader(store!));
        _view = new DeskView(plan, projector, _core.Board, _reader, CalendarBook.TryRead(_folder.Path, out _)!, quality, () => [], _ => []);
        _core.Pipeline.Process(DeskInput.Started(TestPlans.Open, plan));
        _core.Pipeline.Process(DeskInput.HistoryEnd(TestPlans.Open));
    }

    [Fact]
    public void A_candle_forms_from_its_first_tick_before_its_first_second_is_over()
    {
        var before = _view.ReadRung(TestPlans.One, new Timeframe(300));
        Tick(TestPlans.Open.PlusMilliseconds(100), paise: 500);

        var first = _view.ReadRung(TestPlans.One, new Timeframe(300));

        Assert.Null(before!.Forming);
        Assert.Equal((TestPlans.Open, Price.FromPaise(500)), (first!.Forming!.Start, first.Forming.Close));
    }

    [Fact]
    public void A_second_is_counted_once_before_and_after_it_closes()
    {
        Tick(TestPlans.Open.PlusMilliseconds(100), paise: 500, dayVolume: 10);
        Tick(TestPlans.Open.PlusMilliseconds(200), paise: 510, dayVolume: 30);
        var open = _view.ReadRung(TestPlans.One, Timeframe.Minute)!.Forming!;
        _core.Pipeline.Process(DeskInput.Time(TestPlans.Open.PlusSeconds(1)));

        var closed = _view.ReadRung(TestPlans.One, Timeframe.Minute)!.Forming!;

        Assert.Equal((30L, 2), (open.Volume, open.Ticks));
        Assert.Equal((30L, 2), (closed.Volume, closed.Ticks));
    }

    [Fact]
    public void What_did_not_change_is_the_same_object_for_all_pages()
    {
        Tick(TestPlans.Open.PlusMilliseconds(100), paise: 500);
        _core.Pipeline.Process(DeskInput.Of(TestPlans.Open.PlusMilliseconds(200), TestPlans.One, default(Depth)));

        Assert.Same(_view.ReadRung(TestPlans.One, Timeframe.Minute), _view.ReadRung(TestPlans.One, Timeframe.Minute));
        Assert.Same(_view.ReadDepth(TestPlans.One), _view.ReadDepth(TestPlans.One));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Dispose();
    }

    private void Tick(Instant time, long paise, long dayVolume = 0) => _core.Pipeline.Process(
        DeskInput.Of(time, TestPlans.One, new Tick { Time = time, Last = Price.FromPaise(paise), DayVolume = dayVolume }));
}
