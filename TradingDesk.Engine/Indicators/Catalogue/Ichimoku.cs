using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Hosoda's Ichimoku lines as they stand at a candle: middles of ranges, the cloud computed earlier, and the close.</summary>
internal readonly struct Ichimoku : IRememberingIndicator<Ichimoku.State>
{
    private readonly SlidingRange _tenkan;
    private readonly SlidingRange _kijun;
    private readonly SlidingRange _senkou;
    private readonly Delay _ahead;

    // Where in the memory each begins, tenkan at 0; the two lines of the cloud stand last.
    private readonly int _kijunAt;
    private readonly int _senkouAt;
    private readonly int _firstAt;
    private readonly int _secondAt;

    private Ichimoku(int tenkan, int kijun, int senkou)
    {
        WarmUp = senkou + kijun;
        _tenkan = new SlidingRange(tenkan - 1);
        _kijun = new SlidingRange(kijun - 1);
        _senkou = new SlidingRange(senkou - 1);
        _ahead = new Delay(kijun);
        _kijunAt = _tenkan.Memory;
        _senkouAt = _kijunAt + _kijun.Memory;
        _firstAt = _senkouAt + _senkou.Memory;
        _secondAt = _firstAt + _ahead.Memory;
    }

    public static IndicatorDescription Description { get; } = new(
        "ICHIMOKU",
        "Ichimoku cloud",
        "The middle of the last candles' range over a short (tenkan) and a longer span (kijun), and the cloud between senkouA, the mean "
            + "of both, and senkouB, the middle over the longest span. The cloud that stands at a candle was computed kijun candles "
            + "earlier; chikou is the close, which a chart draws kijun candles back. In a flat market all are the price.",
        [
            new IndicatorParameter("tenkan", "How many candles the conversion line spans.", 1, 5_000, 9, Whole: true),
            new IndicatorParameter("kijun", "How many candles the base line spans, and the cloud is ahead.", 1, 5_000, 26, Whole: true),
            new IndicatorParameter("senkou", "How many candles the cloud's second line spans.", 1, 5_000, 52, Whole: true),
        ],
        [new("tenkan"), new("kijun"), new("senkouA"), new("senkouB"), new("chikou", DrawnBackBy: "kijun")],
        IndicatorPane.Overlay,
        new RememberingFactoryOf<Ichimoku, State>(
            parameters => new Ichimoku((int)parameters[0], (int)parameters[1], (int)parameters[2])))
    {
        Refuse = parameters =>
            parameters[1] < parameters[0] ? "kijun must not be below tenkan"
            : parameters[2] < parameters[1] ? "senkou must not be below kijun"
            : null,
    };

    public int WarmUp { get; }

    public int Outputs => 5;

    public int LooksBack => 0;

    public int Memory => _secondAt + _ahead.Memory;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        Next(candle, closes, last, memory);

    public State Next(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        new()
        {
            Tenkan = _tenkan.With(memory[.._kijunAt], candle.High, candle.Low).Middle,
            Kijun = _kijun.With(memory[_kijunAt.._senkouAt], candle.High, candle.Low).Middle,
            SenkouA = _ahead.Oldest(memory[_firstAt.._secondAt]),
            SenkouB = _ahead.Oldest(memory[_secondAt..]),
            Chikou = candle.Close,
            Longest = _senkou.With(memory[_senkouAt.._firstAt], candle.High, candle.Low).Middle,
        };

    public void Remember(in CandleValues candle, ref State state, Span<double> memory)
    {
        _tenkan.Push(memory[.._kijunAt], candle.High, candle.Low);
        _kijun.Push(memory[_kijunAt.._senkouAt], candle.High, candle.Low);
        _senkou.Push(memory[_senkouAt.._firstAt], candle.High, candle.Low);
        _ahead.Push(memory[_firstAt.._secondAt], (state.Tenkan + state.Kijun) * 0.5);
        _ahead.Push(memory[_secondAt..], state.Longest);
    }

    public void Read(in State state, Span<double> values)
    {
        values[4] = state.Chikou;
        values[3] = state.SenkouB;
        values[2] = state.SenkouA;
        values[1] = state.Kijun;
        values[0] = state.Tenkan;
    }

    /// <summary>The five lines, and the longest range's middle, which is senkouB kijun candles later.</summary>
    internal struct State
    {
        public double Tenkan;
        public double Kijun;
        public double SenkouA;
        public double SenkouB;
        public double Chikou;
        public double Longest;
    }
}
