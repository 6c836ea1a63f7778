using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>One account: what was paid in, what it holds, what it gained and what that cost.</summary>
internal sealed class Account(AccountId id, string name, AccountRules rules)
{
    private readonly Dictionary<PositionKey, Position> _positions = [];
    private readonly List<Position> _inOrder = [];
    private readonly DayNotes _notes = new();

    public AccountId Id { get; } = id;

    public string Name { get; } = name;

    public AccountRules Rules { get; } = rules;

    /// <summary>The day it stands in, in India.</summary>
    public DateOnly Day { get; private set; }

    public Money Deposited { get; private set; }

    /// <summary>Realised since the account was opened, before charges.</summary>
    public Money Realised { get; private set; }

    /// <summary>Charges of days that are closed.</summary>
    public Money ChargesBefore { get; private set; }

    public Money ChargesToday => _notes.Total;

    public Money Charges => ChargesBefore + ChargesToday;

    /// <summary>Worth when the day began, and paid in or out since.</summary>
    public Money DayStart { get; private set; }

    public Money MovedToday { get; private set; }

    /// <summary>In the order in which they were first traded.</summary>
    public ListView<Position> Positions => new(_inOrder);

    public Money Unrealised
    {
        get
        {
            var sum = default(Money);
            foreach (var position in _inOrder) sum += position.Unrealised;
            return sum;
        }
    }

    /// <summary>What would be left if everything were closed at the last price and today's charges stood as they are.</summary>
    public Money Worth => Deposited + Realised + Unrealised - Charges;

    /// <summary>
    /// Cash after trades and charges: what was paid for in full has left it and comes back when it is sold; what is held on margin moves
    /// it only when it is closed.
    /// </summary>
    public Money CashOf(InstrumentTable instruments)
    {
        var cash = Deposited + Realised - Charges;
        foreach (var position in _inOrder)
        {
            if (Settlements.IsPaidInFull(instruments[position.Instrument], position.Product)) cash -= position.Cost;
        }

        return cash;
    }

    public Position? Find(in PositionKey key) => _positions.GetValueOrDefault(key);

    public void Deposit(Money amount)
    {
        Deposited += amount;
        MovedToday += amount;
    }

    /// <summary>Begins anew with that much cash and no past; what it once traded is flat and keeps its place.</summary>
    public void Reset(Money cash, DateOnly day)
    {
        foreach (var position in _inOrder) position.BeginDay();
        _notes.Begin(day);
        (Deposited, Realised, ChargesBefore, DayStart, MovedToday, Day) = (cash, default, default, cash, default, day);
    }

    /// <summary>Books a trade into its position and onto the day's note.</summary>
    public Position Book(in AccountTrade trade, Instrument instrument, int nextPlace)
    {
        if (!_positions.TryGetValue(trade.Position, out var position))
        {
            position = new Position(trade.Position, nextPlace);
            _positions.Add(trade.Position, position);
            _inOrder.Add(position);
        }

        _notes.Add(trade, instrument, position.Units);
        Realised += position.Book(trade.Side, trade.Quantity, trade.Price);
        return position;
    }

    /// <summary>Ends the day: its charges are final, what is held is where the next begins.</summary>
    public void CloseDay(DateOnly next, Money worth)
    {
        ChargesBefore += ChargesToday;
        _notes.Begin(next);
        foreach (var position in _inOrder) position.BeginDay();
        (Day, DayStart, MovedToday) = (next, worth, default);
    }

    /// <summary>Lets go of a position that is flat.</summary>
    public void Forget(Position position)
    {
        if (!position.IsFlat) throw new InvalidOperationException("A position that is held cannot be forgotten.");
        _positions.Remove(position.Key);
        _inOrder.Remove(position);
    }

    /// <summary>The part of today's charges that this position's trades caused; the parts sum to the whole to the paisa.</summary>
    public Money ChargesOf(Position position) => _notes.ShareOf(position.Key);
}
