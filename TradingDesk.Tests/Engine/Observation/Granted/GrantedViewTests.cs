using System.Reflection;
using System.Text.Json;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Observation.Granted;

/// <summary>Somebody who is granted one account, and every way by which they could see something of another.</summary>
public sealed class GrantedViewTests
{
    private const string Own = "PAPER-1";
    private const string Hidden = "HIDDEN-7";

    private static readonly AccountId _hidden = new(1);
    private static readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    /// <summary>Members that are the same for everybody; all others are tried below, and a new one is put into one of the two.</summary>
    private static readonly string[] _sharedMembers =
    [
        "IndicatorKinds", "ReadRung", "ReadDepth", "ReadHistoryAsync", "CountFlipsAsync", "ReviewIndicators", "ReadIndicatorVersionsAsync",
        "ReadDays", "ReadDay", "ReadQualityAsync", "AlertForms", "StrategyKinds", "ReviewRun", "CalendarChanges", "IsPaperOnly",
    ];

    private static readonly string[] _sharedParts =
    [
        "Number", "Market", "Quotes", "Layout", "Health", "IsReady", "Outcomes", "Indicators", "JournalTrouble",
    ];

    private static readonly JsonSerializerOptions _json = new() { Converters = { new InstantJson() } };

    private readonly FakeDeskView _whole = new();
    private readonly IDeskView _seen;

    public GrantedViewTests()
    {
        _seen = new DeskWindow(_whole).For([Own], seesEveryAccount: false);
        var theirs = FakeAccounts.Account(Hidden, 1) with
        {
            Positions = [FakeAccounts.Position(65) with { SquareOffMissed = new DateOnly(2026, 1, 2) }],
        };
        _whole.Current = _whole.Current with
        {
            Accounts = [FakeAccounts.Account(Own), theirs],
            Runs = [FakeRuns.Run(1), FakeRuns.Run(2) with { Account = _hidden, Name = "Run of HIDDEN-7" }],
            Risks = [FakeRisks.Account(), FakeRisks.Account(1)],
            Alerts = [Alert(1, "day P&L of PAPER-1 below -500"), Alert(2, "day P&L of HIDDEN-7 below -500"), Alert(3, "run 2 is halted")],
            Kills = [Kill(""), Kill(Own), Kill(Hidden)],
            SquareOffTrouble = "Not squared off on 2 Jan 2026: intraday positions of HIDDEN-7, 1 in all.",
        };
        var secret = FakeAccounts.Order(9, OrderStage.Filled);
        var step = new OrderStep(new OrderId(9, 1), FakeDeskView.Morning, 0, "placed", "Placed.");
        _whole.Lives[9] = new OrderLife([step]) { Account = _hidden };
        _whole.Denied = _ => Task.FromResult<IReadOnlyList<OrderView>>([secret]);
        _whole.Signals = _ => Task.FromResult<IReadOnlyList<TradingDesk.Engine.Observation.Runs.SignalView>>([FakeRuns.Signal(1, 2)]);
    }

    [Fact]
    public void Every_member_and_every_part_of_a_snapshot_is_shared_on_purpose_or_tried_here()
    {
        string[] tried =
        [
            "Current", "ReviewOrder", "ReviewAlert", "ReadOrderLifeAsync", "ReadDeniedAsync", "ReadTradesAsync", "ReadSignalsAsync",
            "ReadLogAsync",
        ];
        string[] granted = ["Accounts", "Runs", "Risks", "Alerts", "Kills", "SquareOffTrouble"];

        var members = typeof(IDeskView).GetMembers().Where(member => member is not MethodInfo { IsSpecialName: true })
            .Select(member => member.Name);
        var parts = typeof(DeskSnapshot).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(part => part.Name);

        Assert.Equal(_sharedMembers.Concat(tried).Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        Assert.Equal(_sharedParts.Concat(granted).Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_snapshot_names_no_other_account_anywhere()
    {
        var seen = _seen.Current;

        Assert.Equal([Own], seen.Accounts.Select(account => account.Name));
        Assert.Equal([1], seen.Runs.Select(run => (int)run.Id.Number));
        Assert.Equal([new AccountId(0)], seen.Risks.Select(risk => risk.Account));
        Assert.Equal([1], seen.Alerts.Select(alert => alert.Number));
        Assert.Equal(["", Own], seen.Kills.Select(kill => kill.Account));
        Assert.Equal("", seen.NameOf(_hidden));
        Assert.Contains(Hidden, TextOf(_whole.Current), StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, TextOf(seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_tells_nothing_of_another_account_or_run()
    {
        _whole.Trades = _ => Task.FromResult<IReadOnlyList<TradeView>>([Trade()]);

        Assert.Single((await _whole.ReadOrderLifeAsync(9, _cancel)).Steps);
        Assert.Empty((await _seen.ReadOrderLifeAsync(9, _cancel)).Steps);
        Assert.Single(await _seen.ReadDeniedAsync(new AccountId(0), _cancel));
        Assert.Empty(await _seen.ReadDeniedAsync(_hidden, _cancel));
        Assert.Single(await _seen.ReadTradesAsync(new AccountId(0), 10, _cancel));
        Assert.Empty(await _seen.ReadTradesAsync(_hidden, 10, _cancel));
        Assert.Single(await _seen.ReadSignalsAsync(new RunId(1), 10, _cancel));
        Assert.Empty(await _seen.ReadSignalsAsync(new RunId(2), 10, _cancel));
    }

    [Fact]
    public async Task The_log_tells_what_is_granted_and_what_concerns_the_desk()
    {
        LogLine[] all =
        [
            Line(7, Own), Line(6, Hidden), Line(5, ""), Line(4, "") with { Alert = 1 }, Line(3, "") with { Alert = 2 },
            Line(2, "") with { Alert = 99 }, Line(1, Own) with { Before = "leader=2", After = "leader=1" },
        ];
        var asked = new List<LogQuery>();
        _whole.Log = query =>
        {
            asked.Add(query);
            return Task.FromResult(new LogPage(all, 7, 1));
        };

        var seen = await _seen.ReadLogAsync(new LogQuery(), _cancel);
        var hidden = await _seen.ReadLogAsync(new LogQuery { Account = _hidden }, _cancel);

        Assert.Equal([7, 5, 4, 1], seen.Lines.Select(line => line.Seq));
        Assert.Equal(("", "leader=1"), (seen.Lines[^1].Before, seen.Lines[^1].After));
        Assert.Equal((7, 1), (seen.Newest, seen.Older));
        Assert.Equal(LogPage.Empty, hidden);
        Assert.Single(asked);
    }

    [Fact]
    public void An_order_for_another_account_is_not_even_reviewed()
    {
        var order = new PlaceOrder("1:2885", Side.Buy, Product.Mis, OrderType.Market, new Quantity(1));

        Assert.Throws<InvalidOperationException>(() => _seen.ReviewOrder(_hidden, order));
        Assert.Null(_whole.Reviewed);
    }

    [Fact]
    public void A_rule_about_another_account_is_answered_as_one_about_none()
    {
        var hidden = _seen.ReviewAlert("day P&L of HIDDEN-7 below -500");
        _whole.AlertReview = new AlertReview("", "account-unknown", "NONE-9", "NONE-9 is no account: there are PAPER-1, HIDDEN-7.");
        var none = _seen.ReviewAlert("day P&L of NONE-9 below -500");

        Assert.Equal(("account-unknown", false), (hidden.Code, hidden.IsGood));
        Assert.Equal(none.Problem, hidden.Problem);
        Assert.DoesNotContain(Hidden, none.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_did_not_change_is_the_same_object_and_who_sees_everything_has_the_desk_itself()
    {
        var (first, window) = (_seen.Current, new DeskWindow(_whole));
        _whole.Current = _whole.Current with { Number = 2 };

        Assert.Same(first.Accounts, _seen.Current.Accounts);
        Assert.Same(first.Kills, _seen.Current.Kills);
        Assert.Same(_whole, window.For(["*"], seesEveryAccount: true));
        Assert.Empty(window.For([], seesEveryAccount: false).Current.Accounts);
    }

    /// <summary>All that the parts say, lists within them too; a view's own text stops at its lists.</summary>
    private static string TextOf(DeskSnapshot seen)
    {
        object[] parts =
        [
            seen.Accounts, seen.Runs, seen.Risks, seen.Alerts, seen.Kills, seen.SquareOffTrouble, seen.Outcomes, seen.JournalTrouble,
        ];
        return JsonSerializer.Serialize(parts, _json);
    }

    private static TradeView Trade() => new(new OrderId(9, 1), new InstrumentId(FakeDeskView.FutureIndex),
        FakeDeskView.Morning, Side.Sell, new Quantity(65), Price.FromRupees(25_940.05m))
    {
        Number = 1,
        Why = "it took what the book showed",
        IsLate = false,
    };

    private static LogLine Line(long seq, string account) =>
        new(seq, FakeDeskView.Morning, LogTopic.Order, "traded", "Traded.") { Account = account };

    private static AlertView Alert(int number, string rule) =>
        new(number, rule, AlertState.Armed) { By = "owner", AddedAt = FakeDeskView.Morning };

    private static KillView Kill(string account) => new(
        account.Length == 0 ? KillScope.Desk : KillScope.Account, account, KillReach.Orders, default)
    {
        At = FakeDeskView.Morning,
        StageAt = FakeDeskView.Morning,
        By = "owner",
        Reason = "a test",
        Sentence = "Done.",
        Positions = account.Length > 0 ? [] :
        [
            new(Hidden, new InstrumentId(0), Product.Mis, RunId.None, 65, default, "open"),
            new(Own, new InstrumentId(0), Product.Mis, RunId.None, 65, default, "open"),
        ],
    };
}
