using System.Globalization;

namespace TradingDesk.Engine.Indicators;

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
