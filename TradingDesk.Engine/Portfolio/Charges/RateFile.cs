using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>The rates of a text, and a sentence for every line that could not be read.</summary>
internal sealed record RateFile(IReadOnlyList<ChargeRate> Rates, IReadOnlyList<string> Problems)
{
    /// <summary>The first line of every file.</summary>
    public const string Header = "from,to,whose,segment,product,line,rate,unit,certainty,source,noted,remark";

    /// <summary>The rates this desk was built with.</summary>
    public static RateFile BuiltIn()
    {
        using var stream = typeof(RateFile).Assembly.GetManifestResourceStream("rates.csv")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static RateFile Parse(string text)
    {
        var rates = new List<ChargeRate>();
        var problems = new List<string>();
        var lines = text.Split('\n');
        if (lines[0].Trim('\r', ' ', '\uFEFF') != Header) return new RateFile([], [$"line 1: the columns must be {Header}."]);
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var problem = ReadLine(lines[i].TrimEnd('\r'), out var rate);
            if (problem.Length == 0 && rates.Any(rate!.Clashes)) problem = "column line: another line holds on the same days.";
            if (problem.Length == 0) rates.Add(rate!);
            else problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {i + 1}, {problem}"));
        }

        return new RateFile(rates, problems);
    }

    private static string ReadLine(string line, out ChargeRate? rate)
    {
        rate = null;
        var cells = line.Split(',', StringSplitOptions.TrimEntries);
        var columns = Header.Split(',').Length;
        if (cells.Length != columns)
            return string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells stand where {columns} are needed.");
        if (!TryDate(cells[0], out var from)) return Refuse("from", cells[0], "a day such as 2026-04-01");
        var to = DateOnly.MaxValue;
        if (cells[1].Length > 0 && !TryDate(cells[1], out to)) return Refuse("to", cells[1], "a day such as 2026-04-01, or nothing");
        if (to < from) return Refuse("to", cells[1], $"a day from {cells[0]} on");
        if (cells[2].Length == 0) return Refuse("whose", "", "an exchange, a broker or all");
        if (ReadSegments(cells[3]) is not { } segments) return Refuse("segment", cells[3], RateWords.Segments);
        if (cells[4] is not ("" or "CNC" or "MIS")) return Refuse("product", cells[4], "CNC, MIS or nothing");
        if (RateWords.FindKind(cells[5]) is not { } kind) return Refuse("line", cells[5], RateWords.Kinds);
        if (!decimal.TryParse(cells[6], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) || figure > 100)
            return Refuse("rate", cells[6], "a number from 0 to 100");
        var unit = RateWords.UnitOf(kind);
        if (cells[7] != RateWords.Of(unit)) return Refuse("unit", cells[7], RateWords.Of(unit));
        if (!CalendarWords.TryRead(cells[8], out Certainty certainty)) return Refuse("certainty", cells[8], RateWords.Certainties);
        if (cells[9].Length == 0) return Refuse("source", "", "where the rate is from");
        if (cells[10].Length == 0) return Refuse("noted", "", "when the rate was written down");
        rate = new ChargeRate
        {
            From = from,
            To = to,
            Whose = cells[2],
            Segments = segments,
            Product = RateWords.FindProduct(cells[4]),
            Kind = kind,
            Rate = figure,
            Unit = unit,
            Certainty = certainty,
            Source = cells[9],
            Noted = cells[10],
            Remark = cells[11],
        };
        return "";
    }

    private static List<ChargeSegment>? ReadSegments(string cell)
    {
        var segments = new List<ChargeSegment>();
        foreach (var word in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (RateWords.FindSegment(word) is not { } segment || segments.Contains(segment)) return null;
            segments.Add(segment);
        }

        return segments.Count == 0 ? null : segments;
    }

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string Refuse(string column, string cell, string allowed) =>
        $"column {column}: '{cell}' stands there; allowed is {allowed}.";
}
