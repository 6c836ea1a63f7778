using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Log;

/// <summary>Which lines of the log somebody wants: newest first, bounded.</summary>
public sealed record LogQuery
{
    /// <summary>One account's lines and those of the whole desk; null for every account's.</summary>
    public AccountId? Account { get; init; }

    /// <summary>None for all topics.</summary>
    public IReadOnlyList<LogTopic> Topics { get; init; } = [];

    /// <summary>Only lines by that name; empty for everybody's.</summary>
    public string By { get; init; } = "";

    /// <summary>Only what somebody asked of an account, one line a command, with what was before and after.</summary>
    public bool OnlyDeeds { get; init; }

    /// <summary>Only lines with smaller numbers.</summary>
    public long Before { get; init; } = long.MaxValue;

    /// <summary>Only lines with greater numbers.</summary>
    public long After { get; init; }

    public int Count { get; init; } = 100;
}
