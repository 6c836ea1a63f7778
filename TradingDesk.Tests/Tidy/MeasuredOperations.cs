using TradingDesk.Engine;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Venues.Paper;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Engine.Venues.Paper;
using Xunit;

namespace TradingDesk.Tests.Tidy;

/// <summary>The operations whose allocation is held to a baseline, by name.</summary>
internal static class MeasuredOperations
{
    private const int Instruments = 50;
    private const int CandlesRead = 500;

    private static readonly Instant _open = Instant.FromIndiaMidnight(new DateOnly(2026, 1, 5));

    public static IReadOnlyDictionary<string, Func<MeasuredOperation>> All { get; } = new Dictionary<string, Func<MeasuredOperation>>
    {
        ["tick to candle"] = TickToCandle,
        ["line"] = Line,
        ["peek"] = Peek,
        ["tick and book at the paper venue"] = PaperVenue,
        ["tick with positions and orders"] = MeasuredTrading.TickWithPositions,
        ["tick with two hundred alerts"] = MeasuredTrading.TickWithAlerts,
        ["order from command to fill"] = MeasuredTrading.Order,
        ["snapshot of fifty changed quotes"] = () => Snapshot(quotesChange: true),
        ["snapshot of an unchanged desk"] = () => Snapshot(quotesChange: false),
        ["history read per candle"] = HistoryRead,
    };

    /// <summary>A tick in every second, so that each run closes a candle, peeks, and reads its facts out.</summary>
    private static MeasuredOperation TickToCandle()
    {
        var desk = new DirectDesk(Plan());
        var second = 0;
        return new MeasuredOperation(() =>
        {
            desk.Process(TickAt(second++, instrument: 0));
            while (desk.TryRead(out _))
            {
            }
        });
    }

    private static MeasuredOperation Line()
    {
        var inbox = new Inbox(Limits.InboxDefault, TimeProvider.System);
        var tick = TickAt(0, instrument: 0);
        return new MeasuredOperation(() =>
        {
            inbox.Post(tick, CancellationToken.None);
            Assert.True(inbox.TryRead(out _));
        });
    }

    private static MeasuredOperation Peek()
    {
        var list = new IndicatorList(IndicatorSpecs.Parse(IndicatorSpecs.Default).Specs);
        var set = new IndicatorSet(list);
        var candle = new CandleValues(100, 101, 99, 100.5, 10);
        for (var i = 0; i < list.WarmUp; i++) set.Update(candle);
        var values = new double[list.Columns.Count];
        return new MeasuredOperation(() => set.Peek(candle, values));
    }

    /// <summary>A book and a trade of an instrument on which two orders wait.</summary>
    private static MeasuredOperation PaperVenue()
    {
        var plan = Plan();
        var venue = new PaperMarket(plan, PaperRules.Default, seed: 1);
        var second = 0;
        void Observe()
        {
            var depth = new Depth { Time = _open.PlusSeconds(++second), Anchor = Price.FromPaise(100_000) };
            depth.Bids[0] = new DepthLevel(-500, 100);
            depth.Offers[0] = new DepthLevel(500, 100);
            venue.TryRead(depth.Time, out _);
            venue.Observe(DeskInput.Of(depth.Time, new InstrumentId(0), depth));
            venue.Observe(TickAt(second, instrument: 0));
        }

        Observe();
        venue.Send(PaperMarketTests.Limit(plan, intent: 1, Price.FromPaise(99_995)));
        venue.Send(PaperMarketTests.Limit(plan, intent: 2, Price.FromPaise(99_000)));
        return new MeasuredOperation(Observe);
    }

    private static MeasuredOperation Snapshot(bool quotesChange)
    {
        var plan = Plan();
        var core = new DeskCore(plan);
        var health = DeskHealth.Unknown;
        var projector = new DeskProjector(plan, core.Board, () => health, speed: 1);
        var second = 0;
        return new MeasuredOperation(() =>
        {
            if (quotesChange || second == 0) Quote(core.Pipeline, second);
            projector.Project(++second * Instant.NanosPerSecond);
        });
    }

    private static MeasuredOperation HistoryRead()
    {
        var fixture = new StoreFixture();
        var plan = Plan();
        var instrument = plan.Instruments.All[0];
        var last = _open.PlusSeconds(86_400);
        var candles = Enumerable.Range(0, 1_440).Select(minute =>
            new StoredCandle(instrument.Segment, instrument.Token, StoreFixture.Candle(_open.UnixSeconds + (60 * minute), seconds: 60)));
        fixture.Enter(candles);
        var reader = new CandleReader(fixture.Store);
        var history = new ChartHistory(plan, new LevelBoard(plan.Instruments.Count), reader);
        var lists = new ReadableLists(plan.Indicators, plan.Instruments);
        return new MeasuredOperation(
            () => Assert.Equal(CandlesRead, history.Read(instrument.Id, Timeframe.Minute, CandlesRead, last, lists).Candles.Count),
            CandlesRead, reader, fixture);
    }

    private static void Quote(TradingPipeline pipeline, int second)
    {
        for (var instrument = 0; instrument < Instruments; instrument++) pipeline.Process(TickAt(second, instrument));
    }

    private static DeskInput TickAt(int second, int instrument)
    {
        var time = _open.PlusSeconds(second);
        var last = Price.FromPaise(100_000 + (second % 100));
        return DeskInput.Of(time, new InstrumentId(instrument), new Tick { Time = time, Last = last, DayVolume = second });
    }

    private static DeskPlan Plan() => DeskModes.FromFile(
        TradingCalendar.AlwaysOpen,
        new InstrumentTable(Enumerable.Range(1, Instruments)
            .Select(token => new Instrument(Segment.Nse, token, $"I{token}", $"Instrument {token}", InstrumentKind.Equity))),
        [new Timeframe(5), Timeframe.Minute, new Timeframe(300), new Timeframe(900)],
        IndicatorSpecs.Default);
}
