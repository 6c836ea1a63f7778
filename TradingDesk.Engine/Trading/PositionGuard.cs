using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// What the desk does with positions without being asked: fires brackets, trails stops, squares off intraday positions before their
/// session ends, and ends an account's day.
/// </summary>
internal sealed class PositionGuard(DeskPlan plan, MarketView market, OrderDesk orders)
{
    /// <summary>How long an exit that was refused waits before it is tried again.</summary>
    private const int RetrySeconds = 5;

    /// <summary>How long a bracket that has fired waits before it looks for what is still to be left.</summary>
    private const int AgainSeconds = 1;

    /// <summary>Trades of a session's last moment may be told so much later.</summary>
    private const int FillSeconds = 60;

    private readonly Dictionary<Position, Instant> _retryAt = [];
    private readonly Dictionary<int, Instant> _againAt = [];
    private readonly List<Bracket> _reached = [];

    /// <summary>A tick of an instrument: its brackets look at the price.</summary>
    public void Watch(InstrumentId id, in Tick tick, Instant clock)
    {
        var brackets = orders.Book.Brackets;
        for (var place = 0; place < brackets.Count; place++)
        {
            var bracket = brackets.GetValueAtIndex(place);
            if (bracket.Watched == id && HasReached(bracket, tick.Last)) _reached.Add(bracket);
        }

        foreach (var bracket in _reached) Act(bracket, tick.Last, clock);
        _reached.Clear();
    }

    private bool HasReached(Bracket bracket, Price last) =>
        bracket.Judge(last) != IntentRole.Entry || bracket.Follow(last, plan.Instruments[bracket.Watched].Tick) != default;

    private void Act(Bracket bracket, Price last, Instant clock)
    {
        var role = bracket.Judge(last);
        if (role == IntentRole.Entry) orders.Brackets.Follow(bracket, bracket.Follow(last, plan.Instruments[bracket.Watched].Tick));
        else Fire(bracket, role, clock);
    }

    /// <summary>The clock has moved on by a second.</summary>
    public void Move(Instant clock)
    {
        orders.Kills.Move();
        for (var place = 0; place < orders.Book.Accounts.Count; place++)
        {
            var account = orders.Book.Accounts[place];
            var today = clock.IndiaDate;
            // A contract ends on its last day, whenever the desk learns of it: that day's note has its tax.
            for (var held = 0; held < account.Positions.Count; held++) Settle(account, account.Positions[held], clock);
            if (account.Day < today) orders.Accounts.CloseDay(account, today);
            for (var held = 0; held < account.Positions.Count; held++)
            {
                if (account.Positions[held] is not { IsFlat: false, Product: Product.Mis } position) continue;
                Miss(account, position, clock);
                SquareOff(account, position, clock);
            }
        }

        var open = orders.Book.Orders.Open;
        for (var place = 0; place < open.Count; place++)
        {
            // An intraday entry that were filled now would be squared off the next second. To ask for a cancel leaves the list as it is.
            var order = open[place];
            var isEntry = order.Terms.Product == Product.Mis && order.Role == IntentRole.Entry;
            if (isEntry && IsSquareOffTime(order.Instrument, clock)) orders.Changes.Cancel(order);
        }
    }

    private void Settle(Account account, Position position, Instant clock)
    {
        if (position.IsFlat || !market.HasEnded(plan.Instruments[position.Instrument], clock)) return;
        if (market.SettlementOf(plan.Instruments[position.Instrument]) is { } price) orders.Accounts.Settle(account, position, price);
    }

    private void Fire(Bracket bracket, IntentRole role, Instant clock)
    {
        var account = orders.Book.Of(bracket.Account);
        if (account.Find(bracket.Key) is not { IsFlat: false } position || Waits(position, clock)) return;
        if (position.ExitSide == bracket.Side) return;
        if (_againAt.TryGetValue(bracket.Intent, out var again) && clock < again) return;
        _againAt[bracket.Intent] = clock.PlusSeconds(AgainSeconds);
        foreach (var order in orders.Book.Orders.Open.ToArray())
        {
            if (order.Id.Intent == bracket.Intent) orders.Changes.Cancel(order);
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"bracket:{bracket.Intent}:{clock.UnixSeconds}");
        var refusal = orders.Intents.Leave(account, position, role, bracket.Intent, bracket.Guarded, key);
        if (refusal == RefusalCode.NothingToExit && role == IntentRole.Stop) MakeWay(account, position);
        else if (refusal != RefusalCode.None) _retryAt[position] = clock.PlusSeconds(RetrySeconds);
    }

    /// <summary>Orders that wait for a better price would keep all of a position from a stop, for an exit never sells it twice.</summary>
    private void MakeWay(Account account, Position position)
    {
        foreach (var order in orders.Book.Orders.Open.ToArray())
        {
            var isInTheWay = order.Account == account.Id && order.Key == position.Key && order.Terms.Side == position.ExitSide;
            if (isInTheWay && order.Terms.Type != OrderType.Market) orders.Changes.Cancel(order);
        }
    }

    /// <summary>Once a session: what works on the position is cancelled, what is left of it is sold or bought back.</summary>
    private void SquareOff(Account account, Position position, Instant clock)
    {
        var instrument = plan.Instruments[position.Instrument];
        var session = market.SessionOf(position.Instrument, clock);
        var isOverdue = position.MissedSquareOff != default && session.Contains(clock);
        if (!isOverdue && !IsSquareOffTime(position.Instrument, clock)) return;
        var isUnderWay = false;
        foreach (var order in orders.Book.Orders.Open.ToArray())
        {
            if (order.Account != account.Id || order.Key != position.Key) continue;
            var isLeaving = order.Role is IntentRole.SquareOff or IntentRole.Kill;
            isUnderWay |= isLeaving;
            if (!isLeaving) orders.Changes.Cancel(order);
        }

        var hasPrice = market.Of(instrument, clock, isReduceOnly: false).Last != default;
        if (isUnderWay || !hasPrice || Waits(position, clock)) return;
        var run = position.Key.Run.Number;
        var key = string.Create(
            CultureInfo.InvariantCulture, $"square-off:{session.Date:yyyy-MM-dd}:{instrument.Key}:{run}:{clock.UnixSeconds}");
        var refusal = orders.Intents.Leave(account, position, IntentRole.SquareOff, 0, new Quantity(long.MaxValue), key);
        if (refusal is not (RefusalCode.None or RefusalCode.NothingToExit)) _retryAt[position] = clock.PlusSeconds(RetrySeconds);
    }

    /// <summary>
    /// Said once: the desk was down across the time, or the exit did not trade. It is left when the market next opens, never after its end.
    /// </summary>
    private void Miss(Account account, Position position, Instant clock)
    {
        if (position.MissedSquareOff != default) return;
        var instrument = plan.Instruments[position.Instrument];
        var session = market.SessionOf(position.Instrument, clock);
        if (market.HasEnded(instrument, clock) || market.SquareOffOf(instrument, session.Date) is null) return;
        var isOver = clock >= session.Close.PlusSeconds(FillSeconds);
        var isOfEarlier = session.Contains(clock) && position.HeldUnits != 0;
        if (!isOver && !isOfEarlier) return;
        orders.Accounts.MissSquareOff(account, position, isOver ? session.Date : market.DayBefore(instrument, session));
    }

    private bool IsSquareOffTime(InstrumentId id, Instant clock)
    {
        var session = market.SessionOf(id, clock);
        return session.Contains(clock) && market.SquareOffOf(plan.Instruments[id], session.Date) <= clock;
    }

    private bool Waits(Position position, Instant clock) => _retryAt.TryGetValue(position, out var until) && clock < until;
}
