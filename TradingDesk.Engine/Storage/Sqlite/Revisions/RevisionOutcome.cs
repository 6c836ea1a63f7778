namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>What became of the candles that were to be entered.</summary>
internal sealed record RevisionOutcome
{
    /// <summary>The revision's number; null when the store had it all and none was made.</summary>
    public long? Number { get; init; }

    public long Added { get; init; }

    /// <summary>Candles whose old values are kept beside the new ones.</summary>
    public long Replaced { get; init; }

    /// <summary>Candles that were there with the same values.</summary>
    public long Same { get; init; }

    /// <summary>Candles that were there with other values and stayed as they were.</summary>
    public long Kept { get; init; }
}
