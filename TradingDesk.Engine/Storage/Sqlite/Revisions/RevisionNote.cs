using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>What a revision may do with a candle that is there already and says otherwise; one that says the same is always kept.</summary>
internal enum RevisionRule
{
    /// <summary>Keeps every candle that is there.</summary>
    AddMissing,

    /// <summary>Replaces what earlier revisions wrote, keeps what the running engine built.</summary>
    Correct,

    /// <summary>Replaces what the running engine built too.</summary>
    Replace,
}

/// <summary>Why candles that did not come from the running engine are entered.</summary>
/// <param name="At">When, by the clock of the machine.</param>
/// <param name="Source">Where they are from: a file's name, `tape`, `simulated history`.</param>
/// <param name="Hash">The SHA-256 of the source in hexadecimal, empty when it is no file.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="Principal">By whom.</param>
internal sealed record RevisionNote(Instant At, string Source, string Hash, string Reason, string Principal)
{
    /// <summary>What the source held besides candles, by day; kept with the day when the revision enters anything.</summary>
    public IReadOnlyDictionary<RevisionDay, RevisionRefuse> Refuse { get; init; } = new Dictionary<RevisionDay, RevisionRefuse>();
}
