using System.Globalization;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>What a person must know before believing the page: a code and a sentence, or nothing when all is well.</summary>
public sealed record DeskCondition(string Code, string Sentence)
{
    private const int PatienceSeconds = 5;

    /// <summary>The engine's silence is measured in real time, the market's in market time at the market's speed.</summary>
    public static DeskCondition? Judge(DeskSnapshot snapshot, TimeSpan engineStillFor)
    {
        var still = (int)engineStillFor.TotalSeconds;
        if (snapshot.Number == 0) return Starting(still);
        if (!snapshot.IsReady) return Preparing(still);
        if (still >= PatienceSeconds)
            return new("engine-still", Say($"The engine has stood still for {still} s - prices and candles are not moving"));
        var silent = FeedSilentSeconds(snapshot);
        if (silent >= PatienceSeconds) return new("feed-silent", Say($"No tick from the market for {silent} s - prices are stale"));
        return snapshot.Market.Doubts is [var doubt, ..] ? new("doubt", doubt.Sentence.TrimEnd('.')) : null;
    }

    private static DeskCondition Starting(int still) => still >= PatienceSeconds
        ? new("starting", Say($"The engine has not spoken for {still} s - there are no prices yet"))
        : new("starting", "The engine is starting");

    /// <summary>A first start makes the market's past, any start reads the stored one: the clock stands until that is done.</summary>
    private static DeskCondition Preparing(int still) => still >= PatienceSeconds
        ? new("starting", Say($"The desk has been preparing its history for {still} s - there are no new prices yet"))
        : new("starting", "The desk is preparing its history");

    /// <summary>Real seconds without any tick while the market is open; 0 where none are due.</summary>
    internal static long FeedSilentSeconds(DeskSnapshot snapshot)
    {
        var market = snapshot.Market;
        if (!market.HasFeed || market.Phase != MarketPhase.Open || snapshot.Quotes.All.Count == 0) return 0;
        var newest = snapshot.Quotes.All.Max(quote => quote.Time.Nanos);
        if (newest == 0) return 0;
        return (long)((market.MarketTime.Nanos - newest) / Math.Max(1, market.Speed) / Instant.NanosPerSecond);
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
