using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The weighted moving average: the newest close weighs N, the one before it N - 1, and so on.</summary>
internal readonly struct Wma(int period) : IIndicator<WeightedSum>
{
    public static IndicatorDescription Description { get; } = new(
        "WMA",
        "Weighted moving average",
        "The mean of the last closes, each weighing one more than the close before it. Follows the price sooner than a simple mean.",
        [new IndicatorParameter("period", "How many candles are averaged.", 1, 5_000, 20, Whole: true)],
        [new("value")],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Wma, WeightedSum>(parameters => new Wma((int)parameters[0])));

    public int WarmUp => period;

    public int Outputs => 1;

    public int LooksBack => period;

    public WeightedSum Begin(in CandleValues candle, in CloseRing closes, in WeightedSum last) => Next(candle, closes, last);

    public WeightedSum Next(in CandleValues candle, in CloseRing closes, in WeightedSum last) =>
        last.After(period, candle.Close, closes.Back(period));

    public void Read(in WeightedSum state, Span<double> values) => values[0] = state.Mean(period);
}
