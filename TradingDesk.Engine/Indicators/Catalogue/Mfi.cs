using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The money flow index: the share of the last N candles' traded money that came at rising typical prices, 0 to 100.</summary>
internal readonly struct Mfi(int period) : IRememberingIndicator<Mfi.State>
{
    /// <summary>What it reads without any flow, the middle of the scale.</summary>
    private const double Flat = 50;

    /// <summary>The smallest flow there is, one share at 0.0001 rupees, halved: below is only what rounding left of the sums.</summary>
    private const double Least = 0.000_05;

    /// <summary>
    /// What rounding may move a typical price by, as a share of it: far under 0.0001 rupees at the largest price, far over what a
    /// double rounds.
    /// </summary>
    private const double Rounding = 1e-14;

    private readonly RollingSum _sum = new(period - 1);

    public static IndicatorDescription Description { get; } = new(
        "MFI",
        "Money flow index",
        "The money traded at a rising typical price (high, low and close) as a share of all that was traded at a moving one, 0 to 100. "
            + "Where nothing moves or nothing is traded, as in an index, it reads 50, where TA-Lib answers 0 and a trader would read "
            + "oversold.",
        [new IndicatorParameter("period", "How many candles' flows are summed; one candle more is needed.", 2, 5_000, 14, Whole: true)],
        [new("value")],
        IndicatorPane.Below,
        new RememberingFactoryOf<Mfi, State>(parameters => new Mfi((int)parameters[0])))
    {
        Guides = [20, 80],
    };

    public int WarmUp => period + 1;

    public int Outputs => 1;

    public int LooksBack => 0;

    public int Memory => 2 * _sum.Memory;

    /// <summary>The first candle has none before it to have moved from.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        closes.Candles == 0 ? new State { Price = candle.Typical } : Next(candle, closes, last, memory);

    public State Next(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory)
    {
        var price = candle.Typical;
        var move = price - last.Price;
        var flow = Math.Abs(move) <= Rounding * (price + last.Price) ? 0 : price * candle.Volume;
        var (came, went) = move > 0 ? (flow, 0.0) : (0.0, flow);
        var rising = Math.Max(_sum.With(memory[.._sum.Memory], came), 0);
        var all = rising + Math.Max(_sum.With(memory[_sum.Memory..], went), 0);
        return new State { Price = price, In = came, Out = went, Value = all < Least ? Flat : 100 * (rising / all) };
    }

    public void Remember(in CandleValues candle, ref State state, Span<double> memory)
    {
        _sum.Push(memory[.._sum.Memory], state.In);
        _sum.Push(memory[_sum.Memory..], state.Out);
    }

    public void Read(in State state, Span<double> values) => values[0] = state.Value;

    /// <summary>The last typical price, its flow in or out, and the value.</summary>
    internal struct State
    {
        public double Price;
        public double In;
        public double Out;
        public double Value;
    }
}
