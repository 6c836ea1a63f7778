using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>What an entry is judged by besides what is at stake: the limits of an account or a run, its state and its counts.</summary>
internal readonly record struct EntryScope
{
    /// <summary>Null where none were set.</summary>
    public required RiskLimits? Limits { get; init; }

    public required RiskState State { get; init; }

    /// <summary>Why it is held; none while it is active.</summary>
    public required RefusalCode Why { get; init; }

    /// <summary>Entries accepted since the day began.</summary>
    public required int Trades { get; init; }

    /// <summary>Orders whose end is not known.</summary>
    public required int OpenOrders { get; init; }
}
