namespace TradingDesk.Engine.Market;

/// <summary>A candle in rupees as indicators compute with it.</summary>
internal readonly record struct CandleValues(double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>Its first second since 1970 UTC.</summary>
    public long Start { get; init; }

    /// <summary>The open of the session it belongs to in seconds since 1970 UTC: what begins anew each session asks for it.</summary>
    public long SessionOpen { get; init; }

    /// <summary>The typical price: the mean of high, low and close.</summary>
    public double Typical => (High + Low + Close) / 3;
}
