using System.Runtime.CompilerServices;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.People;

/// <summary>Whose command is whose to give: every role with every kind of command, and what is another's.</summary>
public sealed class AccessDeskTests : IDisposable
{
    private const string Granted = "PAPER-1";

    private static readonly Roles[] _roles = [Roles.Viewer, Roles.Trader, Roles.Risk, Roles.Admin];

    private readonly PeopleUnderTest _people = new("--PAPER_TRADING", "false");
    private readonly FakeDeskView _view = new();
    private readonly List<SubmittedCommand> _posted = [];

    public AccessDeskTests() => _view.Current = _view.Current with
    {
        Accounts = [FakeAccounts.Account(), FakeAccounts.Account("PAPER-2", 1)],
        Runs = [FakeRuns.Run(1), FakeRuns.Run(2) with { Account = new AccountId(1) }],
        Alerts = [Alert(1, "day P&L of PAPER-1 below -500"), Alert(2, "day P&L of PAPER-2 below -500"), Alert(3, "run 2 is halted")],
    };

    private CommandGate Gate => new(Post, _people.Desk.AccessTo(new DeskWindow(_view)).Judge);

    /// <summary>The table of docs/PEOPLE.md, made anew by asking for every role and every kind of command there is.</summary>
    [Fact]
    public void What_each_role_may_is_what_the_table_for_people_says()
    {
        var seats = _roles.ToDictionary(role => role,
            role => _people.Join(role.ToString().ToLowerInvariant(), role, Person.EveryPaperAccount));
        var kinds = typeof(DeskCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DeskCommand)) && !type.IsAbstract);

        string[] rows =
        [
            .. kinds.OrderBy(type => type.Name, StringComparer.Ordinal).Select(type =>
                $"| {type.Name} | {string.Join(" | ", _roles.Select(role => Word(seats[role], type)))} | {ScopeOf(type)} |"),
        ];

        var page = File.ReadAllLines(Repository.PathOf("docs", "PEOPLE.md"));
        var from = Array.FindIndex(page, line => line.StartsWith("| command |", StringComparison.Ordinal)) + 2;
        var table = page.Skip(from).TakeWhile(line => line.StartsWith('|')).ToArray();
        if (Environment.GetEnvironmentVariable("TRADINGDESK_WRITE_GOLDENS") == "1")
            File.WriteAllLines(Repository.PathOf("docs", "PEOPLE.md"), [.. page[..from], .. rows, .. page[(from + table.Length)..]]);
        Assert.Equal(string.Join('\n', rows), string.Join('\n', table));
    }

    [Fact]
    public void A_kind_of_command_that_the_table_does_not_name_nobody_may_give_not_even_the_desk()
    {
        var judge = _people.Desk.AccessTo(new DeskWindow(_view));

        Assert.Equal("command-not-allowed", judge.Judge(Principal.Desk, "", new Unnamed()).Code);
    }

    [Fact]
    public async Task A_session_that_was_ended_gives_nothing_more_and_nothing_reaches_the_line()
    {
        var ann = _people.Join("ann", Roles.Trader, Granted);
        _people.Desk.Sessions.End(_people.Owner, ann.Session, PeopleUnderTest.Home);

        var receipt = await Gate.SubmitAsync(ann.Principal, Granted, "k", new CancelAll(), TestContext.Current.CancellationToken);

        Assert.Equal((false, "signed-out"), (receipt.Accepted, receipt.Code));
        Assert.Empty(_posted);
    }

    [Fact]
    public void A_session_under_another_name_or_number_is_nobodys()
    {
        var judge = _people.Desk.AccessTo(new DeskWindow(_view));

        Assert.Equal("signed-out", judge.Judge(_people.Owner.Principal with { Name = "ann" }, Granted, new CancelAll()).Code);
        Assert.Equal("signed-out", judge.Judge(new Principal("console", 5), Granted, new CancelAll()).Code);
        Assert.Equal("signed-out", judge.Judge(new Principal("", 0), Granted, new CancelAll()).Code);
    }

    [Fact]
    public void An_account_that_is_not_granted_is_out_of_reach_by_any_words()
    {
        var ann = _people.Join("ann", Roles.Trader | Roles.Risk, Granted);

        Assert.Equal("", CodeOf(ann, Granted, new CancelAll()));
        Assert.All(["PAPER-2", "", "*", "paper-1"], account => Assert.Equal("account-not-granted", CodeOf(ann, account, new CancelAll())));
    }

    [Fact]
    public void Alerts_and_leaders_of_others_are_out_of_reach()
    {
        var ann = _people.Join("ann", Roles.Trader | Roles.Risk, Granted);

        Assert.Equal("", CodeOf(ann, "", new AddAlert("day P&L of PAPER-1 below -100")));
        Assert.Equal("", CodeOf(ann, "", new RemoveAlert(1)));
        Assert.Equal("", CodeOf(ann, Granted, new DeclareRun("strategy=ma_crossover leader=1")));
        DeskCommand[] others =
        [
            new AddAlert("day P&L of\tpaper-2 below -100"), new AddAlert("run 2 is halted"), new RemoveAlert(2), new RemoveAlert(3),
            new RearmAlert(2), new DeclareRun("mode=follow leader=2"), new ChangeRun(new RunId(1), 1, "mode=follow leader=02"),
            new RearmDesk(RearmConsent.Confirmed, "why"),
        ];
        Assert.All(others, command => Assert.Equal("account-not-granted", CodeOf(ann, Granted, command)));
    }

    [Fact]
    public void Who_holds_risk_raises_with_an_authenticator_only()
    {
        var ann = _people.Join("ann", Roles.Risk, Granted);
        Give(ann);
        Assert.False(_posted[^1].MayRaise);

        _people.GiveSecondFactor(ann, PeopleUnderTest.Other);
        Give(ann);
        Assert.True(_posted[^1].MayRaise);
    }

    [Fact]
    public void Refusals_and_commands_to_the_whole_desk_are_lines_of_the_audit()
    {
        var ann = _people.Join("ann", Roles.Viewer, Granted);

        Gate.Post(ann.Principal, new ChangeCalendar("2026-01-26"));
        Gate.Post(_people.Owner.Principal, new ChangeCalendar("2026-01-26"));

        var lines = _people.Audit();
        Assert.Equal(("owner", "commanded", "ChangeCalendar"), (lines[0].By, lines[0].What, lines[0].About));
        Assert.Equal(("ann", "refused", "ChangeCalendar", "role-missing"), (lines[1].By, lines[1].What, lines[1].About, lines[1].After));
    }

    [Fact]
    public void A_program_that_is_refused_all_day_does_not_fill_the_audit()
    {
        var ann = _people.Join("ann", Roles.Viewer, Granted);
        var before = _people.Audit()[0].Number;
        var gate = Gate;

        for (var i = 0; i < 200; i++) gate.Post(ann.Principal, new ChangeCalendar("2026-01-26"));

        Assert.Equal(30, _people.Audit()[0].Number - before);
    }

    [Fact]
    public void What_the_audit_cannot_tell_of_is_not_done_but_for_the_kill_switch()
    {
        using (var link = SqliteLink.Open(_people.Database, readOnly: false, 0))
            link.Execute("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room is left'); END");

        Assert.Equal("audit", CodeOf(_people.Owner, "", new ChangeCalendar("2026-01-26")));
        Assert.Equal("", CodeOf(_people.Owner, "", new KillDesk(KillReach.Orders, "now")));
        Assert.Equal("", CodeOf(_people.Owner, Granted, new CancelAll()));
    }

    [Fact]
    public void Real_money_is_not_armed_on_a_desk_for_paper_even_by_itself()
    {
        using var paper = new PeopleUnderTest();
        var arm = (DeskCommand)RuntimeHelpers.GetUninitializedObject(typeof(ArmAccount));

        Assert.Equal("paper-only", paper.Desk.AccessTo(new DeskWindow(_view)).Judge(Principal.Console, Granted, arm).Code);
    }

    public void Dispose() => _people.Dispose();

    private bool Post(SubmittedCommand submitted)
    {
        _posted.Add(submitted);
        return true;
    }

    private void Give(Sitter by)
    {
        Assert.True(Gate.Judge(by.Principal, Granted, new CancelAll()).IsGranted);
        Gate.Post(by.Principal, new RemoveAlert(1));
    }

    private string CodeOf(Sitter by, string account, DeskCommand command) =>
        _people.Desk.AccessTo(new DeskWindow(_view)).Judge(by.Principal, account, command).Code;

    /// <summary>Made without its fields, which say nothing about who may give it.</summary>
    private string Word(Sitter by, Type kind) =>
        CodeOf(by, Granted, (DeskCommand)RuntimeHelpers.GetUninitializedObject(kind)).Length > 0 ? "-" : "yes";

    private static string ScopeOf(Type kind)
    {
        var right = CommandRights.All.Single(one => one.Command == kind.Name);
        return right.OnAccount ? "the account" : right.OnEveryAccount ? "every account" : "the desk";
    }

    private static AlertView Alert(int number, string rule) =>
        new(number, rule, AlertState.Armed) { By = "owner", AddedAt = FakeDeskView.Morning };

    /// <summary>A kind of command that came without its right.</summary>
    private sealed record Unnamed : DeskCommand
    {
        public override string ToText() => "unnamed";
    }
}
