using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>
/// The built-in list of instruments, read from comma-separated text: what could be read and a sentence for every row
/// that could not.
/// </summary>
internal sealed record InstrumentFile(IReadOnlyList<Instrument> Instruments, IReadOnlyList<string> Problems)
{
    /// <summary>Stands in a name whose row nobody has confirmed; what follows it is a remark.</summary>
    private const string UnverifiedMark = "[?]";

    private const int ExchangeTypeColumn = 0;
    private const int ExchangeColumn = 1;
    private const int TokenColumn = 2;
    private const int SymbolColumn = 3;
    private const int KindColumn = 4;
    private const int DerivativesColumn = 5;
    private const int NameColumn = 6;
    private static readonly string[] _columns = ["exchange_type", "exchange", "token", "symbol", "kind", "derivatives", "name"];

    public static InstrumentFile Parse(string text)
    {
        var instruments = new List<Instrument>();
        var problems = new List<string>();
        var keys = new HashSet<(Segment, int)>();
        var lines = text.Split('\n');
        if (lines[0].Trim('\r', ' ', '\uFEFF') != string.Join(',', _columns))
            return new InstrumentFile([], [$"line 1: the columns must be {string.Join(',', _columns)}."]);
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var problem = ReadRow(lines[i], out var instrument);
            if (problem.Length == 0 && !keys.Add((instrument!.Segment, instrument.Token)))
                problem = $"column token: {instrument.Key} stands twice in the list.";
            if (problem.Length == 0) instruments.Add(instrument!);
            else problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {i + 1}, {problem}"));
        }

        return new InstrumentFile(instruments, problems);
    }

    private static string ReadRow(string line, out Instrument? instrument)
    {
        instrument = null;
        var cells = line.Split(',', StringSplitOptions.TrimEntries);
        if (cells.Length != _columns.Length)
            return string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells stand where {_columns.Length} are needed.");
        if (!byte.TryParse(cells[ExchangeTypeColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var type) ||
            !Enum.IsDefined((Segment)type))
            return Refuse(cells, ExchangeTypeColumn, "1 NSE, 2 NFO, 3 BSE, 4 BFO, 5 MCX, 7 NCDEX or 13 CDS is needed");
        var segment = (Segment)type;
        if (!segment.ToString().Equals(cells[ExchangeColumn], StringComparison.OrdinalIgnoreCase))
            return Refuse(cells, ExchangeColumn, $"the exchange type says {segment.ToString().ToUpperInvariant()}");
        if (!int.TryParse(cells[TokenColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var token) || token == 0)
            return Refuse(cells, TokenColumn, "a whole number above 0 is needed");
        if (cells[SymbolColumn].Length == 0) return Refuse(cells, SymbolColumn, "a symbol is needed");
        if (!TryKind(cells[KindColumn], out var kind)) return Refuse(cells, KindColumn, "INDEX or EQ is needed");
        if (cells[DerivativesColumn] is not ("yes" or "no")) return Refuse(cells, DerivativesColumn, "yes or no is needed");
        instrument = Of(segment, token, cells[SymbolColumn], cells[NameColumn], kind) with
        {
            HasDerivatives = cells[DerivativesColumn] == "yes",
        };
        return "";
    }

    private static Instrument Of(Segment segment, int token, string symbol, string name, InstrumentKind kind)
    {
        var mark = name.IndexOf(UnverifiedMark, StringComparison.Ordinal);
        return new Instrument(segment, token, symbol, mark < 0 ? name : name[..mark].TrimEnd(), kind) { Verified = mark < 0 };
    }

    private static string Refuse(string[] cells, int column, string needed) =>
        $"column {_columns[column]}: '{cells[column]}' stands there, {needed}.";

    private static bool TryKind(string text, out InstrumentKind kind)
    {
        kind = text switch { "INDEX" => InstrumentKind.Index, "EQ" => InstrumentKind.Equity, _ => default };
        return kind != default;
    }
}
