using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Kills by the command line: through a running desk's door, and into the journal of one that does not run.</summary>
public sealed class KillVerbTests : IDisposable
{
    private static readonly Instant _now = TestPlans.Open;

    private readonly TempFolder _folder = new();
    private readonly List<SubmittedCommand> _posted = [];
    private readonly FakeDeskView _view = new();
    private readonly OperatorSocket _socket;
    private CommandReceipt _answer = new(0, true, "accepted", "Done.");

    public KillVerbTests()
    {
        CommandGate? gate = null;
        gate = OpenGate.To(submitted =>
        {
            _posted.Add(submitted);
            gate!.Answer(_answer with { Number = submitted.Number });
            return true;
        });
        _view.Current = _view.Current with { IsReady = true };
        _socket = new OperatorSocket(_folder.Path, new OperatorDesk(_view, gate, TradingUnderTest.Plan.Instruments, OpenGate.NoPeople),
            NullLogger.Instance);
    }

    [Theory]
    [InlineData("--reason nonsense", "", "kill-desk Positions nonsense")]
    [InlineData("--no-flatten --reason nonsense", "", "kill-desk Orders nonsense")]
    [InlineData("--account PAPER-2 --reason enough", "PAPER-2", "kill-account Positions enough")]
    public void A_running_desk_is_told_through_its_door(string words, string account, string text)
    {
        _socket.Start();

        var run = Run("kill", words);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("durable in the journal", run.Out, StringComparison.Ordinal);
        var submitted = Assert.Single(_posted);
        Assert.Equal((account, text), (submitted.Account, submitted.Command.ToText()));
    }

    [Theory]
    [InlineData("--reason calm --confirm", "rearm-desk Confirmed calm")]
    [InlineData("--reason calm --confirm --force", "rearm-desk Forced calm")]
    [InlineData("--account PAPER-2 --reason calm --confirm", "rearm-account Confirmed calm")]
    public void To_arm_again_is_told_through_the_door(string words, string text)
    {
        _socket.Start();

        Assert.Equal(0, Run("rearm", words).ExitCode);

        Assert.Equal(text, Assert.Single(_posted).Command.ToText());
    }

    [Theory]
    [InlineData("kill", "", "kill: it needs --reason TEXT.")]
    [InlineData("kill", "--status --reason why", "kill: --status goes with --data and --json only.")]
    [InlineData("rearm", "--confirm", "rearm: it needs --reason TEXT.")]
    [InlineData("rearm", "--reason calm", "rearm: entries would be taken again; say so with --confirm.")]
    public void Words_that_cannot_be_are_refused_and_nothing_is_sent(string verb, string words, string sentence)
    {
        _socket.Start();

        var run = Run(verb, words);

        Assert.Equal((2, sentence), (run.ExitCode, run.Error.Trim()));
        Assert.Empty(_posted);
    }

    [Fact]
    public void A_kill_that_is_not_confirmed_says_that_it_may_be_in_force()
    {
        _socket.Start();
        _answer = new CommandReceipt(0, false, "unconfirmed", "Not yet.");

        var run = Run("kill", "--reason nonsense");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("The desk has not confirmed it: it may be killed already.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_names_what_is_not_flat_and_why()
    {
        _socket.Start();
        _view.Current = _view.Current with
        {
            Kills =
            [
                new KillView(KillScope.Desk, "", KillReach.Positions, KillStage.Waiting)
                {
                    At = _now, StageAt = _now, By = "console", Reason = "nonsense", Sentence = "What is left waits for its market.",
                    Positions =
                    [
                        new KilledPositionView("PAPER-1", TradingUnderTest.Future, Product.Nrml, default, -65,
                            KillOutcome.MarketClosed, "Not flat: its market is closed."),
                    ],
                },
            ],
        };

        var text = Run("kill", "--status").Out;
        var json = Run("kill", "--status --json").Out;

        Assert.Contains("The desk: killed 2026-01-05 09:15:00 by console, \"nonsense\". What is left waits for its market.", text,
            StringComparison.Ordinal);
        Assert.Contains("Nrml -65: Not flat: its market is closed.", text, StringComparison.Ordinal);
        Assert.Contains("\"outcome\": \"MarketClosed\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void With_no_desk_the_switch_is_latched_in_the_journal_and_the_chain_holds()
    {
        var journal = KeptJournal();

        var run = Run("kill", "--account PAPER-1 --reason nonsense");
        var again = Run("kill", "--reason all");

        Assert.Equal((0, 0), (run.ExitCode, again.ExitCode));
        Assert.Contains("No desk is running", run.Out, StringComparison.Ordinal);
        Assert.Contains("the next start is killed. Nothing was cancelled or left.", run.Out, StringComparison.Ordinal);
        var reader = new JournalReader(journal);
        Assert.True(reader.Check().IsSound, reader.Check().Sentence);
        var kills = reader.ReadAll(new InstrumentTable([])).SelectMany(page => page.Records)
            .Where(record => record.Fact.Kind == FactKind.KillLatched).ToArray();
        Assert.Equal([KillScope.Account, KillScope.Desk], kills.Select(record => record.Fact.Kill.Scope));
        Assert.Equal(("console", "nonsense"), (kills[0].Command!.Principal, ((KillAccount)kills[0].Command!.Command).Reason));
        Assert.Equal(reader.Check().Rows, new ChainHead(JournalFile.HeadOf(journal)).Read()!.Seq);
    }

    [Fact]
    public void With_no_desk_an_account_that_no_journal_knows_is_refused()
    {
        KeptJournal();

        var run = Run("kill", "--account PAPER-9 --reason nonsense");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("knows no account PAPER-9", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_neither_a_desk_nor_a_journal_nothing_is_claimed()
    {
        var run = Run("kill", "--reason nonsense");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nothing can be killed", run.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _socket.Stop();
        _socket.Dispose();
        _folder.Dispose();
    }

    /// <summary>The journal of a simulated desk that opened one account.</summary>
    private string KeptJournal()
    {
        var path = Path.Combine(_folder.Path, "simulated", "journal.db");
        Assert.True(JournalFile.TryOpen(path, CandleWorld.Simulated, out var file, out var refusal), refusal);
        Assert.True(file!.TryBegin(_now, "test", out refusal), refusal);
        var opened = new DeskFact { Kind = FactKind.AccountOpened, At = _now, Account = new AccountEvent { Amount = new Money(1) } };
        var command = new SubmittedCommand(1, "test", "PAPER-1", "open", new OpenAccount(new Money(1)));
        Assert.True(file.TryAppend(opened, command, out refusal), refusal);
        return path;
    }

    private CliRun Run(string verb, string words) =>
        CliRun.Of([verb, .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--data", _folder.Path]);
}
