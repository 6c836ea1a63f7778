using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Engine.Storage.Sqlite.Revisions;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>What pages read of the engine's levels.</summary>
public sealed class DeskViewTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DeskPlan _plan = TestPlans.File(TestCalendars.Weekdays, 1, 60, 300) with { Indicators = "SMA:2" };
    private readonly CandleStore _store;
    private readonly CandleReader _reader;
    private readonly DeskCore _core;
    private readonly DeskView _view;

    public DeskViewTests()
    {
        Assert.True(CandleStore.TryOpen(_folder.File("candles.db"), CandleWorld.Simulated, out var store, out _));
        _store = store!;
        _reader = new CandleReader(_store);
        _core = new DeskCore(_plan);
        _view = NewView(Task.CompletedTask);
        _core.Pipeline.Process(DeskInput.Started(TestPlans.Open, _plan));
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

    [Fact]
    public async Task Stored_candles_asked_for_before_the_past_has_joined_are_answered_once_it_has()
    {
        var joined = new TaskCompletionSource();
        var view = NewView(joined.Task);
        var history = view.ReadHistoryAsync(TestPlans.One, Timeframe.Minute, 10,
            TestPlans.Open.PlusSeconds(300), null, CancellationToken.None);
        var quality = view.ReadQualityAsync(TestPlans.One, TestPlans.Open.IndiaDate, TestPlans.Open.IndiaDate, CancellationToken.None);
        var flips = view.CountFlipsAsync(TestPlans.One, Timeframe.Minute, 10, null, CancellationToken.None);
        for (var others = 0; others < 50; others++)
            await _view.ReadHistoryAsync(TestPlans.One, Timeframe.Minute, 10, TestPlans.Open, null, CancellationToken.None);
        var early = new Task[] { history, quality, flips }.Count(answer => answer.IsCompleted);
        Store(TestPlans.Open);
        joined.SetResult();

        Assert.Equal(0, early);
        Assert.Single((await history).Candles);
        Assert.Single(await quality);
        Assert.NotEmpty(await flips);
    }

    [Fact]
    public async Task A_page_that_leaves_does_not_wait_for_the_past()
    {
        using var gone = new CancellationTokenSource();
        var view = NewView(new TaskCompletionSource().Task);
        var history = view.ReadHistoryAsync(TestPlans.One, Timeframe.Minute, 10, null, null, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => history);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Dispose();
    }

    private DeskView NewView(Task joined)
    {
        var projector = new DeskProjector(_plan, _core.Board, () => DeskHealth.Unknown, speed: 1);
        var quality = new QualityHistory(_reader, new RevisionReader(_store));
        var calendar = CalendarBook.TryRead(_folder.Path, out _)!;
        var orders = new OrderHistory(new JournalReader("none"));
        return new DeskView(_plan, projector, _core.Board, _reader, calendar, quality, () => [], orders) { Joined = joined };
    }

    private void Store(Instant start)
    {
        var instrument = _plan.Instruments[TestPlans.One];
        var price = new Price(100);
        var candle = new Candle { Start = start, Seconds = 60, Open = price, High = price, Low = price, Close = price, Ticks = 1 };
        var note = new RevisionNote(start, "test", "", "", "test");
        var stored = new StoredCandle(instrument.Segment, instrument.Token, candle);
        Assert.True(CandleRevisions.TryEnter(_store, note, RevisionRule.AddMissing, [stored], out _, out var refusal), refusal);
    }

    private void Tick(Instant time, long paise, long dayVolume = 0) => _core.Pipeline.Process(
        DeskInput.Of(time, TestPlans.One, new Tick { Time = time, Last = Price.FromPaise(paise), DayVolume = dayVolume }));
}
