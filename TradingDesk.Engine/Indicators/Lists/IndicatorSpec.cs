using System.Globalization;

namespace TradingDesk.Engine.Indicators.Lists;

/// <summary>An indicator with its parameters, written as `SMA:9` or `SUPERTREND:10:3`; the text is its name everywhere.</summary>
internal sealed record IndicatorSpec(IndicatorDescription Description, IReadOnlyList<double> Parameters)
{
    /// <summary>The canonical text: code in capitals, every parameter, plain numbers.</summary>
    public string Text { get; } = Parameters.Count == 0
        ? Description.Code
        : $"{Description.Code}:{string.Join(':', Parameters.Select(p => p.ToString(CultureInfo.InvariantCulture)))}";

    /// <summary>One column per output: the spec's text, with `.output` where there are several.</summary>
    public IEnumerable<string> Columns =>
        Description.Outputs.Count == 1 ? [Text] : Description.Outputs.Select(output => $"{Text}.{output.Name}");

    /// <summary>One parameter's number by its name.</summary>
    public double ParameterOf(string name)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (Description.Parameters[i].Name == name) return Parameters[i];
        }

        throw new ArgumentException($"{Description.Code} has no parameter {name}.", nameof(name));
    }

    public IIndicator Create() => Description.Factory.Create(Parameters);
}
