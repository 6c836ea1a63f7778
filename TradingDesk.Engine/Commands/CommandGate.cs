namespace TradingDesk.Engine.Commands;

/// <summary>The one door for commands: numbers each and puts it on the line, or says why not.</summary>
public sealed class CommandGate(Func<SubmittedCommand, bool> post)
{
    private long _lastNumber;

    /// <summary>Never waits: a full line refuses the command with `busy`.</summary>
    public CommandReceipt Post(string principal, DeskCommand command)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        return post(new SubmittedCommand(number, principal, command))
            ? new CommandReceipt(number, true, "taken", "The desk has taken the command.")
            : new CommandReceipt(number, false, "busy", "The desk's line is full; try again in a moment.");
    }
}
