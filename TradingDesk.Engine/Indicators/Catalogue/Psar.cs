using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Wilder's parabolic stop and reverse as TA-Lib has it: a stop that closes in on a trend and turns where it is touched.</summary>
internal readonly struct Psar(double step, double maximum) : IIndicator<Psar.State>
{
    private const double Up = 1;
    private const double Down = -1;

    public static IndicatorDescription Description { get; } = new(
        "PSAR",
        "Parabolic stop and reverse",
        "A stop below a rising and above a falling market, nearer with each new extreme; a candle that touches it turns it round. "
            + "It starts falling if the second candle reaches farther down than up, else rising. In a flat market it is the price.",
        [
            new IndicatorParameter("step", "By how much each new extreme speeds it up; it starts with this.", 0.001, 1, 0.02, Whole: false),
            new IndicatorParameter("maximum", "The most speed it takes; not below the step.", 0.001, 1, 0.2, Whole: false),
        ],
        [new("value", OutputLook.Dots)],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Psar, State>(parameters => new Psar(parameters[0], parameters[1])))
    {
        Refuse = parameters => parameters[1] < parameters[0] ? "maximum must not be below step" : null,
    };

    public int WarmUp => 2;

    public int Outputs => 1;

    public int LooksBack => 0;

    /// <summary>The first candle only lends its far side as the first stop; the second decides the direction.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last)
    {
        if (closes.Candles == 0) return new State { High = candle.High, Low = candle.Low };
        var down = last.Low - candle.Low;
        var falls = down > 0 && down > candle.High - last.High;
        var first = new State
        {
            Next = falls ? last.High : last.Low,
            Extreme = falls ? candle.Low : candle.High,
            Speed = step,
            Direction = falls ? Down : Up,
            High = candle.High,
            Low = candle.Low,
        };
        return Next(candle, closes, first);
    }

    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var rose = last.Direction > 0;
        var turns = rose ? candle.Low <= last.Next : candle.High >= last.Next;
        var rises = rose != turns;
        var reach = rises ? candle.High : candle.Low;
        var farther = rises ? reach > last.Extreme : reach < last.Extreme;
        var value = turns ? Outside(last.Extreme, rises, candle, last) : last.Next;
        var extreme = turns || farther ? reach : last.Extreme;
        var speed = turns ? step : farther ? Math.Min(last.Speed + step, maximum) : last.Speed;
        return new State
        {
            Value = value,
            Next = Outside(value + (speed * (extreme - value)), rises, candle, last),
            Extreme = extreme,
            Speed = speed,
            Direction = rises ? Up : Down,
            High = candle.High,
            Low = candle.Low,
        };
    }

    public void Read(in State state, Span<double> values) => values[0] = state.Value;

    /// <summary>A stop never stands within the range of this candle or the last.</summary>
    private static double Outside(double stop, bool rises, in CandleValues candle, in State last) => rises
        ? Math.Min(stop, Math.Min(candle.Low, last.Low))
        : Math.Max(stop, Math.Max(candle.High, last.High));

    /// <summary>The stop, the next candle's, the trend's extreme, speed and direction, and the last candle's high and low.</summary>
    internal struct State
    {
        public double Value;
        public double Next;
        public double Extreme;
        public double Speed;
        public double Direction;
        public double High;
        public double Low;
    }
}
