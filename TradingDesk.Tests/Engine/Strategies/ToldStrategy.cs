using TradingDesk.Engine.Market;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>A strategy that is told its indicators' values by the test, minute after minute of one session.</summary>
internal sealed class ToldStrategy(string code, params (string Name, double Number)[] given)
{
    public const long Open = 1_700_000_100;

    private readonly IStrategy _strategy = New(code, given);
    private readonly StrategyDesk _desk = new();

    /// <summary>The minute of the session that comes next.</summary>
    public int Minute { get; set; }

    public long SessionOpen { get; set; } = Open;

    public CandleQuality Quality { get; set; }

    public StrategyBook Book { get; set; }

    /// <summary>Closes a candle that did not move.</summary>
    public Wish[] At(double close, params double[] indicators) => Close(close, close, close, close, indicators);

    public Wish[] Close(double open, double high, double low, double close, params double[] indicators)
    {
        _desk.Begin(Book);
        _strategy.Close(new StrategyCandle(Candle(open, high, low, close), Quality, indicators), _desk);
        Minute++;
        return _desk.Wishes.ToArray();
    }

    public Wish[] Form(double price, params double[] indicators)
    {
        _desk.Begin(Book);
        ((IFormingStrategy)_strategy).Form(new StrategyCandle(Candle(price, price, price, price), Quality, indicators), _desk);
        return _desk.Wishes.ToArray();
    }

    private CandleValues Candle(double open, double high, double low, double close) =>
        new(open, high, low, close, 100) { Start = SessionOpen + (60L * Minute), SessionOpen = SessionOpen };

    private static IStrategy New(string code, (string Name, double Number)[] given)
    {
        var known = new StrategyUnderTest(code, given);
        return known.Description.Create(known.Settings);
    }
}
