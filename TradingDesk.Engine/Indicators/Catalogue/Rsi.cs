using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Wilder's relative strength index: the share of gains in all movement, 0 to 100, 50 where nothing moves.</summary>
internal readonly struct Rsi(int period) : IIndicator<Rsi.State>
{
    /// <summary>Rupees of average movement below which a market counts as flat, far under any tick; TA-Lib's own threshold.</summary>
    private const double Flat = 1e-14;

    /// <summary>What Wilder's average keeps of its weight.</summary>
    private readonly double _keep = (period - 1.0) / period;

    public static IndicatorDescription Description { get; } = new(
        "RSI",
        "Relative strength index",
        "Wilder's average gain as a share of average gain and loss, 0 to 100. A market that does not move reads 50, "
            + "where TA-Lib answers 0 and a trader would read oversold.",
        [new IndicatorParameter("period", "How many changes are averaged; one candle more is needed.", 2, 5_000, 14, Whole: true)],
        [new("value")],
        IndicatorPane.Below,
        new IndicatorFactoryOf<Rsi, State>(parameters => new Rsi((int)parameters[0])))
    {
        Guides = [30, 70],
    };

    public int WarmUp => period + 1;

    public int Outputs => 1;

    public int LooksBack => 1;

    /// <summary>The first candle has no change; the one that completes the warm-up makes means of the sums.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last)
    {
        if (closes.Candles == 0) return default;
        var (up, down) = Moves(candle, closes);
        var divisor = closes.Candles == period ? period : 1;
        return new State { Gain = (last.Gain + up) / divisor, Loss = (last.Loss + down) / divisor };
    }

    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var (up, down) = Moves(candle, closes);
        return new State { Gain = up + ((last.Gain - up) * _keep), Loss = down + ((last.Loss - down) * _keep) };
    }

    public void Read(in State state, Span<double> values)
    {
        var movement = state.Gain + state.Loss;
        values[0] = movement < Flat ? 50.0 : 100.0 * (state.Gain / movement);
    }

    private static (double Up, double Down) Moves(in CandleValues candle, in CloseRing closes)
    {
        var change = candle.Close - closes.Back(1);
        return (Math.Max(change, 0.0), Math.Max(-change, 0.0));
    }

    /// <summary>Wilder's averages of gains and losses; before they are ready, the sums.</summary>
    internal struct State
    {
        public double Gain;
        public double Loss;
    }
}
