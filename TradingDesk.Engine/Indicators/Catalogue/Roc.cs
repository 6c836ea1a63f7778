using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The rate of change: by how many percent the close has moved over the last N candles.</summary>
internal readonly struct Roc(int period) : IIndicator<Roc.State>
{
    public static IndicatorDescription Description { get; } = new(
        "ROC",
        "Rate of change",
        "The change of the close over the period in percent of the earlier close.",
        [new IndicatorParameter("period", "How many candles back the close is compared with.", 1, 5_000, 12, Whole: true)],
        [new("value")],
        IndicatorPane.Below,
        new IndicatorFactoryOf<Roc, State>(parameters => new Roc((int)parameters[0])))
    {
        Guides = [0],
    };

    public int WarmUp => period + 1;

    public int Outputs => 1;

    public int LooksBack => period;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last) => Next(candle, closes, last);

    /// <summary>An earlier close of zero, which the desk never takes in, reads 0 as in TA-Lib.</summary>
    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var earlier = closes.Back(period);
        return new State { Value = earlier == 0 ? 0 : 100 * ((candle.Close - earlier) / earlier) };
    }

    public void Read(in State state, Span<double> values) => values[0] = state.Value;

    /// <summary>The change in percent.</summary>
    internal struct State
    {
        public double Value;
    }
}
