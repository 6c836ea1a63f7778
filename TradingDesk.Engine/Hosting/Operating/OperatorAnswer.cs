using TradingDesk.Engine.Commands;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>The desk's line of JSON back: what became of the command, or what was asked for.</summary>
internal sealed record OperatorAnswer(long Id, bool Accepted, string Code, string Sentence)
{
    public int Intent { get; init; }

    /// <summary>Whether the key was answered before, and this is that answer.</summary>
    public bool IsRepeat { get; init; }

    public IReadOnlyList<OperatorAccount>? Accounts { get; init; }

    public IReadOnlyList<OperatorRun>? Runs { get; init; }

    public IReadOnlyList<OperatorRisk>? Risks { get; init; }

    public IReadOnlyList<OperatorAlert>? Alerts { get; init; }

    public IReadOnlyList<OperatorKill>? Kills { get; init; }

    public IReadOnlyList<OperatorPerson>? People { get; init; }

    public static OperatorAnswer Of(long id, CommandReceipt receipt) =>
        new(id, receipt.Accepted, receipt.Code, receipt.Sentence) { Intent = receipt.Intent, IsRepeat = receipt.IsRepeat };

    public static OperatorAnswer Refused(long id, string code, string sentence) => new(id, false, code, sentence);
}
