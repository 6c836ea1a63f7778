using System.Globalization;

namespace TradingDesk.Engine.Indicators;

/// <summary>What an indicator says of itself: the form, the specification's rules and the chart are made from it.</summary>
internal sealed record IndicatorDescription(
    string Code,
    string Name,
    string Help,
    IReadOnlyList<IndicatorParameter> Parameters,
    IReadOnlyList<string> Outputs,
    IndicatorPane Pane,
    IndicatorFactory Factory);

/// <summary>One number an indicator is made with: its name, range, default and whether it must be whole.</summary>
internal sealed record IndicatorParameter(string Name, string Help, double Least, double Most, double Default, bool Whole)
{
    public bool Allows(double number) => number >= Least && number <= Most && (!Whole || number == Math.Floor(number));

    /// <summary>What is allowed instead of a number that is not: `1 to 5000`, with `and whole` for a fraction.</summary>
    public string AllowedInsteadOf(double number)
    {
        var remark = Whole && number != Math.Floor(number) ? " and whole" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Least} to {Most}{remark}");
    }
}

/// <summary>Where a chart draws an indicator: over the candles or below them.</summary>
internal enum IndicatorPane : byte
{
    Overlay = 1,
    Below = 2,
}
