using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>
/// The names people give instruments: `1:2885`, `NSE:RELIANCE`, a bare symbol, an alias; letter case never matters.
/// </summary>
internal sealed class InstrumentNames
{
    private const int NearMost = 5;

    /// <summary>Names of one thing: the symbol of one list is the full name of another.</summary>
    private static readonly string[][] _aliases =
    [
        ["NIFTY", "NIFTY 50", "NIFTY50"],
        ["BANKNIFTY", "NIFTY BANK", "BANK NIFTY", "NIFTYBANK"],
        ["FINNIFTY", "NIFTY FIN SERVICE", "NIFTY FINANCIAL SERVICES", "NIFTY FINANCIAL"],
        ["INDIAVIX", "INDIA VIX", "VIX"],
        ["SENSEX", "BSE SENSEX", "S&P BSE SENSEX"],
    ];

    private static readonly string _exchangesAllowed = string.Join(", ", Enum.GetValues<Segment>().Select(NameOf));

    private readonly InstrumentTable _table;
    private readonly Dictionary<(Segment, string), Instrument> _bySymbol = [];

    /// <summary>Learns the table's symbols; of two with the same name in one segment the first is meant.</summary>
    public InstrumentNames(InstrumentTable table)
    {
        _table = table;
        foreach (var instrument in table.All) _bySymbol.TryAdd((instrument.Segment, Normal(instrument.Symbol)), instrument);
    }

    public InstrumentMatch Find(string name)
    {
        var text = Normal(name);
        if (text.Length == 0) return InstrumentMatch.None("An instrument's name is empty; write 1:2885, NSE:RELIANCE or RELIANCE.");
        var cut = text.IndexOf(':', StringComparison.Ordinal);
        if (cut < 0) return FindSymbol(text);
        var (exchange, symbol) = (text[..cut].TrimEnd(), text[(cut + 1)..].TrimStart());
        return char.IsAsciiDigit(text[0]) ? FindKey(text, exchange, symbol) : FindOnExchange(text, exchange, symbol);
    }

    /// <summary>
    /// Reads names separated by commas, as `SUBSCRIBE_TOKENS` holds them; an empty text means every instrument.
    /// </summary>
    public InstrumentSelection ReadList(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return new InstrumentSelection(_table.All, []);
        var found = new List<Instrument>();
        var problems = new List<string>();
        var names = text.Split(',');
        for (var i = 0; i < names.Length; i++)
        {
            var match = Find(names[i]);
            if (match.Found is null)
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{field}, entry {i + 1} of {names.Length}: {match.Problem}"));
            else if (!found.Contains(match.Found))
                found.Add(match.Found);
        }

        return new InstrumentSelection(found, problems);
    }

    private InstrumentMatch FindKey(string name, string segmentText, string tokenText)
    {
        if (!byte.TryParse(segmentText, NumberStyles.None, CultureInfo.InvariantCulture, out var segment) ||
            !Enum.IsDefined((Segment)segment))
            return InstrumentMatch.None($"{name} begins with no exchange type; allowed are {ExchangeTypes()}.");
        if (!int.TryParse(tokenText, NumberStyles.None, CultureInfo.InvariantCulture, out var token))
            return InstrumentMatch.None($"{name} ends with no token; a token is a whole number.");
        if (_table.TryFind((Segment)segment, token, out var instrument)) return InstrumentMatch.Of(instrument!);
        return InstrumentMatch.None($"{name} is not known.");
    }

    private InstrumentMatch FindOnExchange(string name, string exchange, string symbol)
    {
        if (!TryExchange(exchange, out var segment))
            return InstrumentMatch.None($"{name} begins with no exchange; allowed are {_exchangesAllowed}.");
        return On(segment, symbol) is { } instrument ? InstrumentMatch.Of(instrument) : Unknown(name, symbol, segment);
    }

    /// <summary>NSE comes first; without it the symbol must stand on one exchange only.</summary>
    private InstrumentMatch FindSymbol(string symbol)
    {
        if (On(Segment.Nse, symbol) is { } first) return InstrumentMatch.Of(first);
        var all = Enum.GetValues<Segment>().Select(segment => On(segment, symbol)).OfType<Instrument>().ToArray();
        return all.Length switch
        {
            0 => Unknown(symbol, symbol, Segment.Nse),
            1 => InstrumentMatch.Of(all[0]),
            _ => InstrumentMatch.None($"{symbol} stands on several exchanges; write {string.Join(" or ", all.Select(i => i.FullName))}."),
        };
    }

    private Instrument? On(Segment segment, string symbol)
    {
        if (_bySymbol.TryGetValue((segment, symbol), out var instrument)) return instrument;
        var group = Array.Find(_aliases, names => names.Contains(symbol));
        if (group is null) return null;
        return group.Select(name => _bySymbol.GetValueOrDefault((segment, name))).FirstOrDefault(i => i is not null);
    }

    private InstrumentMatch Unknown(string name, string symbol, Segment preferred)
    {
        var near = _table.All
            .Select(instrument => (instrument, distance: NearNames.Distance(symbol, Normal(instrument.Symbol))))
            .Where(pair => NearNames.IsNear(pair.distance, symbol))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.instrument.Segment != preferred)
            .ThenBy(pair => pair.instrument.Id.Index)
            .Take(NearMost)
            .Select(pair => pair.instrument.FullName)
            .ToArray();
        return InstrumentMatch.None(near.Length == 0 ? $"{name} is not known." : $"{name} is not known; near: {string.Join(", ", near)}.");
    }

    private static bool TryExchange(string name, out Segment segment)
    {
        segment = Enum.GetValues<Segment>().FirstOrDefault(candidate => NameOf(candidate) == name);
        return segment != default;
    }

    private static string ExchangeTypes() =>
        string.Join(", ", Enum.GetValues<Segment>().Select(s => string.Create(CultureInfo.InvariantCulture, $"{(int)s} {NameOf(s)}")));

    private static string NameOf(Segment segment) => segment.ToString().ToUpperInvariant();

    /// <summary>Upper case with single blanks, so that `nifty  50` is `NIFTY 50`.</summary>
    private static string Normal(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToUpperInvariant();
}
