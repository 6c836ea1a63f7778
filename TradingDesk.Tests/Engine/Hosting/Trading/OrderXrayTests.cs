using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Journal;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.Trading;

/// <summary>What stands behind an order's steps: the price it was judged by, the candles of its moment, and what its trades cost.</summary>
public sealed class OrderXrayTests : IDisposable
{
    private readonly JournalFixture _journal = new();
    private readonly StoreFixture _store = new();

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(99, "99 ms")]
    [InlineData(412, "0.4 s")]
    [InlineData(59_999, "59.9 s")]
    [InlineData(64_500, "1 min 4 s")]
    public void The_price_it_was_judged_by_is_told_with_its_age_and_time(int milliseconds, string age)
    {
        var at = Judge(FactKind.IntentAccepted, Price.FromRupees(1_500.05m), milliseconds);

        var judged = Life().Judged;

        Assert.Equal($"Judged by a price of ₹1,500.05, {age} old.", judged!.Sentence);
        Assert.Equal(at.PlusMilliseconds(-milliseconds), judged.At);
    }

    [Fact]
    public void A_refused_intent_tells_it_too_and_what_was_wanted()
    {
        Judge(FactKind.IntentDenied, Price.FromRupees(1_500), 3, RefusalCode.QuantityAboveCap);

        var life = Life();

        Assert.Equal("Judged by a price of ₹1,500.00, 3 ms old.", life.Judged!.Sentence);
        Assert.Equal((OrderStage.Denied, Side.Buy, 100L, TestPlans.Two),
            (life.Denied!.Stage, life.Denied.Side, life.Denied.Quantity.Units, life.Denied.Instrument));
        Assert.Equal("The quantity is above what one order may have.", life.Denied.Sentence);
        Assert.Null(life.Cost);
    }

    [Theory]
    [InlineData(0, 0, "entry.")]
    [InlineData(3, 0, "entry, for run 3.")]
    [InlineData(3, 12, "entry, for run 3 by its signal 12.")]
    public void An_order_of_a_run_says_which_and_by_which_signal(short run, int signal, string end)
    {
        var fact = new DeskFact { Kind = FactKind.IntentAccepted, Instrument = TestPlans.Two };
        fact.Intent = JournalFixture.TermsOf(1, slices: 1);
        (fact.Intent.Run, fact.Intent.Signal) = (new RunId(run), signal);
        _journal.Say(fact, isCommanded: true);

        var step = Assert.Single(Life().Steps);

        Assert.EndsWith(end, step.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_without_a_price_is_told_and_a_journal_that_kept_none_says_nothing()
    {
        Judge(FactKind.IntentDenied, default, -1);
        Judge(FactKind.IntentAccepted, default, 0, number: 2);

        var (without, unkept) = (Life(), Life(2));

        Assert.Equal("Judged without a price: its session had none yet.", without.Judged!.Sentence);
        Assert.Null(unkept.Judged);
    }

    [Fact]
    public void The_minute_and_the_second_of_its_moment_are_told_with_what_is_wrong_with_them()
    {
        Judge(FactKind.IntentAccepted, Price.FromRupees(100), 1);
        var gap = StoreFixture.Candle(StoreFixture.Start, 60, close: 1_000_100);
        gap.Quality = CandleQuality.Gap | CandleQuality.Filled;
        Store(gap, StoreFixture.Candle(StoreFixture.Start, close: 1_000_200), StoreFixture.Candle(StoreFixture.Start + 1, close: 1));

        var candles = Life().Candles;

        Assert.Equal([Timeframe.Minute, Timeframe.Second], candles.Select(moment => moment.Timeframe));
        Assert.Equal([1_000_100L, 1_000_200L], candles.Select(moment => moment.Candle!.Close.Scaled));
        Assert.Equal(["seconds of it were lost, made after the fact", ""], candles.Select(moment => moment.Sentence));
    }

    [Fact]
    public void A_candle_that_may_still_come_is_told_from_one_that_is_not_kept()
    {
        Judge(FactKind.IntentAccepted, Price.FromRupees(100), 1);
        Store(StoreFixture.Candle(StoreFixture.Start - 60, 60), StoreFixture.Candle(StoreFixture.Start + 5));

        var candles = Life().Candles;

        Assert.Equal([(true, "Not stored yet."), (false, "Not kept: later ones are stored.")],
            candles.Select(moment => (moment.IsAwaited, moment.Sentence)));
    }

    [Fact]
    public void A_candle_store_that_cannot_be_read_hides_nothing_of_the_journal()
    {
        Judge(FactKind.IntentAccepted, Price.FromRupees(100), 1);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_store.Path)!)) File.Delete(file);

        var life = Life();

        Assert.Single(life.Steps);
        Assert.All(life.Candles, moment =>
            Assert.StartsWith("The stored candles cannot be read:", moment.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_was_never_given_has_no_life() => Assert.Same(OrderLife.None, Life(77));

    public void Dispose()
    {
        _journal.Dispose();
        _store.Dispose();
    }

    private OrderLife Life(int intent = 1)
    {
        _journal.WriteAll();
        using var reader = new CandleReader(_store.Store);
        return new OrderHistory(_journal.Reader).ReadLife(intent, JournalFixture.Instruments, reader);
    }

    /// <summary>Says that an intent was judged; answers when.</summary>
    private Instant Judge(FactKind kind, Price price, int age, RefusalCode refusal = RefusalCode.None, int number = 1)
    {
        var fact = new DeskFact { Kind = kind, Refusal = refusal, Instrument = TestPlans.Two };
        fact.Intent = JournalFixture.TermsOf(number, slices: 1);
        (fact.Intent.Judged, fact.Intent.JudgedAgeMilliseconds) = (price, age);
        _journal.Say(fact, isCommanded: true);
        return TestPlans.Open.PlusMilliseconds(_journal.Said);
    }

    private void Store(params Candle[] candles)
    {
        var two = JournalFixture.Instruments[TestPlans.Two];
        _store.Enter(candles.Select(candle => new StoredCandle(two.Segment, two.Token, candle)));
    }
}
