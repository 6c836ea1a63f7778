using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading;

/// <summary>Puts orders, positions and accounts on the board, and computes what an account can still spend: the one place where that is
/// done.</summary>
internal sealed class MoneyBoard(TradingBook book, DeskPlan plan, OrderNeeds needs, MoneyLevels levels)
{
    private readonly Dictionary<OrderId, int> _places = [];
    private readonly List<(Account Account, Position Position)>?[] _held = new List<(Account, Position)>?[plan.Instruments.Count];

    /// <summary>Accounts whose open orders hold more or less cash with every tick, and whether any does.</summary>
    private readonly bool[] _follows = new bool[Limits.AccountsMost];
    private bool _anyFollows;
    private readonly ChargeEstimate _charges = new();
    private readonly BracketBoard _brackets = new(book, levels);

    public JournalHealth Journal => levels.Journal;

    public void Synced(long through, JournalHealth health) => (levels.Durable, levels.Journal) = (through, health);

    /// <summary>Gives the intent's orders their places, in the order they were accepted.</summary>
    public void Add(in IntentTerms intent, long fact)
    {
        for (var slice = 1; slice <= intent.Slices; slice++) Show(book.Orders.Find(new OrderId(intent.Number, slice))!, fact);
    }

    /// <summary>Shows an order and all that its account holds, for a trade moves every position's part of the day's charges.</summary>
    public void Show(Order order, long fact)
    {
        Write(order, fact);
        ShowAll(book.Of(order.Account));
        _brackets.Show(order.Account, order.Key);
    }

    public void Show(Bracket bracket) => _brackets.Show(bracket);

    /// <summary>Everything anew: after a start, and when an account as a whole has changed.</summary>
    public void ShowAll()
    {
        foreach (var order in book.Orders.All.OrderBy(order => order.Id.Intent).ThenBy(order => order.Id.Slice)) Write(order, 0);
        foreach (var account in book.Accounts) ShowAll(account);
        _brackets.ShowAll();
    }

    /// <summary>An account's day has ended: what it let go of leaves the board.</summary>
    public void ShowDay(Account account)
    {
        foreach (var held in _held)
        {
            for (var place = (held?.Count ?? 0) - 1; place >= 0; place--)
            {
                var (holder, position) = held![place];
                if (holder != account || holder.Find(position.Key) == position) continue;
                held.RemoveAt(place);
                levels.Positions.Write(position.Place, new PositionLevel { Account = holder.Id, Instrument = position.Instrument });
            }
        }

        ShowAll(account);
    }

    private void ShowAll(Account account)
    {
        foreach (var position in account.Positions) Show(account, position);
        ShowAccount(account);
    }

    public void ShowAccount(Account account)
    {
        _follows[account.Id.Index] = FollowsPrice(account);
        _anyFollows = _follows.AsSpan().Contains(true);
        levels.Names[account.Id.Index] = account.Name;
        levels.Accounts.Write(account.Id.Index, new AccountLevel
        {
            Account = account.Id,
            Deposited = account.Deposited,
            Cash = account.CashOf(plan.Instruments),
            Realised = account.Realised,
            Unrealised = account.Unrealised,
            Charges = account.Charges,
            ChargesToday = account.ChargesToday,
            Margin = MarginOf(account),
            Blocked = needs.BlockedOf(account),
            Free = FreeOf(account),
            DayStart = account.DayStart,
            MovedToday = account.MovedToday,
            OpenOrders = OpenOf(account),
        });
        levels.AccountCount = Math.Max(levels.AccountCount, account.Id.Index + 1);
    }

    /// <summary>The instrument's positions at its newest price.</summary>
    public void Mark(InstrumentId id, in Tick tick)
    {
        if (_held[id.Index] is { } held)
        {
            foreach (var (account, position) in held)
            {
                if (tick.Time < position.LastAt || (position.IsFlat && position.Last == tick.Last)) continue;
                Mark(account, position, tick);
            }
        }

        if (!_anyFollows) return;
        foreach (var account in book.Accounts)
        {
            if (_follows[account.Id.Index]) ShowAccount(account);
        }
    }

    /// <summary>
    /// What a price moves, and nothing else: between two events of its money an account's sums are those it had, plus what this position
    /// gained, so that a tick costs the same however much the account holds.
    /// </summary>
    private void Mark(Account account, Position position, in Tick tick)
    {
        var lost = LostOf(position);
        (position.Last, position.LastAt) = (tick.Last, tick.Time);
        ref var held = ref levels.Positions.Open(position.Place);
        var (gained, margin) = (position.Unrealised - held.Unrealised, MarginOf(position) - held.Margin);
        held.Unrealised += gained;
        held.Margin += margin;
        (held.Last, held.LastAt) = (tick.Last, tick.Time);
        levels.Positions.Seal(position.Place);
        ref var level = ref levels.Accounts.Open(account.Id.Index);
        level.Unrealised += gained;
        level.Margin += margin;
        level.Free += LostOf(position) - lost - margin;
        levels.Accounts.Seal(account.Id.Index);
    }

    /// <summary>Cash that is neither spent nor held, less what positions on margin have lost.</summary>
    public Money FreeOf(Account account)
    {
        var lost = default(Money);
        foreach (var position in account.Positions) lost += LostOf(position);
        return account.CashOf(plan.Instruments) + lost - MarginOf(account) - needs.BlockedOf(account);
    }

    /// <summary>
    /// Whether the account can pay for the intent in the worst case and for its charges; one that only reduces a position costs nothing.
    /// </summary>
    public bool Covers(Account account, Instrument instrument, in IntentTerms intent, DateOnly day)
    {
        var key = new PositionKey(instrument.Id, intent.Whole.Product, intent.Run);
        var need = needs.NeedOf(account, key, intent.Whole);
        if (need.Scaled <= 0) return true;
        var price = needs.PriceOf(account.Find(key), key, intent.Whole);
        return need + _charges.Of(instrument, intent.Whole, price, intent.SliceQuantity, day) <= FreeOf(account);
    }

    /// <summary>Whether it can pay for what an order would hold more on other terms.</summary>
    public bool Covers(Account account, Order order, in OrderTerms terms)
    {
        var more = needs.NeedOf(account, order, terms);
        return more.Scaled <= 0 || more <= FreeOf(account);
    }

    private Money MarginOf(Account account)
    {
        var sum = default(Money);
        foreach (var position in account.Positions) sum += MarginOf(position);
        return sum;
    }

    private Money MarginOf(Position position) => position.IsFlat
        ? default
        : MarginEstimate.Of(plan.Instruments[position.Instrument], position.Product, position.Units, position.Last);

    /// <summary>What a position on margin has lost so far, as a negative amount.</summary>
    private Money LostOf(Position position)
    {
        var isPaid = position.Units > 0 && Settlements.IsPaidInFull(plan.Instruments[position.Instrument], position.Product);
        return !isPaid && position.Unrealised.Scaled < 0 ? position.Unrealised : default;
    }

    /// <summary>Whether an order under way has no price of its own, so that the last one decides how much cash it holds.</summary>
    private bool FollowsPrice(Account account)
    {
        foreach (var order in book.Orders.Unsettled)
        {
            var isPriceless = order.Asked is { HasPrice: false, IsStop: false };
            if (isPriceless && order.Account == account.Id && order.Role == IntentRole.Entry) return true;
        }

        return false;
    }

    private int OpenOf(Account account)
    {
        var count = 0;
        foreach (var order in book.Orders.Open)
        {
            if (order.Account == account.Id) count++;
        }

        return count;
    }

    private void Show(Account account, Position position)
    {
        var held = _held[position.Instrument.Index] ??= [];
        if (!held.Contains((account, position))) held.Add((account, position));
        levels.Positions.Write(position.Place, new PositionLevel
        {
            Account = account.Id,
            Instrument = position.Instrument,
            Product = position.Product,
            Run = position.Key.Run,
            Units = position.Units,
            Cost = position.Cost,
            Realised = position.Realised,
            Unrealised = position.Unrealised,
            Charges = account.ChargesOf(position),
            Margin = MarginOf(position),
            Last = position.Last,
            LastAt = position.LastAt,
            HeldUnits = position.HeldUnits,
            Exiting = ExitingOf(account, position),
            Bought = position.Bought,
            Sold = position.Sold,
            MissedSquareOff = position.MissedSquareOff,
        });
        levels.PositionCount = Math.Max(levels.PositionCount, position.Place + 1);
    }

    private long ExitingOf(Account account, Position position)
    {
        var units = 0L;
        foreach (var order in book.Orders.Unsettled)
        {
            if (order.Account == account.Id && order.Key == position.Key && order.Terms.Side == position.ExitSide)
                units += order.AtRisk.Units;
        }

        return position.IsFlat ? 0 : units;
    }

    /// <summary>Shows an order, unless newer ones have taken its place; without a fact it keeps the one it has.</summary>
    private void Write(Order order, long fact)
    {
        if (!_places.TryGetValue(order.Id, out var place))
        {
            place = (int)(levels.OrderCount % levels.Orders.Capacity);
            _places[order.Id] = place;
            levels.OrderCount++;
        }
        else if (levels.Orders.Read(place, out var shown) > 0)
        {
            if (shown.Id != order.Id) return;
            if (fact == 0) fact = shown.Fact;
        }

        levels.Orders.Write(place, new OrderLevel
        {
            Id = order.Id,
            Account = order.Account,
            Instrument = order.Instrument,
            Terms = order.Terms,
            Asked = order.Asked,
            AtRisk = order.AtRisk,
            Role = order.Role,
            Run = order.Key.Run,
            State = order.State,
            Pending = order.Pending,
            Code = order.Code,
            IsAsleep = order.IsAsleep,
            Filled = order.Filled,
            Booked = order.Booked,
            Value = order.Value,
            Tag = order.Tag,
            VenueOrder = order.VenueOrder,
            At = order.At,
            ChangedAt = order.ChangedAt,
            Fact = fact,
        });
    }
}
