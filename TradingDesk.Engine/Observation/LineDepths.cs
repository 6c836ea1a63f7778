namespace TradingDesk.Engine.Observation;

/// <summary>How full the line is, in and out, and what was refused at its door.</summary>
public sealed record LineDepths(int Inbox, int InboxCapacity, int Facts, int FactsCapacity, long CommandsRefused)
{
    /// <summary>Times a feed found the line full and waited.</summary>
    public long FeedWaits { get; init; }

    /// <summary>Times the engine went on without a reader of facts that was too slow.</summary>
    public long ReadersPassed { get; init; }
}
