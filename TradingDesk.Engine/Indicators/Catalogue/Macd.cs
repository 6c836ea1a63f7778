using System.Globalization;
using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Appel's convergence and divergence of two exponential averages, with the average of their distance as a signal.</summary>
internal readonly struct Macd(int fast, int slow, int signal) : IIndicator<Macd.State>
{
    private readonly SeededAverage _fast = SeededAverage.Exponential(fast);
    private readonly SeededAverage _slow = SeededAverage.Exponential(slow);
    private readonly SeededAverage _signal = SeededAverage.Exponential(signal);

    public static IndicatorDescription Description { get; } = new(
        "MACD",
        "Moving average convergence divergence",
        "A fast exponential average less a slow one, the exponential average of that as its signal, and how far it stands above the "
            + "signal.",
        [
            new IndicatorParameter("fast", "The span of the fast average.", 1, 5_000, 12, Whole: true),
            new IndicatorParameter("slow", "The span of the slow average.", 2, 5_000, 26, Whole: true),
            new IndicatorParameter("signal", "The span of the signal.", 1, 5_000, 9, Whole: true),
        ],
        [new("macd"), new("signal"), new("histogram", OutputLook.Histogram)],
        IndicatorPane.Below,
        new IndicatorFactoryOf<Macd, State>(parameters => new Macd((int)parameters[0], (int)parameters[1], (int)parameters[2])))
    {
        Guides = [0],
        Refuse = parameters => parameters[0] < parameters[1]
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"fast must be less than slow, not {parameters[0]} and {parameters[1]}"),
    };

    public int WarmUp => slow + signal - 1;

    public int Outputs => 3;

    public int LooksBack => 0;

    /// <summary>Each is seeded as soon as can be; that TA-Lib begins the fast average with the slow one soon makes no difference.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last)
    {
        var state = new State
        {
            Fast = _fast.Begin(last.Fast, candle.Close, closes.Candles),
            Slow = _slow.Begin(last.Slow, candle.Close, closes.Candles),
        };
        var before = closes.Candles - (slow - 1);
        if (before >= 0) state.Signal = _signal.Begin(last.Signal, state.Fast - state.Slow, before);
        return state;
    }

    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var state = new State { Fast = _fast.Next(last.Fast, candle.Close), Slow = _slow.Next(last.Slow, candle.Close) };
        state.Signal = _signal.Next(last.Signal, state.Fast - state.Slow);
        return state;
    }

    public void Read(in State state, Span<double> values)
    {
        var distance = state.Fast - state.Slow;
        values[2] = distance - state.Signal;
        values[1] = state.Signal;
        values[0] = distance;
    }

    /// <summary>Both averages and the signal; before each is ready, its sum.</summary>
    internal struct State
    {
        public double Fast;
        public double Slow;
        public double Signal;
    }
}
