using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Strategies;

/// <summary>A candle as a strategy sees it: in rupees, with the values of the indicators it declared, in their order.</summary>
internal readonly ref struct StrategyCandle(in CandleValues candle, CandleQuality quality, ReadOnlySpan<double> values)
{
    public CandleValues Values { get; } = candle;

    public double Open => Values.Open;

    public double High => Values.High;

    public double Low => Values.Low;

    public double Close => Values.Close;

    public double Volume => Values.Volume;

    /// <summary>Its first second since 1970 UTC.</summary>
    public long Start => Values.Start;

    /// <summary>The open of its session in seconds since 1970 UTC.</summary>
    public long SessionOpen => Values.SessionOpen;

    /// <summary>What is known to be wrong with it; nothing is acted on while a flagged candle is near.</summary>
    public CandleQuality Quality { get; } = quality;

    /// <summary>A column of the declared indicators; NaN until it is ready.</summary>
    public ReadOnlySpan<double> Indicators { get; } = values;
}
