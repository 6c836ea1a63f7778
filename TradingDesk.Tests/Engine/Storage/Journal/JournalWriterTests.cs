using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Engine.Storage.Faults;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Journal;

/// <summary>What is durable is answered and told, in one transaction for all there is, and nothing before.</summary>
public sealed class JournalWriterTests
{
    [Fact]
    public void All_facts_there_are_become_durable_in_one_transaction()
    {
        using var fixture = new JournalFixture();
        fixture.SayMany(1);
        fixture.WriteAll();
        fixture.SayMany(200);
        var syncs = 0;
        fixture.Disk.Answer = (call, _) => call == DiskCall.Sync && ++syncs < 0 ? 1 : 0;

        fixture.Writer.WriteNext(0);

        Assert.Equal(1, syncs);
        Assert.Equal(201, JournalFixture.TextOf(fixture.Path).Count);
        Assert.Equal([(1, JournalHealth.Sound), (201, JournalHealth.Sound)], fixture.Told);
    }

    [Fact]
    public void A_command_is_answered_and_the_line_told_only_after_the_disk_has_its_fact()
    {
        using var fixture = new JournalFixture();
        var command = fixture.SayIntent(TestPlans.Two, 7);
        var (syncs, answersBefore) = (0, 0);
        fixture.Disk.Answer = (call, _) =>
        {
            if (call != DiskCall.Sync) return 0;
            syncs++;
            answersBefore += fixture.Answers.Count + fixture.Told.Count;
            return 0;
        };

        fixture.Writer.WriteNext(0);

        Assert.True(syncs > 0, "The disk was not asked to keep anything.");
        Assert.Equal(0, answersBefore);
        var taken = new CommandReceipt(command, true, "accepted", "It is on its way to the venue; the order says how it fares.");
        Assert.Equal([taken with { Intent = 7 }], fixture.Answers);
        Assert.Equal([(1, JournalHealth.Sound)], fixture.Told);
    }

    [Fact]
    public void Refusals_and_repeats_are_answered_in_the_words_of_their_codes()
    {
        using var fixture = new JournalFixture();
        var repeat = new DeskFact { Kind = FactKind.AnsweredBefore, Refusal = RefusalCode.PriceOffTick };
        repeat.Intent.Number = 3;

        var denied = fixture.SayIntent(TestPlans.One, 4, RefusalCode.KeyUsedOtherwise);
        var refused = fixture.Say(new DeskFact { Kind = FactKind.CommandRefused, Refusal = RefusalCode.AccountUnknown }, isCommanded: true);
        var repeated = fixture.Say(repeat, isCommanded: true);
        fixture.WriteAll();

        Assert.Equal(
        [
            new CommandReceipt(refused, false, "account-unknown", "AccountUnknown."),
            new CommandReceipt(denied, false, "key-used-otherwise", "KeyUsedOtherwise.") { Intent = 4 },
            new CommandReceipt(repeated, false, "price-off-tick", "PriceOffTick.") { Intent = 3, IsRepeat = true },
        ], fixture.Answers);
    }

    [Fact]
    public void Facts_that_are_not_about_money_are_neither_kept_nor_told()
    {
        using var fixture = new JournalFixture();
        fixture.Say(new DeskFact { Kind = FactKind.Started }, isCommanded: false);
        fixture.Say(new DeskFact { Kind = FactKind.CandleClosed }, isCommanded: false);
        fixture.WriteAll();
        var before = fixture.Told.Count;
        fixture.SayMany(1);
        fixture.Say(new DeskFact { Kind = FactKind.CandleClosed }, isCommanded: false);

        fixture.WriteAll();

        Assert.Equal(0, before);
        Assert.Single(JournalFixture.TextOf(fixture.Path));
        Assert.Equal([(4, JournalHealth.Sound)], fixture.Told);
    }

    [Fact]
    public void More_facts_than_a_commit_takes_are_told_commit_by_commit()
    {
        using var fixture = new JournalFixture();
        fixture.SayMany(2_500);

        fixture.WriteAll();

        Assert.Equal([1_000, 2_000, 2_500], fixture.Told.Select(told => told.Through));
        Assert.True(fixture.Reader.Check().IsSound, fixture.Reader.Check().Sentence);
        Assert.Equal(2_500, JournalFixture.TextOf(fixture.Path).Count);
    }

    [Fact]
    public void A_wake_up_before_the_wait_is_not_lost()
    {
        using var fixture = new JournalFixture();
        fixture.Writer.Wake();

        var hasRead = fixture.Writer.WriteNext(Timeout.Infinite);

        Assert.False(hasRead);
    }

    [Fact]
    public void A_writer_that_waits_writes_when_it_is_woken()
    {
        using var fixture = new JournalFixture();
        var hasRead = false;
        var thread = new Thread(() => hasRead = fixture.Writer.WriteNext(Timeout.Infinite));
        thread.Start();

        fixture.SayMany(1);
        fixture.Writer.Wake();
        thread.Join();
        if (!hasRead) fixture.WriteAll();

        Assert.Equal([(1, JournalHealth.Sound)], fixture.Told);
    }

    [Fact]
    public void A_writer_that_money_passed_by_says_so_and_nothing_is_durable_any_more()
    {
        using var fixture = new JournalFixture(outboxCapacity: 16);
        fixture.SayMany(2);
        fixture.WriteAll();
        fixture.SayMany(20);
        fixture.PassWriter();
        fixture.WriteAll();
        var lost = fixture.SayIntent(TestPlans.One, 5);

        fixture.WriteAll();

        Assert.Equal([(2, JournalHealth.Sound), (2, JournalHealth.Lost)], fixture.Told);
        Assert.DoesNotContain(fixture.Answers, answer => answer.Number == lost);
        Assert.Equal(2, JournalFixture.TextOf(fixture.Path).Count);
        Assert.Equal(PartHealth.Failed, fixture.Writer.State.Health);
    }

    [Fact]
    public void A_writer_that_only_candles_passed_by_goes_on()
    {
        using var fixture = new JournalFixture(outboxCapacity: 16);
        fixture.SayMany(2);
        fixture.WriteAll();
        for (var i = 0; i < 20; i++) fixture.Say(new DeskFact { Kind = FactKind.CandleClosed }, isCommanded: false);
        fixture.PassWriter();
        fixture.WriteAll();
        var command = fixture.SayIntent(TestPlans.One, 5);

        fixture.WriteAll();

        Assert.True(fixture.Facts.Missed > 0, "Nothing was missed.");
        Assert.Equal([(2, JournalHealth.Sound), (23, JournalHealth.Sound)], fixture.Told);
        Assert.Contains(fixture.Answers, answer => answer.Number == command);
    }

    [Fact]
    public void A_command_with_any_text_comes_back_as_it_was_given()
    {
        using var fixture = new JournalFixture();
        var odd = new SubmittedCommand(1, "zero \0 and ₹ and \ud800", "PAPER-1", "k", new ResetAccount(Money.FromRupees(5)));
        var fact = new DeskFact { Kind = FactKind.AccountReset, At = TestPlans.Open };

        var row = JournalRow.After(
            ChainEnd.Beginning, 1, fact, null, isNamed: false, odd.ToText());

        Assert.Equal(odd.ToText().Replace('\ud800', '\ufffd'), row.Command);
        Assert.True(row.Follows(ChainEnd.Beginning));
    }
}
