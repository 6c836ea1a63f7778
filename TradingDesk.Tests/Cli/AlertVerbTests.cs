using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Cli;

/// <summary>Alerts by the command line: what reaches the desk's gate, what is printed, what is refused before.</summary>
public sealed class AlertVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<SubmittedCommand> _posted = [];
    private readonly FakeDeskView _view = new();
    private readonly OperatorSocket _socket;

    public AlertVerbTests()
    {
        CommandGate? gate = null;
        gate = OpenGate.To(submitted =>
        {
            _posted.Add(submitted);
            gate!.Answer(new CommandReceipt(submitted.Number, true, "accepted", "Alert 3 is armed."));
            return true;
        });
        _view.Current = _view.Current with
        {
            IsReady = true,
            Alerts =
            [
                new AlertView(3, "price of NSE:RELIANCE above 2500.00", AlertState.Fired)
                {
                    By = "console", AddedAt = TestPlans.Open, Value = "2,490.00", FiredAt = TestPlans.Open.PlusSeconds(1),
                    FiredValue = "2,501.00",
                },
                new AlertView(4, "RSI:14 of NSE:NIFTY on 5m above 70", AlertState.Armed)
                    { By = "someone", AddedAt = TestPlans.Open, Blind = "'RSI:14' is no column." },
            ],
        };
        _socket = new OperatorSocket(_folder.Path, new OperatorDesk(_view, gate, new InstrumentTable([]), OpenGate.NoPeople),
            NullLogger.Instance);
        _socket.Start();
    }

    [Theory]
    [InlineData("add", "price of NSE:RELIANCE above 2500", "alert-add price of NSE:RELIANCE above 2500")]
    [InlineData("remove", "3", "alert-remove 3")]
    [InlineData("rearm", "3", "alert-rearm 3")]
    public void A_deed_is_a_command_for_the_desk_as_a_whole_under_a_key_of_its_own(string deed, string what, string text)
    {
        var run = Run(deed, what);

        Assert.Equal((0, "", "Alert 3 is armed."), (run.ExitCode, run.Error, run.Out.Trim()));
        var submitted = Assert.Single(_posted);
        Assert.Equal(("", text, 32, "console"), (submitted.Account, submitted.Command.ToText(), submitted.Key.Length, submitted.Principal));
    }

    [Fact]
    public void A_rule_that_cannot_be_is_refused_with_its_word_before_it_reaches_the_line()
    {
        const string Problem = "'RSI:9' is no column of NSE:NIFTY on 5m: there are RSI:14.";
        _view.AlertReview = new AlertReview("", "alert-column-unknown", "RSI:9", Problem);

        var run = Run("add", "RSI:9 of NIFTY on 5m above 70");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"Refused (alert-column-unknown): {Problem}", run.Error.Trim());
        Assert.Empty(_posted);
    }

    [Fact]
    public void The_list_shows_each_alert_and_why_one_is_blind()
    {
        var lines = Run("list").Out.Split('\n').Select(line => line.TrimEnd()).ToArray();

        Assert.Equal(["no", "state", "rule", "value", "fired", "added", "by"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            "3   fired  price of NSE:RELIANCE above 2500.00  2,490.00  2026-01-05T09:15:01.000+05:30 at 2,501.00  console", lines[1]);
        Assert.StartsWith("4   blind  RSI:14 of NSE:NIFTY on 5m above 70", lines[2], StringComparison.Ordinal);
        Assert.Equal("    'RSI:14' is no column.", lines[3]);
    }

    [Fact]
    public void A_program_reads_the_list_as_json()
    {
        var json = Run("list", "--json").Out;

        Assert.Contains("\"rule\": \"price of NSE:RELIANCE above 2500.00\"", json, StringComparison.Ordinal);
        Assert.Contains("\"state\": \"blind\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alert: 'lst' cannot be done; near: list; write list, add, remove, rearm.", "lst")]
    [InlineData("alert: list names every alert; '3' is too much.", "list", "3")]
    [InlineData("alert: add needs the rule in quotes", "add")]
    [InlineData("alert: remove needs the alert's number", "remove")]
    [InlineData("alert: rearm needs the alert's number", "rearm", "x3")]
    public void Words_that_cannot_be_are_refused_and_nothing_is_sent(string sentence, params string[] words)
    {
        var run = Run(words);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
        Assert.Empty(_posted);
    }

    public void Dispose()
    {
        _socket.Stop();
        _socket.Dispose();
        _folder.Dispose();
    }

    private CliRun Run(params string[] words) => CliRun.Of(["alert", .. words, "--data", _folder.Path]);
}
