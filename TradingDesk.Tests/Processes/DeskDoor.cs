using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes;

/// <summary>The operators' door of a desk in a process of its own, open and answering, as tests use it.</summary>
internal sealed class DeskDoor : IDisposable
{
    public static readonly TimeSpan Patient = TimeSpan.FromSeconds(90);

    private DeskDoor(OperatorLine line) => Line = line;

    public OperatorLine Line { get; }

    /// <summary>Once the desk has joined its past; one that ends instead says its last words.</summary>
    public static async Task<DeskDoor> OpenAsync(DeskProcess desk)
    {
        OperatorLine? line = null;
        await Patience.UntilAsync(
            () =>
            {
                desk.AssertRuns();
                return (line ??= OperatorLine.TryOpen(desk.DataFolder, out _)) is not null;
            },
            Patient, "the desk opened its door");
        var door = new DeskDoor(line!);
        await Patience.UntilAsync(async () => (await door.AccountsAsync()).Count > 0, Patient, "the desk had joined its past");
        return door;
    }

    public async Task<IReadOnlyList<OperatorAccount>> AccountsAsync() => (await AskAsync(OperatorRequest.Accounts)).Accounts ?? [];

    public async Task<IReadOnlyList<OperatorRun>> RunsAsync() => (await AskAsync(OperatorRequest.Runs)).Runs ?? [];

    public async Task<IReadOnlyList<OperatorKill>> KillsAsync() => (await AskAsync(OperatorRequest.Kills)).Kills ?? [];

    /// <summary>A command under a key of its own, which must be taken.</summary>
    public async Task GiveAsync(string account, DeskCommand command)
    {
        var answer = await AskAsync(account, command);
        Assert.True(answer.Accepted, $"{command.ToText()}: {answer.Sentence}");
    }

    /// <summary>A command under a key of its own, which may be refused.</summary>
    public Task<OperatorAnswer> AskAsync(string account, DeskCommand command) => Line.AskAsync(
        new OperatorRequest(0) { Account = account, Key = Guid.NewGuid().ToString("N"), Command = command.ToText() },
        CancellationToken.None);

    public void Dispose() => Line.Dispose();

    private Task<OperatorAnswer> AskAsync(string question) =>
        Line.AskAsync(new OperatorRequest(0) { Ask = question }, CancellationToken.None);
}
