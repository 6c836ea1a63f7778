using SQLitePCL;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Engine.Storage.Faults;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Journal;

/// <summary>What a starting desk and a person get back from a journal.</summary>
public sealed class JournalReaderTests
{
    [Fact]
    public void Facts_come_back_as_they_were_said_with_their_instruments_by_the_readers_table()
    {
        using var fixture = new JournalFixture();
        fixture.SayIntent(TestPlans.Two, 1);
        fixture.SayMoved(TestPlans.One, new OrderId(1, 1));
        fixture.Say(new DeskFact { Kind = FactKind.CashMoved }, isCommanded: true);
        fixture.WriteAll();
        var other = new InstrumentTable(JournalFixture.Instruments.All.Reverse());

        var page = Assert.Single(fixture.Reader.ReadAll(other));

        Assert.Equal((1, 4), (page.First, page.Last));
        Assert.Equal([2, 1], page.Records.Take(2).Select(record => other[record.Fact.Instrument].Token));
        Assert.Equal([FactKind.IntentAccepted, FactKind.OrderMoved, FactKind.CashMoved], page.Records.Select(record => record.Fact.Kind));
        Assert.Equal(["key-1", null, "key-2"], page.Records.Select(record => record.Command?.Key));
        Assert.Equal(default, page.Records[2].Fact.Instrument);
    }

    [Fact]
    public void A_signal_names_the_intents_that_its_run_made_of_it()
    {
        using var fixture = new JournalFixture();
        var (run, other) = (new RunId(1), new RunId(2));
        Raise(7, run);
        Give(11, run, 7, RefusalCode.None);
        Raise(8, run);
        Raise(8, other);
        Give(12, other, 8, RefusalCode.None);
        Give(13, run, 8, RefusalCode.GrossLimit);
        Give(14, run, 8, RefusalCode.None);
        Give(15, run, 0, RefusalCode.None);
        fixture.WriteAll();

        var signals = new OrderHistory(fixture.Reader).ReadSignals(run, 10, ["So."]);

        Assert.Equal([8, 7], signals.Select(signal => signal.Number));
        Assert.Equal([[13, 14], [11]], signals.Select(signal => signal.Intents));

        void Raise(int number, RunId raised) => fixture.Say(
            new DeskFact { Kind = FactKind.SignalRaised, Signal = new SignalTerms { Number = number, Run = raised } }, isCommanded: false);

        void Give(int number, RunId given, int signal, RefusalCode refusal) => fixture.Say(
            new DeskFact
            {
                Kind = refusal == RefusalCode.None ? FactKind.IntentAccepted : FactKind.IntentDenied,
                Refusal = refusal,
                Intent = JournalFixture.TermsOf(number, 1) with { Run = given, Signal = signal },
            },
            isCommanded: true);
    }

    [Fact]
    public void A_long_journal_comes_back_in_pages_that_can_each_be_read_again()
    {
        using var fixture = new JournalFixture();
        fixture.SayMany(2_500);
        fixture.WriteAll();

        var pages = fixture.Reader.ReadAll(JournalFixture.Instruments).ToList();
        var again = fixture.Reader.Read(pages[1] with { Records = [] }, JournalFixture.Instruments);

        Assert.Equal([(1, 1_001), (1_002, 2_001), (2_002, 2_501)], pages.Select(page => (page.First, page.Last)));
        Assert.Equal(2_500, pages.Sum(page => page.Records.Count));
        Assert.Equal(pages[1].Hash, again.Hash);
        Assert.Equal(pages[1].Records.Select(record => FactHash.DigestOf(record.Fact)),
            again.Records.Select(record => FactHash.DigestOf(record.Fact)));
    }

    [Fact]
    public void A_page_that_the_journal_has_otherwise_is_refused()
    {
        using var fixture = new JournalFixture();
        fixture.SayMany(3);
        fixture.WriteAll();
        var page = fixture.Reader.ReadAll(JournalFixture.Instruments).Single();

        Assert.Throws<InvalidDataException>(() =>
            fixture.Reader.Read(page with { Hash = new string('0', 64) }, JournalFixture.Instruments));
        Assert.Throws<InvalidDataException>(() => fixture.Reader.Read(page with { Last = 99 }, JournalFixture.Instruments));
    }

    [Fact]
    public void An_instrument_is_known_by_the_newest_line_that_names_it()
    {
        using var fixture = new JournalFixture();
        fixture.SayMoved(TestPlans.Two, new OrderId(1, 1));
        fixture.SayMoved(TestPlans.Two, new OrderId(1, 1));
        fixture.WriteAll();
        fixture.Writer.Dispose();
        var renamed = new InstrumentTable([JournalFixture.Instruments[TestPlans.Two] with { Lot = 75 }]);
        var file = JournalFixture.Open(fixture.Path);
        Assert.True(file.TryBegin(TestPlans.Close, "1.2.4", out var refusal), refusal);
        var fact = new DeskFact { Kind = FactKind.StopMoved, Number = 1, At = TestPlans.Close };
        using (var keeper = new JournalKeeper(file))
        {
            keeper.Add(new JournalScribe(file.Run, renamed, file.End).Compose(fact, null));
            keeper.Settle(0);
        }

        var known = fixture.Reader.Instruments();

        Assert.Equal([(2, 75)], known.Select(instrument => (instrument.Token, instrument.Lot)));
        Assert.Equal(2, file.Run);
        Assert.Equal([1, 2], Enumerable.Range(1, 2).Select(run => fixture.Reader.FactsOf(run).Select(row => row.Run).Distinct().Single()));
        Assert.Empty(fixture.Reader.FactsOf(3));
    }

    [Fact]
    public void An_instrument_that_the_reader_does_not_know_is_refused_by_name()
    {
        using var fixture = new JournalFixture();
        fixture.SayMoved(TestPlans.Two, new OrderId(1, 1));
        fixture.WriteAll();

        var refused = Assert.Throws<InvalidDataException>(() => fixture.Reader.ReadAll(TestPlans.Instruments(1)).Count());

        Assert.Contains("1:2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_orders_life_is_its_intent_and_its_own_slice()
    {
        using var fixture = new JournalFixture();
        fixture.SayIntent(TestPlans.One, 1);
        fixture.SayMoved(TestPlans.One, new OrderId(1, 1));
        fixture.SayMoved(TestPlans.One, new OrderId(1, 2));
        fixture.SayIntent(TestPlans.One, 2);
        fixture.SayMoved(TestPlans.One, new OrderId(1, 2), OrderEventKind.Traded);
        fixture.WriteAll();

        var order = fixture.Reader.Life(new OrderId(1, 2));
        var intent = fixture.Reader.Life(1);

        Assert.Equal([1, 3, 5], order.Select(row => row.Fact));
        Assert.Equal([1, 2, 3, 5], intent.Select(row => row.Fact));
        Assert.Empty(fixture.Reader.Life(0));
        Assert.Equal([4, 5], fixture.Reader.Newest(2).Select(row => row.Fact));
    }

    [Fact]
    public void Trades_are_an_accounts_own_booked_ones_newest_first()
    {
        using var fixture = new JournalFixture();
        fixture.SayTrade(TestPlans.One, new AccountId(0), fill: 1);
        fixture.SayTrade(TestPlans.Two, new AccountId(1), fill: 2);
        fixture.SayMoved(TestPlans.One, new OrderId(1, 1));
        fixture.SayTrade(TestPlans.Two, new AccountId(0), fill: 3, OrderVerdict.LateFill);
        fixture.SayTrade(TestPlans.One, new AccountId(0), fill: 4, OrderVerdict.Conflict);
        fixture.SayTrade(TestPlans.One, new AccountId(0), fill: 5);
        fixture.WriteAll();
        var history = new OrderHistory(fixture.Reader);

        var trades = history.ReadTrades(new AccountId(0), 2, JournalFixture.Instruments, _ => []);

        Assert.Equal(
            [(5L, TestPlans.One, false), (3L, TestPlans.Two, true)], trades.Select(one => (one.Number, one.Instrument, one.IsLate)));
        Assert.Equal((Side.Sell, new Quantity(7), Price.FromPaise(1_005)), (trades[0].Side, trades[0].Quantity, trades[0].Price));
        Assert.Equal("it took what the book showed", trades[0].Why);
        Assert.Equal(3, history.ReadTrades(new AccountId(0), 9, JournalFixture.Instruments, _ => []).Count);
    }

    [Fact]
    public void A_trade_that_a_signal_caused_says_why_in_its_strategys_words()
    {
        using var fixture = new JournalFixture();
        fixture.Say(new DeskFact { Kind = FactKind.SignalRaised, Signal = Signal(2, 8, 25.5) }, isCommanded: false);
        fixture.Say(new DeskFact { Kind = FactKind.SignalRaised, Signal = Signal(3, 8, 99) }, isCommanded: false);
        fixture.Say(new DeskFact { Kind = FactKind.SignalRaised, Signal = Signal(2, 9, 77) }, isCommanded: false);
        var terms = JournalFixture.TermsOf(1, slices: 1) with { Run = new RunId(2), Signal = 8 };
        fixture.Say(new DeskFact { Kind = FactKind.IntentAccepted, Instrument = TestPlans.One, Intent = terms }, isCommanded: false);
        fixture.SayTrade(TestPlans.One, new AccountId(0), fill: 1);
        fixture.WriteAll();
        var history = new OrderHistory(fixture.Reader);

        var early = history.ReadTrades(new AccountId(0), 9, JournalFixture.Instruments, _ => []);
        var trades = history.ReadTrades(new AccountId(0), 9, JournalFixture.Instruments, run => [$"Run {run.Number} saw {{0}}."]);

        Assert.Equal("The strategy's words for it are not known to this desk.", Assert.Single(early).Reason);
        Assert.Equal("Run 2 saw 25.50.", Assert.Single(trades).Reason);

        static SignalTerms Signal(short run, int number, double value)
        {
            var signal = new SignalTerms { Run = new RunId(run), Number = number, Count = 1 };
            signal.Values[0] = value;
            return signal;
        }
    }

    [Fact]
    public void A_reader_beside_the_writer_sees_what_is_durable_also_in_an_emergency()
    {
        using var fixture = new JournalFixture();
        fixture.SayMany(2);
        fixture.WriteAll();
        fixture.Disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
        fixture.SayMany(3);

        fixture.WriteAll();

        Assert.Equal((5, JournalHealth.Emergency), fixture.Told[^1]);
        Assert.Equal(5, JournalFixture.TextOf(fixture.Path).Count);
        Assert.True(fixture.Reader.Check().IsSound, fixture.Reader.Check().Sentence);
    }
}
