using System.Globalization;
using System.Text;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>Every instrument the desk knows, in the order of their ids.</summary>
internal sealed class InstrumentTable
{
    private readonly Instrument[] _instruments;
    private readonly Dictionary<(Segment, int), Instrument> _byKey;
    private readonly InstrumentNames _names;

    /// <summary>Numbers the instruments in the order given; a key given twice is refused.</summary>
    public InstrumentTable(IEnumerable<Instrument> instruments)
    {
        _instruments = [.. instruments.Select((instrument, index) => instrument with { Id = new InstrumentId(index) })];
        _byKey = new Dictionary<(Segment, int), Instrument>(_instruments.Length);
        foreach (var instrument in _instruments)
        {
            if (!_byKey.TryAdd((instrument.Segment, instrument.Token), instrument))
                throw new FormatException($"The instrument {instrument.Key} stands twice in the table.");
        }

        _names = new InstrumentNames(this);
    }

    public int Count => _instruments.Length;

    public IReadOnlyList<Instrument> All => _instruments;

    public Instrument this[InstrumentId id] => _instruments[id.Index];

    public bool TryFind(Segment segment, int token, out Instrument? instrument) =>
        _byKey.TryGetValue((segment, token), out instrument);

    /// <summary>The instrument of a key such as `1:2885`, written as <see cref="Instrument.Key"/> writes it.</summary>
    public bool TryFindKey(string key, out Instrument? instrument)
    {
        instrument = null;
        var cut = key.IndexOf(':', StringComparison.Ordinal);
        return cut > 0
            && byte.TryParse(key.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var segment)
            && int.TryParse(key.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var token)
            && TryFind((Segment)segment, token, out instrument);
    }

    /// <summary>
    /// What a contract is on: the index or share of the same exchange whose symbol, followed by a year, begins the contract's; null
    /// where the table does not have it.
    /// </summary>
    public Instrument? UnderlyingOf(Instrument contract) => _instruments.FirstOrDefault(instrument =>
        instrument.Expiry is null && instrument.Hours.Exchange == contract.Hours.Exchange
        && contract.Symbol.Length > instrument.Symbol.Length && char.IsAsciiDigit(contract.Symbol[instrument.Symbol.Length])
        && contract.Symbol.StartsWith(instrument.Symbol, StringComparison.Ordinal));

    /// <summary>The instrument a person means by `1:2885`, `NSE:RELIANCE`, `reliance` or `NIFTY 50`, or what is near.</summary>
    public InstrumentMatch Find(string name) => _names.Find(name);

    /// <summary>The instruments of a comma-separated setting; empty means all, every bad entry is named with its place.</summary>
    public InstrumentSelection ReadList(string field, string? text) => _names.ReadList(field, text);

    /// <summary>One line per instrument, tab-separated, in order; read back by <see cref="Parse"/>.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var i in _instruments)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{(int)i.Segment}\t{i.Token}\t{i.Symbol}\t{i.Name}\t{i.Kind}\t{i.Lot}\t{i.Tick.Scaled}\t{i.Freeze}\t");
            text.Append(CultureInfo.InvariantCulture, $"{i.Expiry:yyyy-MM-dd}\t{i.Strike.Scaled}\t");
            text.Append(CultureInfo.InvariantCulture, $"{Digit(i.Verified)}\t{Digit(i.HasDerivatives)}\n");
        }

        return text.ToString();
    }

    public static InstrumentTable Parse(string text) =>
        new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseLine));

    private static Instrument ParseLine(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length != 12) throw new FormatException("An instrument's line has not twelve cells.");
        return new Instrument((Segment)ParseInt(cells[0]), ParseInt(cells[1]), cells[2], cells[3], Enum.Parse<InstrumentKind>(cells[4]))
        {
            Lot = ParseInt(cells[5]),
            Tick = new Price(long.Parse(cells[6], CultureInfo.InvariantCulture)),
            Freeze = ParseInt(cells[7]),
            Expiry = cells[8].Length == 0 ? null : DateOnly.ParseExact(cells[8], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Strike = new Price(long.Parse(cells[9], CultureInfo.InvariantCulture)),
            Verified = cells[10] == "1",
            HasDerivatives = cells[11] == "1",
        };
    }

    private static int Digit(bool flag) => flag ? 1 : 0;

    private static int ParseInt(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
