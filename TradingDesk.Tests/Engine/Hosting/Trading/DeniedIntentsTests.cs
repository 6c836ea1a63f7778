using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Storage.Journal;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.Trading;

/// <summary>What the desk refused is read off the journal, bounded, also by a desk that started after it.</summary>
public sealed class DeniedIntentsTests : IDisposable
{
    private readonly JournalFixture _journal = new();

    [Fact]
    public void Refused_intents_are_an_accounts_own_newest_first_and_grow_with_the_journal()
    {
        Deny(1);
        _journal.SayIntent(TestPlans.One, 2);
        Deny(3, account: 1);
        Deny(4);
        _journal.WriteAll();
        var history = new OrderHistory(_journal.Reader);
        var before = Read(history);

        Deny(5);
        _journal.SayMoved(TestPlans.One, new OrderId(2, 1));
        _journal.WriteAll();

        Assert.Equal([4, 1], before);
        Assert.Equal([5, 4, 1], Read(history));
        Assert.Equal([3], Read(history, account: 1));
        Assert.Equal([5, 4, 1], Read(new OrderHistory(_journal.Reader)));
    }

    [Fact]
    public void No_more_than_the_newest_are_kept()
    {
        for (var intent = 1; intent <= DeniedIntents.Most + 5; intent++) Deny(intent);
        _journal.WriteAll();

        var read = Read(new OrderHistory(_journal.Reader));

        Assert.Equal(DeniedIntents.Most, read.Count);
        Assert.Equal((DeniedIntents.Most + 5, 6), (read[0], read[^1]));
    }

    [Fact]
    public void A_journal_that_cannot_be_read_says_why()
    {
        var history = new OrderHistory(new TradingDesk.Engine.Storage.Sqlite.Journal.JournalReader("none"));

        var failure = Assert.Throws<IOException>(() => Read(history));

        Assert.StartsWith("The journal cannot be read:", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _journal.Dispose();

    private static List<int> Read(OrderHistory history, int account = 0) =>
        [.. history.ReadDenied(new AccountId(account), JournalFixture.Instruments).Select(intent => intent.Id.Intent)];

    private void Deny(int intent, int account = 0)
    {
        var fact = new DeskFact { Kind = FactKind.IntentDenied, Refusal = RefusalCode.FundsShort, Instrument = TestPlans.One };
        fact.Intent = JournalFixture.TermsOf(intent, slices: 1);
        fact.Intent.Account = new AccountId(account);
        _journal.Say(fact, isCommanded: true);
    }
}
