using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>Wilder's relative strength index: the share of gains in all movement, 0 to 100, 50 where nothing moves.</summary>
internal sealed class Rsi(int period) : IIndicator
{
    private const int Value = 0;
    private const int Gain = 1;
    private const int Loss = 2;

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
        ["value"],
        IndicatorPane.Below,
        parameters => new Rsi((int)parameters[0]));

    public int WarmUp => period + 1;

    public int Outputs => 1;

    public int Words => 3;

    public int LooksBack => 1;

    public void Update(in CandleValues candle, CloseRing closes, Span<double> words)
    {
        if (closes.Candles == 0) return;
        var (gain, loss) = Averages(candle.Close, closes, words);
        words[Gain] = gain;
        words[Loss] = loss;
        words[Value] = Share(gain, loss);
    }

    public void Peek(in CandleValues forming, CloseRing closes, ReadOnlySpan<double> words, Span<double> values)
    {
        var (gain, loss) = Averages(forming.Close, closes, words);
        values[0] = Share(gain, loss);
    }

    /// <summary>While it warms up the words hold sums; the change that completes the period makes means of them.</summary>
    private (double Gain, double Loss) Averages(double close, CloseRing closes, ReadOnlySpan<double> words)
    {
        var change = close - closes.Back(1);
        var up = Math.Max(change, 0.0);
        var down = Math.Max(-change, 0.0);
        var (gain, loss) = (words[Gain], words[Loss]);
        if (closes.Candles > period) return (up + ((gain - up) * _keep), down + ((loss - down) * _keep));
        (gain, loss) = (gain + up, loss + down);
        return closes.Candles == period ? (gain / period, loss / period) : (gain, loss);
    }

    private static double Share(double gain, double loss)
    {
        var movement = gain + loss;
        return movement < Flat ? 50.0 : 100.0 * (gain / movement);
    }
}
