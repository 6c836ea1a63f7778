using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Strategies.Catalogue;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>A strategy of the catalogue with the indicators it declared, given candles one after the other.</summary>
internal sealed class StrategyUnderTest
{
    private readonly IStrategy _strategy;
    private readonly IndicatorSet _set;
    private readonly StrategyDesk _desk = new();
    private readonly double[] _values;

    public StrategyUnderTest(string code, params (string Name, double Number)[] given)
        : this(StrategyCatalog.Find(code)!, given)
    {
    }

    public StrategyUnderTest(StrategyDescription description, params (string Name, double Number)[] given)
    {
        Description = description;
        Settings = Set(description, given);
        var specs = IndicatorSpecs.Parse(description.Indicators(Settings));
        Assert.Empty(specs.Errors);
        _set = new IndicatorSet(new IndicatorList(specs.Specs));
        _values = new double[_set.Columns];
        _strategy = description.Create(Settings);
    }

    public StrategyDescription Description { get; }

    public StrategySettings Settings { get; }

    /// <summary>Below it a run records a signal and does nothing.</summary>
    public double MinConfidence => Settings[StrategyDescription.MinConfidence];

    /// <summary>Candles it must have seen before it may wish.</summary>
    public int Needed => Math.Max(1, Math.Max(_set.List.WarmUp, Description.WarmUp(Settings)));

    public ReadOnlySpan<double> Indicators => _values;

    public StrategyDesk Desk => _desk;

    /// <summary>Closes a candle and gives what the strategy wished on it.</summary>
    public ReadOnlySpan<Wish> Close(in CandleValues candle, StrategyBook book = default, CandleQuality quality = CandleQuality.Whole)
    {
        _set.Update(candle);
        _set.Read(_values);
        _desk.Begin(book);
        _strategy.Close(new StrategyCandle(candle, quality, _values), _desk);
        return _desk.Wishes;
    }

    /// <summary>Shows it the candle as it forms; nothing where it does not want to see that.</summary>
    public ReadOnlySpan<Wish> Form(in CandleValues forming, StrategyBook book)
    {
        _desk.Begin(book);
        if (_strategy is not IFormingStrategy watching) return [];
        _set.Peek(forming, _values);
        watching.Form(new StrategyCandle(forming, CandleQuality.Whole, _values), _desk);
        return _desk.Wishes;
    }

    /// <summary>What a copy of it wishes if the candle closed now.</summary>
    public Wish[] Evaluate(in CandleValues forming, StrategyBook book)
    {
        _desk.Begin(book);
        _set.Peek(forming, _values);
        _strategy.Copy().Close(new StrategyCandle(forming, CandleQuality.Whole, _values), _desk);
        return _desk.Wishes.ToArray();
    }

    private static StrategySettings Set(StrategyDescription description, (string Name, double Number)[] given)
    {
        var numbers = description.Parameters.Select(parameter => parameter.Default).ToArray();
        foreach (var (name, number) in given)
        {
            var place = description.Parameters.Select(parameter => parameter.Name).ToList().IndexOf(name);
            Assert.True(description.Parameters[place].Allows(number), $"{name} = {number}");
            numbers[place] = number;
        }

        var settings = new StrategySettings(description.Parameters, numbers);
        Assert.Null(description.Refuse?.Invoke(settings));
        return settings;
    }
}
