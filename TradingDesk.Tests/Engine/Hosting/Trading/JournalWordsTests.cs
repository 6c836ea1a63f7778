using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.Trading;

/// <summary>What the journal's facts say to a person who trades, with the names of accounts and runs.</summary>
public sealed class JournalWordsTests
{
    private static readonly RunId _run = new(1);

    private readonly JournalNames _names = JournalNames.Of(new FakeDeskView().Current with
    {
        Accounts = [FakeAccounts.Account()],
        Runs = [FakeRuns.Run(1) with { Name = "Morning" }],
    });

    [Fact]
    public void Cash_and_days_are_told_with_the_accounts_name_and_indian_money()
    {
        Assert.Equal("₹12,34,567.89 moved into PAPER-1.", Account(FactKind.CashMoved, 12_34_567.89m));
        Assert.Equal("₹500.00 moved out of PAPER-1.", Account(FactKind.CashMoved, -500));
        Assert.Equal("PAPER-1 begins anew with ₹10,00,000.00.", Account(FactKind.AccountReset, 10_00_000));
        Assert.Equal("The day of PAPER-1 is over; its charges were ₹55.25.", Account(FactKind.DayClosed, 55.25m));
    }

    [Fact]
    public void What_a_fact_is_about_decides_who_tells_of_it()
    {
        var kinds = Enum.GetValues<FactKind>().Where(kind => new DeskFact { Kind = kind }.IsJournaled);

        Assert.All(kinds, kind =>
        {
            var fact = new DeskFact { Kind = kind };
            (string, string)?[] told =
            [
                AccountWords.Of(fact, _names), StrategyWords.Of(fact, _names), RiskWords.Of(fact, _names), KillWords.Of(fact, _names),
                AlertWords.Of(fact, _names),
            ];
            var isOfOrders = kind is FactKind.IntentAccepted or FactKind.IntentDenied or FactKind.OrderMoved or FactKind.StopMoved
                or FactKind.BracketMoved;
            Assert.Equal((kind, isOfOrders ? 0 : 1), (kind, told.Count(words => words is not null)));
        });
    }

    [Fact]
    public void A_runs_moves_and_signals_name_it_and_say_why_nothing_was_done()
    {
        var moved = new DeskFact { Kind = FactKind.RunMoved, Run = new RunEvent { Run = _run, State = RunState.Paused } };
        var signal = new DeskFact { Kind = FactKind.SignalRaised, Refusal = RefusalCode.FundsShort };
        signal.Signal = new SignalTerms
        {
            Number = 4,
            Run = _run,
            Kind = SignalKind.Enter,
            Side = Side.Buy,
            Confidence = 7_550,
            Price = Price.FromRupees(1_234.5m),
        };

        Assert.Equal(("run-moved", "Run 1 (Morning) is paused."), StrategyWords.Of(moved, _names));
        Assert.Equal(
            "Run 1 (Morning) gives signal 4: Buy at ₹1,234.50, 75.5 % sure. Not acted on: " + RefusalSentences.Of(RefusalCode.FundsShort),
            StrategyWords.Of(signal, _names)!.Value.Sentence);
    }

    [Fact]
    public void A_hold_says_what_was_lost_of_what_and_a_kill_switch_how_far_it_is()
    {
        var held = new DeskFact { Kind = FactKind.RiskStateChanged };
        held.Risk = new RiskEvent
        {
            State = RiskState.Halted,
            Why = RefusalCode.RiskHeld,
            Amount = Money.FromRupees(-5_100),
            Limit = Money.FromRupees(5_000),
        };
        var kill = new DeskFact { Kind = FactKind.KillMoved };
        kill.Kill = new KillEvent { Scope = KillScope.Account, Stage = KillStage.Cancelling, Open = 2, Unknown = 1, Held = 3 };

        Assert.Equal(
            "PAPER-1 is halted, −₹5,100.00 lost of ₹5,000.00 allowed: " + RefusalSentences.Of(RefusalCode.RiskHeld),
            RiskWords.Of(held, _names)!.Value.Sentence);
        Assert.Equal(
            "The kill switch of PAPER-1 is cancelling: 2 orders open, 1 of them unknown, 3 positions held.",
            KillWords.Of(kill, _names)!.Value.Sentence);
    }

    private string Account(FactKind kind, decimal rupees)
    {
        var fact = new DeskFact { Kind = kind, Account = new AccountEvent { Amount = Money.FromRupees(rupees) } };
        return AccountWords.Of(fact, _names)!.Value.Sentence;
    }
}
