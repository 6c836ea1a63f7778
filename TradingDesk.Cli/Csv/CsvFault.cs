using System.Globalization;

namespace TradingDesk.Cli.Csv;

/// <summary>The first row of a file that cannot be understood: where and why.</summary>
internal sealed record CsvFault(string File, long Line, int Column, string Name, string Reason)
{
    public override string ToString()
    {
        var name = Name.Length == 0 ? "" : $" ({Name})";
        return string.Create(CultureInfo.InvariantCulture, $"{File}, line {Line}, column {Column}{name}: {Reason}.");
    }
}
