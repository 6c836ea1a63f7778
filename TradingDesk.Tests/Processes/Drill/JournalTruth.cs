using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>
/// What a journal proves, added up anew and apart from the desk's own book: who was promised what, which names went out, and what every
/// account must hold and be worth.
/// </summary>
internal sealed class JournalTruth
{
    private readonly Dictionary<OrderId, (IntentTerms Intent, InstrumentId Instrument)> _orders = [];
    private readonly HashSet<(OrderId, long)> _fills = [];
    private readonly Dictionary<(int, DateOnly, Exchange, ChargeSegment), ChargeNote> _notes = [];
    private readonly Dictionary<(int Account, PositionKey Position), long> _units = [];
    private readonly Dictionary<int, decimal> _cash = [];
    private readonly List<string> _names = [];

    private JournalTruth(InstrumentTable instruments) => Instruments = instruments;

    public InstrumentTable Instruments { get; }

    /// <summary>Intents by the keys they were wished under, accepted and denied.</summary>
    public Dictionary<string, List<int>> Intents { get; } = [];

    /// <summary>All keys with a fact.</summary>
    public HashSet<string> Keys { get; } = [];

    /// <summary>Names given to orders that may have left; each must stand here once.</summary>
    public List<OrderTag> Tags { get; } = [];

    public int Fills => _fills.Count;

    /// <summary>How often intents were denied, orders did not leave and venues refused, by the reason.</summary>
    public SortedDictionary<string, int> Refusals { get; } = [];

    /// <summary>Signals of all runs, and intents that a run gave without one, a stop or a square-off.</summary>
    public List<DeskFact> Signals { get; } = [];

    public List<DeskFact> RunIntents { get; } = [];

    public IReadOnlyList<string> Accounts => _names;

    public static JournalTruth Read(string path)
    {
        var reader = new JournalReader(path);
        var check = reader.Check();
        Assert.True(check.IsSound, check.Sentence);
        var truth = new JournalTruth(new InstrumentTable(reader.Instruments()));
        foreach (var record in reader.ReadAll(truth.Instruments).SelectMany(page => page.Records)) truth.Add(record);
        return truth;
    }

    /// <summary>Units of every position that is not flat, by instrument key, product and book.</summary>
    public IReadOnlyList<(string Instrument, Product Product, int Run, long Units)> UnitsOf(string account)
    {
        var index = _names.IndexOf(account);
        var held = _units.Where(held => held.Key.Account == index && held.Value != 0);
        return
        [
            .. held.Select(held => (held.Key.Position, held.Value)).Select(held =>
                (Instruments[held.Position.Instrument].Key, held.Position.Product, (int)held.Position.Run.Number, held.Value)),
        ];
    }

    /// <summary>Paid in, and what trades moved, in rupees, before charges.</summary>
    public decimal FlowOf(string account) => _cash[_names.IndexOf(account)];

    public decimal ChargesOf(string account)
    {
        var index = _names.IndexOf(account);
        return _notes.Where(note => note.Key.Item1 == index).Sum(note => note.Value.Lines.Total.Rupees);
    }

    private void Add(JournalRecord record)
    {
        var fact = record.Fact;
        var why = fact.Kind switch
        {
            FactKind.IntentDenied => fact.Refusal,
            FactKind.OrderMoved when fact.Order.Kind is OrderEventKind.Refused or OrderEventKind.NotSent => fact.Order.Code,
            _ => RefusalCode.None,
        };
        if (why != RefusalCode.None) Refusals[why.ToString()] = Refusals.GetValueOrDefault(why.ToString()) + 1;
        if (record.Command is { Key.Length: > 0 } command) Keys.Add(command.Key);
        switch (fact.Kind)
        {
            case FactKind.AccountOpened:
                _names.Add(record.Command!.Account);
                _cash[fact.Account.Account.Index] = fact.Account.Amount.Rupees;
                break;
            case FactKind.CashMoved: _cash[fact.Account.Account.Index] += fact.Account.Amount.Rupees; break;
            case FactKind.IntentAccepted or FactKind.IntentDenied: AddIntent(record); break;
            case FactKind.OrderMoved: AddMove(fact); break;
            case FactKind.SignalRaised: Signals.Add(fact); break;
        }
    }

    private void AddIntent(JournalRecord record)
    {
        var (intent, fact) = (record.Fact.Intent, record.Fact);
        if (!intent.Run.IsNone) RunIntents.Add(fact);
        if (record.Command is { Key.Length: > 0 } command)
        {
            if (!Intents.TryGetValue(command.Key, out var numbers)) Intents.Add(command.Key, numbers = []);
            numbers.Add(intent.Number);
        }

        if (fact.Kind == FactKind.IntentDenied) return;
        for (var slice = 1; slice <= intent.Slices; slice++) _orders.Add(new OrderId(intent.Number, slice), (intent, fact.Instrument));
    }

    private void AddMove(in DeskFact fact)
    {
        var moved = fact.Order;
        if (moved.Kind == OrderEventKind.Claimed) Tags.Add(moved.Tag);
        if (moved.Kind != OrderEventKind.Traded || !_fills.Add((moved.Order, moved.FillId))) return;
        var (intent, id) = _orders[moved.Order];
        var (terms, instrument) = (intent.Whole, Instruments[id]);
        var signed = terms.Side.Sign() * moved.Quantity.Units;
        var place = (intent.Account.Index, new PositionKey(id, terms.Product, intent.Run));
        _units[place] = _units.GetValueOrDefault(place) + signed;
        _cash[intent.Account.Index] -= moved.Price.Rupees * signed;
        NoteOf(intent.Account, fact.At.IndiaDate, instrument).Add(moved.Order, id, terms.Side, terms.Product, moved.Quantity, moved.Price);
    }

    private ChargeNote NoteOf(AccountId account, DateOnly day, Instrument instrument)
    {
        var segment = ChargeSegments.Of(instrument)!.Value;
        var key = (account.Index, day, instrument.Hours.Exchange, segment);
        if (!_notes.TryGetValue(key, out var note))
            _notes.Add(key, note = new ChargeNote(ChargeRates.BuiltIn.On(day, instrument.Hours.Exchange, segment)!));
        return note;
    }
}
