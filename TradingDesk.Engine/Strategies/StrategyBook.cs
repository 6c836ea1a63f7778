namespace TradingDesk.Engine.Strategies;

/// <summary>What a run's book holds, as its strategy may know it.</summary>
internal readonly record struct StrategyBook
{
    /// <summary>The way the signal instrument must go for what is held to gain: 1, -1, or 0 when nothing is held.</summary>
    public int Way { get; init; }

    /// <summary>The signal instrument's price in rupees at the signal that opened the position; 0 when nothing is held.</summary>
    public double EntryPrice { get; init; }

    /// <summary>The start of the candle that opened it in seconds since 1970 UTC; 0 when nothing is held.</summary>
    public long EnteredAt { get; init; }

    /// <summary>Entries that were accepted since the day began.</summary>
    public int EntriesToday { get; init; }

    /// <summary>Whether an order of the run is on its way or works, so that what it will hold is not known yet.</summary>
    public bool IsBusy { get; init; }
}
