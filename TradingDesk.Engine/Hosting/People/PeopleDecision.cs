using TradingDesk.Engine.People;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>What is decided about people from the state at hand: the answer, what changes with it, and what the audit says of it. A refusal
/// may change something too, such as a count of failures.</summary>
internal sealed record PeopleDecision(PeopleAnswer Answer)
{
    public PeopleChange Change { get; init; } = new();

    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    public static PeopleDecision Refuse(string code, string sentence) => new(PeopleAnswer.Refused(code, sentence));
}
