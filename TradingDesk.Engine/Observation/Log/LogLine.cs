using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Log;

/// <summary>One row of the journal in words: what happened when, to what, and by whom.</summary>
/// <param name="Seq">Its number in the journal, from 1.</param>
/// <param name="At">By the market's clock.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Kind">A short word such as `traded`.</param>
/// <param name="Sentence">The whole of it.</param>
public sealed record LogLine(long Seq, Instant At, LogTopic Topic, string Kind, string Sentence)
{
    /// <summary>None where it is about no order.</summary>
    public OrderId Order { get; init; }

    /// <summary>Null where it is about none, or about one that this desk does not watch any more.</summary>
    public InstrumentId? Instrument { get; init; }

    /// <summary>Whose it is; empty for what concerns the whole desk.</summary>
    public string Account { get; init; } = "";

    /// <summary>The number of the alert it is about; 0 for none.</summary>
    public int Alert { get; init; }

    /// <summary>A person, `desk`, a run, or `venue`.</summary>
    public string By { get; init; } = "";

    /// <summary>What was asked for, such as `placing an order`; empty where nobody asked.</summary>
    public string Asked { get; init; } = "";

    /// <summary>What held before and what was asked for, where something was changed and the log was asked for deeds.</summary>
    public string Before { get; init; } = "";

    public string After { get; init; } = "";
}
