using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Alerts;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Engine.Storage.Journal;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.Trading;

/// <summary>The journal as a log: whose each line is, by whom, in which words, page by page.</summary>
public sealed class JournalLogTests : IDisposable
{
    private static readonly AccountId _first = new(0);
    private static readonly AccountId _second = new(1);

    private readonly JournalFixture _journal = new();
    private long _given;

    [Fact]
    public void An_account_has_its_own_lines_and_those_of_the_desk_newest_first()
    {
        Order(1, _first);
        Order(2, _second);
        Say(new DeskFact { Kind = FactKind.KillLatched, Kill = new KillEvent { Scope = KillScope.Desk } });
        Say(new DeskFact { Kind = FactKind.KillLatched, Kill = new KillEvent { Scope = KillScope.Account, Account = _second } });

        var lines = Read(new LogQuery { Account = _first });

        Assert.Equal(["killed", "accepted", "started"], lines.Select(line => line.Kind));
        Assert.Equal(["", "account 1", ""], lines.Select(line => line.Account));
        Assert.Equal(["killed", "killed", "accepted", "accepted", "started"], Read(new LogQuery()).Select(line => line.Kind));
    }

    [Fact]
    public void A_refusal_says_why_and_names_the_order_the_instrument_and_who_asked()
    {
        var denied = new DeskFact { Kind = FactKind.IntentDenied, Refusal = RefusalCode.FundsShort, Instrument = TestPlans.Two };
        denied.Intent = JournalFixture.TermsOf(4, slices: 1);
        Say(denied, Given("asha", new PlaceOrder("1:2", Side.Buy, Product.Mis, OrderType.Limit, new Quantity(100))));

        var line = Read(new LogQuery { Topics = [LogTopic.Refusal] }).Single();

        Assert.Equal((new OrderId(4, 1), TestPlans.Two, "asha"), (line.Order, line.Instrument, line.By));
        Assert.Equal(TradingDesk.Engine.Observation.RefusalSentences.Of(RefusalCode.FundsShort), line.Sentence);
        Assert.Equal("placing an order", line.Asked);
    }

    [Fact]
    public void What_nobody_asked_for_is_by_the_venue_or_by_the_desk()
    {
        var told = new DeskFact { Kind = FactKind.OrderMoved, Instrument = TestPlans.One };
        told.Order = new OrderEvent { Order = new OrderId(1, 1), Kind = OrderEventKind.Acknowledged, Source = EvidenceSource.Reply };
        Say(told);
        Say(new DeskFact { Kind = FactKind.DayClosed });

        Assert.Equal(["desk", "venue", "desk"], Read(new LogQuery()).Select(line => line.By));
        Assert.Equal(["acknowledged"], Read(new LogQuery { By = "venue" }).Select(line => line.Kind));
    }

    [Fact]
    public void Pages_meet_without_a_hole_and_a_newer_reading_gives_only_what_is_new()
    {
        for (var intent = 1; intent <= 5; intent++) Order(intent, _first);
        var first = Page(new LogQuery { Count = 2 });
        var second = Page(new LogQuery { Count = 2, Before = first.Older });
        var last = Page(new LogQuery { Count = 9, Before = second.Older });
        Order(6, _first);

        var newer = Page(new LogQuery { After = first.Newest });

        Assert.Equal([6, 5, 4, 3, 2, 1], first.Lines.Concat(second.Lines).Concat(last.Lines).Select(line => line.Seq));
        Assert.Equal((6, 0), (first.Newest, last.Older));
        Assert.Equal([7], newer.Lines.Select(line => line.Seq));
        Assert.Equal(0, newer.Older);
        Assert.Empty(Page(new LogQuery { After = 7 }).Lines);
    }

    [Fact]
    public void Limits_that_are_set_tell_what_they_were_and_why()
    {
        Limit("day-loss=5000 trades=10", "calm");
        Limit("day-loss=9000", "a big day");

        var lines = Read(new LogQuery { OnlyDeeds = true });

        Assert.Equal("Limits of account 1 are set. Reason: a big day", lines[0].Sentence);
        Assert.Equal(("day-loss=5000.00", "day-loss=9000.00"), (lines[0].Before, lines[0].After));
        Assert.Equal("trades=none day-loss=none", lines[1].Before);
    }

    [Fact]
    public void A_change_of_an_order_tells_the_terms_it_worked_on_and_the_new_ones()
    {
        Order(1, _first);
        Move(OrderEventKind.ModifyClaimed, 100, 1_100, "asha");
        Move(OrderEventKind.ModifyRefused, 0, 0, "");
        Move(OrderEventKind.ModifyClaimed, 100, 1_200, "asha");
        Move(OrderEventKind.Modified, 0, 0, "");
        Move(OrderEventKind.ModifyClaimed, 50, 1_300, "ravi");

        var lines = Read(new LogQuery { OnlyDeeds = true, Topics = [LogTopic.Order] });

        Assert.Equal(
        [
            ("ravi", "100 at ₹12.00", "50 at ₹13.00"),
            ("asha", "100 at ₹10.00", "100 at ₹12.00"),
            ("asha", "100 at ₹10.00", "100 at ₹11.00"),
            ("asha", "", ""),
        ], lines.Select(line => (line.By, line.Before, line.After)));
    }

    [Fact]
    public void A_deed_is_one_line_a_command_and_what_the_desk_or_the_audit_has_is_none()
    {
        var cancelled = new DeskFact { Kind = FactKind.OrderMoved, Instrument = TestPlans.One };
        cancelled.Order = new OrderEvent { Order = new OrderId(1, 1), Kind = OrderEventKind.CancelClaimed };
        var all = Given("asha", new CancelAll());
        Say(cancelled, all);
        Say(cancelled, all with { Number = 0, Key = "" });
        Say(new DeskFact { Kind = FactKind.KillLatched, Kill = new KillEvent { Scope = KillScope.Desk } },
            Given("asha", new KillDesk(KillReach.Orders, "")) with { Account = "" });
        Say(new DeskFact { Kind = FactKind.KillCleared, Kill = new KillEvent { Scope = KillScope.Desk } },
            Given("console", new RearmDesk(RearmConsent.Confirmed, "all is well")) with { Account = "" });

        var deeds = Read(new LogQuery { OnlyDeeds = true });

        Assert.Equal([("console", "rearmed"), ("asha", "cancel-claimed")], deeds.Select(line => (line.By, line.Kind)));
        Assert.Equal("The desk's kill switch is let go. Reason: all is well", deeds[0].Sentence);
    }

    [Fact]
    public void A_journal_gives_accounts_and_alerts_the_names_it_was_told()
    {
        Say(new DeskFact { Kind = FactKind.AccountOpened }, Given("desk", new CancelAll()));
        Say(new DeskFact { Kind = FactKind.AlertAdded, Alert = new AlertEvent { Number = 3, State = AlertState.Armed } },
            Given("asha", new AddAlert("price of NSE:I1 above 10")) with { Account = "" });
        Say(new DeskFact { Kind = FactKind.AlertFired, Alert = new AlertEvent { Number = 3 } });
        Say(new DeskFact { Kind = FactKind.CashMoved, Account = new AccountEvent { Amount = Money.FromRupees(-1_50_000) } });
        _journal.WriteAll();

        var names = JournalNames.Read(_journal.Reader);
        var lines = new JournalLog(_journal.Reader, names, JournalFixture.Instruments).Read(new LogQuery()).Lines;

        Assert.Equal("₹1,50,000.00 moved out of PAPER-1.", lines[0].Sentence);
        Assert.Equal("Alert 3 (price of NSE:I1 above 10) fired.", lines[1].Sentence);
        Assert.Equal((3, LogTopic.Alert), (lines[1].Alert, lines[1].Topic));
    }

    [Fact]
    public void A_stop_that_was_moved_is_a_line_of_its_account_with_where_it_stood()
    {
        Order(1, new AccountId(1));
        var followed = new OrderEvent { Order = new OrderId(1, 1), Account = new AccountId(1), Price = Price.FromPaise(900) };
        Say(new DeskFact { Kind = FactKind.StopMoved, Instrument = TestPlans.One, Order = followed });
        var moved = new BracketEvent { Account = new AccountId(1), Intent = 1, Stop = Price.FromPaise(850), Trail = Price.FromPaise(70) };
        Say(new DeskFact { Kind = FactKind.BracketMoved, Instrument = TestPlans.One, Bracket = moved },
            Given("asha", new MoveBracket(1, BracketPart.Stop, Price.FromPaise(850))));

        var line = Read(new LogQuery { OnlyDeeds = true, Account = new AccountId(1) })[0];

        Assert.Equal((LogTopic.Order, new OrderId(1, 1), "moving a stop or target"), (line.Topic, line.Order, line.Asked));
        Assert.Equal(("stop ₹9.00", "stop ₹8.50, trailing by ₹0.70"), (line.Before, line.After));
        Assert.DoesNotContain(Read(new LogQuery { Account = new AccountId(0) }), other => other.Topic == LogTopic.Order);
    }

    public void Dispose() => _journal.Dispose();

    private void Order(int intent, AccountId account)
    {
        var fact = new DeskFact { Kind = FactKind.IntentAccepted, Instrument = TestPlans.One };
        fact.Intent = JournalFixture.TermsOf(intent, slices: 1);
        fact.Intent.Account = account;
        Say(fact, Given("asha", new PlaceOrder("1:1", Side.Buy, Product.Mis, OrderType.Limit, new Quantity(100))));
    }

    private void Move(OrderEventKind kind, long units, long paise, string by)
    {
        var fact = new DeskFact { Kind = FactKind.OrderMoved, Instrument = TestPlans.One };
        fact.Order = new OrderEvent
        {
            Order = new OrderId(1, 1),
            Kind = kind,
            Quantity = new Quantity(units),
            Price = Price.FromPaise(paise),
        };
        Say(fact, by.Length == 0
            ? null : Given(by, new ChangeOrder(new OrderId(1, 1), new Quantity(units), Price.FromPaise(paise), default)));
    }

    private void Limit(string text, string reason) =>
        Say(new DeskFact { Kind = FactKind.LimitsSet }, Given("asha", new SetLimits(RunId.None, text, reason)));

    private void Say(DeskFact fact, SubmittedCommand? command = null) => _journal.Say(fact, command);

    private SubmittedCommand Given(string by, DeskCommand command) => new(++_given, by, "PAPER-1", $"k{_given}", command);

    private IReadOnlyList<LogLine> Read(LogQuery query) => Page(query).Lines;

    private LogPage Page(LogQuery query)
    {
        _journal.WriteAll();
        return new JournalLog(_journal.Reader, new JournalNames(), JournalFixture.Instruments).Read(query);
    }
}
