using TradingDesk.Engine.Indicators;

namespace TradingDesk.Engine.Strategies;

/// <summary>The numbers one run's strategy is made with, by the names of its parameters.</summary>
internal sealed class StrategySettings(IReadOnlyList<IndicatorParameter> parameters, IReadOnlyList<double> numbers)
{
    public IReadOnlyList<IndicatorParameter> Parameters => parameters;

    public IReadOnlyList<double> Numbers => numbers;

    /// <summary>The number of a parameter that the description has.</summary>
    public double this[string name]
    {
        get
        {
            for (var place = 0; place < parameters.Count; place++)
            {
                if (parameters[place].Name == name) return numbers[place];
            }

            throw new ArgumentException($"There is no parameter {name}.", nameof(name));
        }
    }

    /// <summary>A parameter that must be whole.</summary>
    public int Whole(string name) => (int)this[name];
}
