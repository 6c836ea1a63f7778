namespace TradingDesk.Engine.Commands;

/// <summary>
/// The gate's answer to a command: taken onto the line or refused with a code and a sentence. For a command about money it comes when
/// what it caused is durable, with the number of the intent, if it made one.
/// </summary>
public sealed record CommandReceipt(long Number, bool Accepted, string Code, string Sentence)
{
    /// <summary>The number of the intent it made, or that its key made before; 0 for none.</summary>
    public int Intent { get; init; }

    /// <summary>The number of the run it declared; 0 for none.</summary>
    public int Run { get; init; }

    /// <summary>Whether the same key was answered before, and this is that answer.</summary>
    public bool IsRepeat { get; init; }
}
