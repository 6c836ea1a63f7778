using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Engine.Storage.Faults;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Journal;

/// <summary>A journal in a folder of its own with an outbox to say facts into, and what its writer answered and told.</summary>
internal sealed class JournalFixture : IDisposable
{
    public static readonly InstrumentTable Instruments = TestPlans.Instruments(3);

    private readonly TempFolder _folder = new();
    private readonly Outbox _outbox;
    private long _commands;

    public JournalFixture(int outboxCapacity = 32_768)
    {
        _outbox = new Outbox(outboxCapacity);
        Disk = new FaultyDisk(Folder);
        var file = Open(Path);
        Assert.True(file.TryBegin(TestPlans.Open, "1.2.3", out var refusal), refusal);
        Run = file.Run;
        Facts = _outbox.AddReader();
        Writer = new JournalWriter(file, Instruments, Facts, new JournalAnswers(Answers.Add, code => $"{code}."), Sync, Time);
    }

    public string Folder => _folder.Path;

    /// <summary>Under all SQLite files of the folder.</summary>
    public FaultyDisk Disk { get; }

    public string Path => _folder.File("journal.db");

    public int Run { get; }

    public FakeTime Time { get; } = new();

    public FactReader Facts { get; }

    public JournalWriter Writer { get; }

    public JournalReader Reader => new(Path);

    public List<CommandReceipt> Answers { get; } = [];

    public List<(long Through, JournalHealth Health)> Told { get; } = [];

    /// <summary>The newest fact said.</summary>
    public long Said => _outbox.Published;

    public static JournalFile Open(string path)
    {
        Assert.True(JournalFile.TryOpen(path, CandleWorld.Simulated, out var file, out var refusal), refusal);
        return file!;
    }

    public static string RefusalOf(string path)
    {
        Assert.False(JournalFile.TryOpen(path, CandleWorld.Simulated, out _, out var refusal));
        return refusal;
    }

    /// <summary>What all rows of a journal say, for comparisons.</summary>
    public static List<string> TextOf(string path) =>
    [
        .. new JournalReader(path).ReadAll(Instruments).SelectMany(page => page.Records).Select(record => string.Create(
            CultureInfo.InvariantCulture, $"{FactHash.DigestOf(record.Fact):x16} {record.Fact.Number} {record.Command?.ToText()}")),
    ];

    /// <summary>Says that an intent was accepted, by a command of its own; answers the command's number.</summary>
    public long SayIntent(InstrumentId instrument, int intent, RefusalCode refusal = RefusalCode.None)
    {
        var kind = refusal == RefusalCode.None ? FactKind.IntentAccepted : FactKind.IntentDenied;
        var fact = new DeskFact { Kind = kind, Refusal = refusal, Instrument = instrument };
        fact.Intent = TermsOf(intent, slices: 20);
        return Say(fact, isCommanded: true);
    }

    /// <summary>An intent to buy a hundred units an order.</summary>
    public static IntentTerms TermsOf(int intent, int slices) => new()
    {
        Number = intent,
        SliceQuantity = new Quantity(100),
        Whole = new OrderTerms
        {
            Side = Side.Buy,
            Product = Product.Mis,
            Type = OrderType.Limit,
            Validity = Validity.Day,
            Quantity = new Quantity(100 * slices),
            Price = Price.FromPaise(1_000),
        },
    };

    public void SayMoved(
        InstrumentId instrument, OrderId order, OrderEventKind kind = OrderEventKind.Claimed, OrderState state = OrderState.None)
    {
        var fact = new DeskFact { Kind = FactKind.OrderMoved, Instrument = instrument };
        (fact.Order.Order, fact.Order.Kind, fact.Order.State) = (order, kind, state);
        Say(fact, isCommanded: false);
    }

    /// <summary>Says that seven units were sold at 10.05.</summary>
    public void SayTrade(InstrumentId instrument, AccountId account, long fill, OrderVerdict verdict = OrderVerdict.Moved)
    {
        var fact = new DeskFact { Kind = FactKind.OrderMoved, Instrument = instrument };
        fact.Order = new OrderEvent
        {
            Order = new OrderId(1, 1),
            Kind = OrderEventKind.Traded,
            Account = account,
            Verdict = verdict,
            Side = Side.Sell,
            Quantity = new Quantity(7),
            Price = Price.FromPaise(1_005),
            Why = FillReason.TookBook,
            FillId = fill,
        };
        Say(fact, isCommanded: false);
    }

    /// <summary>Says many facts for the journal.</summary>
    public void SayMany(int count)
    {
        for (var number = 0; number < count; number++) SayMoved(TestPlans.One, new OrderId(1, 1 + (number % 20)));
    }

    public long Say(DeskFact fact, bool isCommanded) => Say(
        fact, isCommanded ? new SubmittedCommand(++_commands, "a \"person\"", "PAPER-1", $"key-{_commands}", new CancelAll()) : null);

    public long Say(DeskFact fact, SubmittedCommand? command)
    {
        ref var place = ref _outbox.Next();
        (fact.Number, fact.Command, fact.At) = (place.Number, command?.Number ?? 0, TestPlans.Open.PlusMilliseconds(place.Number));
        place = fact;
        if (command is not null && fact.IsJournaled) _outbox.Carry(command);
        _outbox.Publish();
        return command?.Number ?? 0;
    }

    /// <summary>Lets the engine go on past the writer.</summary>
    public void PassWriter() => _outbox.PassSlowReaders(_outbox.Capacity);

    /// <summary>Writes until nothing is left to read.</summary>
    public void WriteAll()
    {
        while (Writer.WriteNext(0))
        {
        }
    }

    /// <summary>Waits out the pace of tries and tries again.</summary>
    public void TryAgain()
    {
        Time.Advance(TimeSpan.FromSeconds(6));
        Writer.WriteNext(0);
    }

    public void Dispose()
    {
        Writer.Dispose();
        Disk.Dispose();
        _folder.Dispose();
    }

    private void Sync(long through, JournalHealth health) => Told.Add((through, health));
}
