using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Strategies;

/// <summary>A candle as a strategy sees it: in rupees, with the values of the indicators it declared, in their order.</summary>
/// <param name="candle">Seen where it stands: a copy of it would cost more than most strategies.</param>
/// <param name="quality">What is known to be wrong with it.</param>
/// <param name="values">The indicators' values.</param>
internal readonly ref struct StrategyCandle(in CandleValues candle, CandleQuality quality, ReadOnlySpan<double> values)
{
    private readonly ref readonly CandleValues _values = ref candle;

    public ref readonly CandleValues Values => ref _values;

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
