using System.Collections.Concurrent;

namespace TradingDesk.Engine.Commands;

/// <summary>
/// The one door for commands, whatever way they came: asks whether this is theirs to want, numbers each and puts it on the line, or says
/// why not.
/// </summary>
public sealed class CommandGate(Func<SubmittedCommand, bool> post, AccessJudge judge)
{
    /// <summary>How long a caller waits for the journal: a hundred times what a slow disk takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int KeyLengthMost = 64;
    private const string KeySigns = "._:-";

    /// <summary>Signs of a command's text: a note of some pages, and the emergency file still holds many.</summary>
    private const int TextMost = 4_096;

    private readonly ConcurrentDictionary<long, TaskCompletionSource<CommandReceipt>> _waiting = new();
    private long _lastNumber;

    /// <summary>Whether a command would be taken from them, for what is kept before it is posted.</summary>
    public Access Judge(Principal principal, string account, DeskCommand command) => judge(principal, account, command);

    /// <summary>A change of the desk as a whole; its outcome comes as a fact. Never waits: a full line refuses with `busy`.</summary>
    public CommandReceipt Post(Principal principal, DeskCommand command)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var access = judge(principal, "", command);
        if (!access.IsGranted) return Refused(number, access);
        return post(new SubmittedCommand(number, principal.Name, command) { MayRaise = access.MayRaise }) ? Taken(number) : Busy(number);
    }

    /// <summary>
    /// A command about money: answered when what it caused is durable, or refused. The same key again gives the first answer, whatever
    /// became of it since; with another content it is refused.
    /// </summary>
    public async Task<CommandReceipt> SubmitAsync(
        Principal principal, string account, string key, DeskCommand command, CancellationToken cancel = default)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        if (!IsKey(key)) return new CommandReceipt(number, false, "key-not-allowed", "A key is 1 to 64 letters, digits and . _ : -.");
        var access = judge(principal, account, command);
        if (!access.IsGranted) return Refused(number, access);
        var submitted = new SubmittedCommand(number, principal.Name, account, key, command) { MayRaise = access.MayRaise };
        if (!IsReadable(submitted)) return NotReadable(number);
        var answer = new TaskCompletionSource<CommandReceipt>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[number] = answer;
        try
        {
            if (!post(submitted)) return Busy(number);
            return await answer.Task.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            return new CommandReceipt(number, false, "unconfirmed",
                "The desk has not confirmed this yet: look at the orders; the same request again is safe, a new one is not.");
        }
        finally
        {
            _waiting.TryRemove(number, out _);
        }
    }

    /// <summary>Told by the journal's thread, when the answer to a command is durable.</summary>
    internal void Answer(CommandReceipt receipt)
    {
        if (_waiting.TryRemove(receipt.Number, out var waiting)) waiting.TrySetResult(receipt);
    }

    /// <summary>What may be a key: it is written into the journal and shown to people.</summary>
    internal static bool IsKey(string? key) =>
        key is { Length: > 0 and <= KeyLengthMost } && key.All(sign => char.IsAsciiLetterOrDigit(sign) || KeySigns.Contains(sign));

    /// <summary>A start must read from the journal what is given now, or it could not begin.</summary>
    private static bool IsReadable(SubmittedCommand submitted) =>
        submitted.ToText() is { Length: <= TextMost } text && SubmittedCommand.TryParse(text, out var again) && again == submitted;

    private static CommandReceipt NotReadable(long number) => new(number, false, "command-not-allowed",
        "The desk cannot keep this command: a name or a choice in it is none that there is, or its text is too long.");

    private static CommandReceipt Refused(long number, Access access) => new(number, false, access.Code, access.Sentence);

    private static CommandReceipt Taken(long number) => new(number, true, "taken", "The desk has taken the command.");

    private static CommandReceipt Busy(long number) =>
        new(number, false, "busy", "The desk's line is full; try again in a moment.");
}
