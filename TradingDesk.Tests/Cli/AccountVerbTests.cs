using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Market;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Accounts by the command line: what reaches the desk's gate, what is printed, what is refused before.</summary>
public sealed class AccountVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<SubmittedCommand> _posted = [];
    private readonly OperatorSocket _socket;
    private CommandReceipt _answer = new(0, true, "accepted", "Done.");

    public AccountVerbTests()
    {
        CommandGate? gate = null;
        gate = OpenGate.To(submitted =>
        {
            _posted.Add(submitted);
            gate!.Answer(_answer with { Number = submitted.Number });
            return true;
        });
        var view = new FakeDeskView();
        view.Current = view.Current with { IsReady = true, Accounts = [FakeAccounts.Account()] };
        _socket = new OperatorSocket(_folder.Path, new OperatorDesk(view, gate, new InstrumentTable([]), OpenGate.NoPeople),
            NullLogger.Instance);
        _socket.Start();
    }

    [Theory]
    [InlineData("open PAPER-2 --cash 500000", "PAPER-2", "open-account 5000000000")]
    [InlineData("deposit PAPER-2 --cash 25000.50", "PAPER-2", "cash 250005000")]
    [InlineData("withdraw PAPER-2 --cash 0.01 --note gone", "PAPER-2", "cash -100 gone")]
    [InlineData("reset PAPER-2 --cash 1000000000", "PAPER-2", "reset-account 10000000000000")]
    public void A_deed_is_a_command_for_that_account_under_a_key_of_its_own(string words, string account, string text)
    {
        var run = Run(words);

        Assert.Equal((0, "", $"{account}: done, durable in the journal."), (run.ExitCode, run.Error, run.Out.Trim()));
        var submitted = Assert.Single(_posted);
        Assert.Equal((account, text, 32), (submitted.Account, submitted.Command.ToText(), submitted.Key.Length));
        Run(words);
        Assert.NotEqual(_posted[0].Key, _posted[1].Key);
    }

    [Fact]
    public void A_key_of_ones_own_makes_a_repeat_safe_and_the_answer_says_so()
    {
        _answer = _answer with { IsRepeat = true };

        var run = Run("deposit PAPER-2 --cash 5 --key mine");

        Assert.Equal("mine", Assert.Single(_posted).Key);
        Assert.Equal("PAPER-2: done before under this key, durable in the journal.", run.Out.Trim());
    }

    [Fact]
    public void A_refusal_is_told_with_its_code_and_sentence()
    {
        _answer = new CommandReceipt(0, false, "account-in-use", "Too much is held.");

        var run = Run("withdraw PAPER-1 --cash 5");

        Assert.Equal((1, "Refused (account-in-use): Too much is held."), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public void What_the_desk_has_not_confirmed_is_asked_again_under_the_same_key()
    {
        _answer = new CommandReceipt(0, false, "unconfirmed", "Not yet.");

        var run = Run("deposit PAPER-1 --cash 5");

        Assert.Equal((1, $"Not yet. Ask again with --key {_posted[0].Key}."), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public void The_list_shows_each_account_with_what_it_holds()
    {
        var lines = Run("list").Out.Split('\n');

        Assert.StartsWith("account ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{FakeAccounts.Account().Name} (PAPER) ", lines[1], StringComparison.Ordinal);
        Assert.Empty(_posted);
    }

    [Theory]
    [InlineData("", "account needs list|open|deposit|withdraw|reset.")]
    [InlineData("lst", "account: 'lst' cannot be done; near: list; write list, open, deposit, withdraw, reset.")]
    [InlineData("list PAPER-1", "account: list names every account; 'PAPER-1' is too much.")]
    [InlineData("open", "account: open needs the account's name.")]
    [InlineData("open PAPER-2", "account: open needs --cash RUPEES.")]
    [InlineData("open PAPER-2 --cash 0", "account: --cash '0' cannot be; ")]
    [InlineData("open PAPER-2 --cash -5", "account: --cash '-5' cannot be; ")]
    [InlineData("open PAPER-2 --cash 1.001", "account: --cash '1.001' cannot be; ")]
    [InlineData("open PAPER-2 --cash 1e5", "account: --cash '1e5' cannot be; ")]
    [InlineData("open PAPER-2 --cash 1,000", "account: --cash '1,000' cannot be; ")]
    [InlineData("open PAPER-2 --cash 1000000000.01", "account: --cash '1000000000.01' cannot be; ")]
    public void Words_that_cannot_be_are_refused_and_nothing_is_sent(string words, string sentence)
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

    private CliRun Run(string words) =>
        CliRun.Of(["account", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--data", _folder.Path]);
}
