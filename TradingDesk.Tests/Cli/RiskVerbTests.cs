using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Limits by the command line: what reaches the desk's gate, what is printed, what is refused before.</summary>
public sealed class RiskVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<SubmittedCommand> _posted = [];
    private readonly OperatorSocket _socket;

    public RiskVerbTests()
    {
        CommandGate? gate = null;
        gate = OpenGate.To(submitted =>
        {
            _posted.Add(submitted);
            gate!.Answer(new CommandReceipt(submitted.Number, true, "accepted", "Done."));
            return true;
        });
        var view = new FakeDeskView();
        var run = Held with { Run = new RunId(3), HasLimits = false };
        view.Current = view.Current with { IsReady = true, Accounts = [FakeAccounts.Account()], Risks = [Held, run] };
        _socket = new OperatorSocket(_folder.Path, new OperatorDesk(view, gate, new InstrumentTable([]), OpenGate.NoPeople),
            NullLogger.Instance);
        _socket.Start();
    }

    private static RiskView Held { get; } = new(new AccountId(0), RunId.None)
    {
        HasLimits = true,
        State = RiskState.ReduceOnly,
        Why = "The day's loss has reached its limit.",
        StateAt = TestPlans.Open,
        StateBy = "desk",
        StateBecause = "",
        Limits = "day-loss=500.00",
        SetAt = TestPlans.Open,
        SetBy = "anita",
        SetBecause = "careful",
        Measures = [new RiskMeasure("day-loss", 512.5M, IsMoney: true) { Most = 500 }, new RiskMeasure("trades", 3, IsMoney: false)],
    };

    [Theory]
    [InlineData("set PAPER-1 day-loss=5000 collar=2.5 --reason careful", "limits 0 day-loss%3D5000%20collar%3D2.5 careful")]
    [InlineData("set PAPER-1 net=none --run 3 --reason careful", "limits 3 net%3Dnone careful")]
    [InlineData("halt PAPER-1 --run 3 --reason mad", "risk-state 3 Halted mad")]
    [InlineData("reduce PAPER-1 --reason tired", "risk-state 0 ReduceOnly tired")]
    [InlineData("release PAPER-1 --reason rested", "risk-state 0 Active rested")]
    public void A_deed_is_a_command_for_that_account(string words, string text)
    {
        var run = Run(words);

        Assert.Equal((0, "", "PAPER-1: done, durable in the journal."), (run.ExitCode, run.Error, run.Out.Trim()));
        var submitted = Assert.Single(_posted);
        Assert.Equal(("PAPER-1", text), (submitted.Account, submitted.Command.ToText()));
    }

    [Theory]
    [InlineData("rise PAPER-1", "cannot be done")]
    [InlineData("set PAPER-1 day-loss=much --reason x", "day-loss cannot be `much`; it is rupees above 0")]
    [InlineData("set PAPER-1 dayloss=5 --reason x", "`dayloss` is no limit; there are order-value")]
    [InlineData("set PAPER-1 --reason x", "No limit is named")]
    [InlineData("set PAPER-1 day-loss=5", "set needs --reason TEXT.")]
    [InlineData("halt --reason x", "halt needs the account's name.")]
    [InlineData("halt PAPER-1 now --reason x", "halt takes the account's name alone.")]
    [InlineData("halt PAPER-1 --run none --reason x", "cannot be; write a run's number.")]
    [InlineData("list PAPER-1", "list names every account")]
    public void What_cannot_be_is_said_before_the_desk_is_asked(string words, string problem)
    {
        var run = Run(words);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Empty(_posted);
    }

    [Fact]
    public void The_list_shows_state_use_limits_and_who_set_them()
    {
        var text = Run("list").Out;

        Assert.Contains("PAPER-1: reduce only. The day's loss has reached its limit.", text, StringComparison.Ordinal);
        Assert.Contains("512.50 of             500.00  102 %", text, StringComparison.Ordinal);
        Assert.Contains("set by anita, 2026-01-05T09:15:00.000+05:30: careful", text, StringComparison.Ordinal);
        Assert.Contains("PAPER-1, run 3: reduce only", text, StringComparison.Ordinal);
        Assert.Contains("no limits of its own: its account's hold", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_comes_as_json()
    {
        var text = Run("list --json").Out;

        Assert.Contains("\"account\"", text, StringComparison.Ordinal);
        Assert.Contains("512.5", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _socket.Stop();
        _socket.Dispose();
        _folder.Dispose();
    }

    private CliRun Run(string words) =>
        CliRun.Of(["risk", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--data", _folder.Path]);
}
