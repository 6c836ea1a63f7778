namespace TradingDesk.Engine.Venues.Paper;

/// <summary>How the paper venue behaves where nothing in the market says it: latencies in market time, trust in books, rests.</summary>
/// <remarks>
/// The latencies are chosen, not measured: a retail order passes the public network, the broker's checks and the exchange's gateway, and
/// paper results should not look better than that allows.
/// </remarks>
internal sealed record PaperRules
{
    public static PaperRules Default { get; } = new();

    /// <summary>A usual way to the venue takes from this long...</summary>
    public int ThereLeastMilliseconds { get; init; } = 20;

    /// <summary>... up to this long.</summary>
    public int ThereUsualMilliseconds { get; init; } = 60;

    /// <summary>The slow ones, up to this long: a broker's checks under load.</summary>
    public int ThereMostMilliseconds { get; init; } = 300;

    /// <summary>How many of a hundred requests are slow ones.</summary>
    public int SlowPercent { get; init; } = 5;

    public int BackLeastMilliseconds { get; init; } = 10;

    public int BackMostMilliseconds { get; init; } = 40;

    /// <summary>
    /// How old a book may be by its own time: feeds send a traded instrument's book every second, and after ten without one nobody can
    /// say what would have been there.
    /// </summary>
    public int BookSecondsMost { get; init; } = 10;

    public MarketRest Rest { get; init; } = MarketRest.Waits;
}

/// <summary>What becomes of a market order that the visible book cannot fill.</summary>
internal enum MarketRest : byte
{
    /// <summary>
    /// It takes from each newer book. An exchange would fill it at once from the levels behind the fifth, or keep the rest at the last
    /// price; neither can be seen, and an exit that stands still in a falling market would be a lie.
    /// </summary>
    Waits = 0,
    Cancelled = 1,
}
