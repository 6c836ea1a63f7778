using TradingDesk.Engine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>Real money is armed by a person, for a while, and by nothing else; no desk of today has rules that need it.</summary>
public sealed class ArmingTests
{
    private static readonly PlaceOrder _buy = TradingUnderTest.Buy(TradingUnderTest.Share, 1);

    private Instant _now = TestPlans.Open.PlusSeconds(60);
    private readonly List<JournalRecord> _journal = [];
    private readonly ListeningVenue _venue = new();
    private Outbox _outbox = null!;
    private FactReader _reader = null!;
    private TradingPipeline _pipeline = null!;
    private long _number;

    public ArmingTests()
    {
        Start();
        Ask(new OpenAccount(Money.FromRupees(10_00_000)));
        Tick();
    }

    [Fact]
    public void Paper_needs_none_and_is_never_armed()
    {
        var desk = new TradingUnderTest();

        Assert.Equal(RefusalCode.ArmingNotNeeded, desk.Ask(new ArmAccount(30, "now")).Refusal);
        Assert.False(DeskModes.OnPaper(new ListeningVenue()).Rules.NeedsArming);
        Assert.False(desk.Orders.Arming.IsArmed(new AccountId(0), desk.Now));
        Assert.Equal(RefusalCode.None, desk.Ask(_buy).Refusal);
    }

    [Fact]
    public void An_account_that_needs_it_takes_entries_while_it_is_armed_and_exits_always()
    {
        Assert.Equal(RefusalCode.NotArmed, Ask(_buy).Refusal);

        Assert.Equal(FactKind.AccountArmed, Ask(new ArmAccount(30, "the morning")).Kind);

        var bought = Ask(_buy);
        Assert.Equal(FactKind.IntentAccepted, bought.Kind);
        Fill(bought);
        Pass(30 * 60);
        Assert.Equal(RefusalCode.NotArmed, Ask(_buy).Refusal);
        Assert.Equal(FactKind.IntentAccepted, Ask(new ExitPosition("1:2885", Product.Mis)).Kind);
    }

    [Fact]
    public void A_start_leaves_none_armed_though_the_journal_knows_of_it()
    {
        Ask(new ArmAccount(300, "the day"));

        Start();
        Tick();

        Assert.Contains(_journal, record => record.Fact.Kind == FactKind.AccountArmed);
        Assert.Equal(RefusalCode.NotArmed, Ask(_buy).Refusal);
    }

    [Fact]
    public void Another_day_leaves_none_armed()
    {
        while (_now.IndiaDate == TestPlans.Monday && _now.ToIndia().Hour < 23) Pass(3_600);
        Ask(new ArmAccount(480, "the night"));

        while (_now.IndiaDate == TestPlans.Monday) Pass(600);

        Assert.False(_pipeline.Orders.Arming.IsArmed(new AccountId(0), _now));
    }

    [Fact]
    public void A_kill_and_a_change_of_what_the_desk_watches_disarm()
    {
        Ask(new ArmAccount(30, "now"));
        Ask(new ChangeTimeframes([new Timeframe(1), new Timeframe(60), new Timeframe(300)]));
        Assert.Equal(RefusalCode.NotArmed, Ask(_buy).Refusal);

        Ask(new ArmAccount(30, "now"));
        Ask(new KillAccount(KillReach.Orders, "why not"));
        Assert.Equal(RefusalCode.Killed, Ask(new ArmAccount(30, "again")).Refusal);
        Ask(new RearmAccount(RearmConsent.Confirmed, "calm"));

        Assert.Equal(RefusalCode.NotArmed, Ask(_buy).Refusal);
    }

    [Theory]
    [InlineData(0, "why", RefusalCode.ArmingTooLong)]
    [InlineData(481, "why", RefusalCode.ArmingTooLong)]
    [InlineData(5, "", RefusalCode.ReasonMissing)]
    public void Arming_has_a_reason_and_an_end(int minutes, string reason, object refusal)
    {
        Assert.Equal(refusal, Ask(new ArmAccount(minutes, reason)).Refusal);
    }

    private void Start()
    {
        var plan = TradingUnderTest.Plan;
        var lists = IndicatorLists.Parse(plan.Indicators, plan.Instruments, out _)!;
        _outbox = new Outbox(Limits.FactsCapacity(0, plan.Instruments.Count, plan.Timeframes.Count, lists.ColumnsMost));
        _reader = _outbox.AddReader();
        var paper = DeskModes.OnPaper(_venue);
        var real = paper with { Rules = paper.Rules with { NeedsArming = true } };
        _pipeline = new TradingPipeline(plan, lists, _outbox, new LevelBoard(plan.Instruments.Count), real);
        Put(DeskInput.Started(_now, plan));
        Put(DeskInput.Recovered(_now, new JournalPage(1, _journal.Count, "test", _journal.ToArray())));
        Put(DeskInput.HistoryEnd(_now));
    }

    private List<DeskFact> Put(in DeskInput input)
    {
        var facts = new List<DeskFact>();
        _pipeline.Process(input);
        while (_reader.TryRead(out var fact, out var command))
        {
            facts.Add(fact);
            if (fact.IsJournaled) _journal.Add(new JournalRecord(fact, command));
        }

        return facts;
    }

    private DeskFact Ask(DeskCommand command)
    {
        var submitted = new SubmittedCommand(++_number, "test", TradingUnderTest.Account, $"k{_number}", command) { MayRaise = true };
        return Put(DeskInput.Of(_now, submitted)).FirstOrDefault(fact => fact.Command == submitted.Number);
    }

    private void Pass(int seconds)
    {
        _now = _now.PlusSeconds(seconds);
        Put(DeskInput.Time(_now));
        Tick();
    }

    private void Tick() => Put(DeskInput.Of(_now, TradingUnderTest.Share,
        new Tick { Time = _now, Last = Price.FromRupees(1_000), PreviousClose = Price.FromRupees(1_000) }));

    private void Fill(in DeskFact accepted)
    {
        var order = _pipeline.Orders.Book.Orders.Find(new OrderId(accepted.Intent.Number, 1))!;
        Put(DeskInput.Of(_now, order.Instrument, new OrderEvent
        {
            Kind = OrderEventKind.Traded,
            Source = EvidenceSource.Stream,
            Tag = order.Tag,
            Side = Side.Buy,
            Quantity = new Quantity(1),
            Price = Price.FromRupees(1_000),
            FillId = 1,
        }));
    }
}
