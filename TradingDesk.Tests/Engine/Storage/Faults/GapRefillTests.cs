using Microsoft.Extensions.Logging.Abstractions;
using SQLitePCL;
using TradingDesk.Engine.Hosting.Refill;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>A start after candles could not be kept enters what the tape proves, and says what it does not.</summary>
public sealed class GapRefillTests : IDisposable
{
    private const string Market = "market";
    private const string FirstDay = "2026-01-05.tape";

    private static readonly DeskPlan _plan = TestPlans.File(TradingCalendar.AlwaysOpen, 1, 5, 60);
    private static readonly Instant _start = TestPlans.Midnight;

    private readonly TempFolder _folder = new();

    private string Tape => _folder.File("tape");

    [Fact]
    public void A_store_that_lost_candles_becomes_equal_to_an_undisturbed_twin()
    {
        var told = Record(_start, blocks: 20);
        var store = Open(told.Where(stored => stored.Candle.End <= _start.PlusSeconds(63)));
        Lack(store, _start.PlusSeconds(64), _start);

        var refill = Refill(store);

        var lacked = told.Count(stored => stored.Candle.End > _start.PlusSeconds(63));
        AssertHolds(store, told);
        Assert.Equal($"{lacked} candles were refilled from the tape as revision 1, from {_start.PlusSeconds(60)} to " +
            $"{_start.PlusSeconds(199)}.", refill.Sentence);
        Assert.Null(IncompleteNote.Read(store.Path));
        Assert.True(refill.HadGap);
    }

    [Fact]
    public void A_store_that_lacks_nothing_is_not_touched()
    {
        Record(_start, blocks: 2);
        var store = Open([]);

        var refill = Refill(store);

        Assert.Equal((false, ""), (refill.HadGap, refill.Sentence));
        AssertHolds(store, []);
    }

    [Fact]
    public void A_candle_that_is_there_is_not_replaced()
    {
        var told = Record(_start, blocks: 3);
        var other = told[4].Candle with { Close = new Price(told[4].Candle.Close.Scaled + 500) };
        var store = Open([new StoredCandle(Segment.Nse, 1, other)]);
        Lack(store, null, _start);

        Refill(store);

        Assert.Equal(other, Read(store, other.Seconds).Single(candle => candle.Start == other.Start));
    }

    [Fact]
    public void What_a_damaged_block_takes_along_is_passed_over_and_the_next_start_is_refilled()
    {
        var first = Record(_start, blocks: 3);
        var cut = (int)new FileInfo(Path.Combine(Tape, FirstDay)).Length;
        Record(_start.PlusSeconds(100), blocks: 3);
        var third = Record(_start.PlusSeconds(200), blocks: 3);
        var bytes = File.ReadAllBytes(Path.Combine(Tape, FirstDay));
        bytes[cut + 200] ^= 0x10;
        File.WriteAllBytes(Path.Combine(Tape, FirstDay), bytes);
        var store = Open([]);
        Lack(store, _start, _start);

        var refill = Refill(store);

        AssertHolds(store, [.. first, .. third]);
        Assert.Contains($"; passed over: {FirstDay}, block 4 at byte {cut}: its hash does not fit its bytes", refill.Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_before_the_one_that_could_not_keep_its_candles_are_not_entered()
    {
        Record(_start, blocks: 3);
        var second = Record(_start.PlusSeconds(100), blocks: 3);
        var store = Open([]);
        Lack(store, _start.PlusSeconds(10), _start.PlusSeconds(100));

        var refill = Refill(store);

        AssertHolds(store, second);
        Assert.Contains($"; the tape has nothing before {_start.PlusSeconds(100)}.", refill.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_says_nothing_makes_everything_on_the_tape_be_entered()
    {
        List<StoredCandle> told = [.. Record(_start, blocks: 3), .. Record(_start.PlusSeconds(100), blocks: 3)];
        var store = Open([]);
        File.WriteAllText(IncompleteNote.PathOf(store.Path), "");

        Refill(store);

        AssertHolds(store, told);
        Assert.Null(IncompleteNote.Read(store.Path));
    }

    [Fact]
    public void Candles_of_another_simulated_market_are_not_entered()
    {
        Record(_start, blocks: 3);
        var store = Open([], CandleWorld.Simulated);
        new IncompleteNote(store.Path, _start, "seed 1").Say(_start);

        var refill = Refill(store, "seed 2");

        AssertHolds(store, []);
        Assert.Equal((true, "The store lacked candles; the simulated market's past was made anew."), (refill.HadGap, refill.Sentence));
        Assert.Null(IncompleteNote.Read(store.Path));
    }

    [Fact]
    public void A_tape_that_is_gone_is_said()
    {
        Directory.CreateDirectory(Tape);
        var store = Open([]);
        Lack(store, _start, _start);

        var refill = Refill(store);

        Assert.Equal($"The store lacks candles since {_start}, and the tape has nothing of them.", refill.Sentence);
    }

    [Fact]
    public void A_store_that_still_cannot_be_written_keeps_its_note()
    {
        Record(_start, blocks: 3);
        var store = Open([]);
        Lack(store, _start, _start);
        using var disk = new FaultyDisk(_folder.File("store"));
        disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;

        var refill = Refill(store);

        Assert.Contains("the disk is full", refill.Sentence, StringComparison.Ordinal);
        Assert.Equal(_start, IncompleteNote.Read(store.Path)?.Since);
        AssertHolds(store, []);
    }

    [Fact]
    public void A_tape_that_is_too_long_is_left_after_a_minute_and_says_where()
    {
        Record(_start, blocks: 9);
        var store = Open([]);
        Lack(store, _start, _start);

        var refill = Refill(store, Market, new HurryingTime());

        Assert.Contains("; the re-run took over 60 s and was left at ", refill.Sentence, StringComparison.Ordinal);
        Assert.InRange(Read(store, 1).Count, 10, 50);
    }

    public void Dispose() => _folder.Dispose();

    private List<StoredCandle> Record(Instant start, int blocks)
    {
        using var desk = new TapedDesk(Tape, _plan, start);
        for (var block = 0; block < blocks; block++) desk.TakeBlock(start.PlusSeconds(block * 10));
        return desk.Closed;
    }

    private CandleStore Open(IEnumerable<StoredCandle> stored, CandleWorld world = CandleWorld.Market)
    {
        Assert.True(CandleStore.TryOpen(_folder.File("store", "candles.db"), world, out var store, out var refusal), refusal);
        using var writer = new CandleWriter(store!, 86_400);
        foreach (var row in stored) writer.Add(row.Segment, row.Token, row.Candle);
        Assert.Equal(0, writer.Drain(0));
        return store!;
    }

    private static void Lack(CandleStore store, Instant? since, Instant run) => new IncompleteNote(store.Path, run, Market).Say(since);

    private GapRefill Refill(CandleStore store, string market = Market, TimeProvider? time = null)
    {
        var refill = new GapRefill(store, Tape, market, time ?? TimeProvider.System, NullLogger.Instance);
        refill.Run(_start.PlusSeconds(1_000), areCandlesNew: false);
        return refill;
    }

    private static IReadOnlyList<Candle> Read(CandleStore store, int seconds)
    {
        using var reader = new CandleReader(store);
        return reader.Between(Segment.Nse, 1, seconds, 0, long.MaxValue);
    }

    private static void AssertHolds(CandleStore store, IReadOnlyCollection<StoredCandle> told)
    {
        foreach (var seconds in (int[])[1, 5, 60])
            Assert.Equal(told.Where(stored => stored.Candle.Seconds == seconds).Select(stored => stored.Candle), Read(store, seconds));
    }

    /// <summary>A clock of which every look costs a quarter of a minute.</summary>
    private sealed class HurryingTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 4;

        public override long GetTimestamp() => _now += 60;
    }
}
