using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Market;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.Operating;

/// <summary>The door of the command line: who gets in, and what it answers to what.</summary>
public sealed class OperatorSocketTests : IDisposable
{
    private const string Deposit = """{"id":5,"account":"PAPER-1","key":"k","command":"cash 10000 why"}""";

    private readonly TempFolder _folder = new();
    private readonly List<SubmittedCommand> _posted = [];
    private readonly FakeDeskView _view = new();
    private readonly CommandGate _gate;
    private readonly OperatorSocket _socket;

    public OperatorSocketTests()
    {
        _view.Current = _view.Current with { IsReady = true };
        _gate = OpenGate.To(submitted =>
        {
            lock (_posted) _posted.Add(submitted);
            return true;
        });
        _socket = new OperatorSocket(_folder.Path, new OperatorDesk(_view, _gate, new InstrumentTable([]), OpenGate.NoPeople),
            NullLogger.Instance);
    }

    [Fact]
    public void Only_the_desks_own_user_can_open_it_also_where_a_dead_desk_left_its_own()
    {
        File.WriteAllText(OperatorSocket.PathIn(_folder.Path), "left");

        _socket.Start();

        using var line = OperatorLine.TryOpen(_folder.Path, out var refusal);
        Assert.True(line is not null, refusal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(OperatorSocket.PathIn(_folder.Path)));
    }

    [Fact]
    public void Without_a_desk_the_caller_is_told_so()
    {
        using var line = OperatorLine.TryOpen(_folder.Path, out var refusal);

        Assert.Null(line);
        Assert.Equal($"No desk is running on {_folder.Path}.", refusal);
    }

    [Fact]
    public async Task A_command_goes_through_the_gate_and_is_answered_when_the_gate_answers()
    {
        _socket.Start();
        using var line = OperatorLine.TryOpen(_folder.Path, out _)!;
        var request = new OperatorRequest(0) { Account = "PAPER-1", Key = "k", Command = "cash 10000 why" };

        var asked = line.AskAsync(request, CancellationToken.None);
        var submitted = await PostedAsync(1);
        Assert.False(asked.IsCompleted);
        _gate.Answer(new CommandReceipt(submitted.Number, true, "accepted", "Done.") { Intent = 9 });

        var answer = await asked;
        Assert.Equal(("console", "PAPER-1", "k"), (submitted.Principal, submitted.Account, submitted.Key));
        Assert.Equal((true, "accepted", 9), (answer.Accepted, answer.Code, answer.Intent));
    }

    [Fact]
    public async Task Answers_come_in_the_order_in_which_they_are_there()
    {
        _socket.Start();
        await using var caller = Connect();

        await caller.WriteAsync(Encoding.UTF8.GetBytes($"{Deposit}\n{{\"id\":6,\"ask\":\"accounts\"}}\n"));
        using var reader = new StreamReader(caller);
        var first = Parse(await reader.ReadLineAsync());
        _gate.Answer(new CommandReceipt((await PostedAsync(1)).Number, true, "accepted", "Done."));
        var second = Parse(await reader.ReadLineAsync());

        Assert.Equal((6, 5), (first.GetProperty("id").GetInt64(), second.GetProperty("id").GetInt64()));
    }

    [Theory]
    [InlineData("hello", "request-not-understood")]
    [InlineData("null", "request-not-understood")]
    [InlineData("{}", "request-not-understood")]
    [InlineData("""{"id":1,"id":2,"ask":"accounts"}""", "request-not-understood")]
    [InlineData("""{"id":1,"ask":null}""", "request-not-understood")]
    [InlineData("""{"id":1,"sudo":true}""", "request-not-understood")]
    [InlineData("""{"id":1,"ask":"secrets"}""", "question-unknown")]
    [InlineData("""{"id":1,"account":"PAPER-1","key":"k","command":"sell everything"}""", "command-not-understood")]
    [InlineData("""{"id":1,"account":"PAPER-1","key":"k","command":"timeframes 60"}""", "command-not-taken")]
    [InlineData("""{"id":1,"account":"PAPER-1","key":"","command":"cancel-all -"}""", "key-not-allowed")]
    public async Task A_line_that_is_no_request_is_refused_and_nothing_is_done(string line, string code)
    {
        _socket.Start();
        await using var caller = Connect();

        await caller.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        using var reader = new StreamReader(caller);

        Assert.Equal(code, Parse(await reader.ReadLineAsync()).GetProperty("code").GetString());
        Assert.Empty(_posted);
    }

    [Fact]
    public async Task A_line_without_an_end_is_refused_and_the_caller_let_go()
    {
        _socket.Start();
        await using var caller = Connect();

        await caller.WriteAsync(new byte[40_000]);
        using var reader = new StreamReader(caller);

        Assert.Equal("line-too-long", Parse(await reader.ReadLineAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_desk_that_stops_lets_go_of_a_caller_who_waits()
    {
        _socket.Start();
        using var line = OperatorLine.TryOpen(_folder.Path, out _)!;
        var asked = line.AskAsync(new OperatorRequest(0) { Account = "A", Key = "k", Command = "exit-all -" }, CancellationToken.None);
        await PostedAsync(1);

        _socket.Stop();

        await Assert.ThrowsAsync<IOException>(() => asked);
    }

    public void Dispose()
    {
        _socket.Stop();
        _socket.Dispose();
        _folder.Dispose();
    }

    private static JsonElement Parse(string? line) => JsonDocument.Parse(line!).RootElement;

    private NetworkStream Connect()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(OperatorSocket.PathIn(_folder.Path)));
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<SubmittedCommand> PostedAsync(int count)
    {
        await Patience.UntilAsync(
            () => { lock (_posted) return _posted.Count >= count; }, TimeSpan.FromSeconds(20), "the command was posted");
        lock (_posted) return _posted[count - 1];
    }
}
