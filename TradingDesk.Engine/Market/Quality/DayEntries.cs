namespace TradingDesk.Engine.Market.Quality;

/// <summary>How a day's candles came into the store besides from the running engine.</summary>
/// <param name="Revisions">The revisions that changed the day, ascending.</param>
/// <param name="Duplicates">Rows that their sources gave again.</param>
/// <param name="Outside">Rows of their sources that stand outside the session and were left out.</param>
internal sealed record DayEntries(IReadOnlyList<long> Revisions, int Duplicates, int Outside)
{
    public static DayEntries None { get; } = new([], 0, 0);
}
