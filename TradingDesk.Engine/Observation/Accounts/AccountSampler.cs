using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>Reads accounts, positions and orders off the board; whatever did not change is the same object as before.</summary>
internal sealed class AccountSampler(MoneyLevels levels, SquareOffs squareOffs, long freshSeconds)
{
    private readonly List<SampledPosition> _positions = [];
    private readonly (int Version, bool IsDurable, AccountId Account, OrderView? View)[] _orders =
        new (int, bool, AccountId, OrderView?)[levels.Orders.Capacity];
    private readonly BracketSampler _brackets = new(levels);
    private readonly List<EquityCurve> _curves = [];
    private List<AccountView> _current = [];
    private (long, long, long, long, long) _seen;

    /// <summary>The accounts at that clock.</summary>
    public IReadOnlyList<AccountView> Sample(Instant clock)
    {
        var seen = (levels.Orders.Changes, levels.Positions.Changes, levels.Brackets.Changes, levels.Accounts.Changes, levels.Durable);
        var isSame = seen == _seen && !IsPointDue(clock) && !HasTurned(clock);
        if (isSame) return _current;
        _seen = seen;
        SampleOrders();
        SamplePositions(clock);
        _brackets.Sample();
        var next = new List<AccountView>(levels.AccountCount);
        for (var place = 0; place < levels.AccountCount; place++) next.Add(AccountAt(place, clock));
        return _current = next;
    }

    private bool IsPointDue(Instant clock)
    {
        foreach (var curve in _curves)
        {
            if (curve.IsDue(clock)) return true;
        }

        return false;
    }

    /// <summary>Whether time alone made a position another: its price is stale now, or another day has another square-off.</summary>
    private bool HasTurned(Instant clock)
    {
        for (var place = 0; place < _positions.Count; place++)
        {
            levels.Positions.Read(place, out var level);
            if (IsStale(level, clock) != _positions[place].View.IsStale) return true;
            if (squareOffs.At(level, clock) != _positions[place].View.SquareOffAt) return true;
        }

        return false;
    }

    private bool IsStale(in PositionLevel level, Instant clock) =>
        level.Units != 0 && clock - level.LastAt > freshSeconds * Instant.NanosPerSecond;

    private void SampleOrders()
    {
        var count = (int)Math.Min(levels.OrderCount, levels.Orders.Capacity);
        var durable = levels.Durable;
        for (var place = 0; place < count; place++)
        {
            ref var known = ref _orders[place];
            if (known.IsDurable && known.Version == levels.Orders.VersionOf(place)) continue;
            var version = levels.Orders.Read(place, out var level);
            var isDurable = level.Fact <= durable;
            if (version == known.Version && isDurable == known.IsDurable) continue;
            known = (version, isDurable, level.Account, OrderViews.Of(level, isDurable));
        }
    }

    private void SamplePositions(Instant clock)
    {
        for (var place = 0; place < levels.PositionCount; place++)
        {
            var version = levels.Positions.Read(place, out var level);
            var (isStale, squareOff) = (IsStale(level, clock), squareOffs.At(level, clock));
            if (place < _positions.Count && _positions[place].IsStill(version, isStale, squareOff)) continue;
            var sampled = new SampledPosition(version, level.Account, ViewOf(level, isStale) with { SquareOffAt = squareOff });
            if (place < _positions.Count) _positions[place] = sampled;
            else _positions.Add(sampled);
        }
    }

    private static PositionView ViewOf(in PositionLevel level, bool isStale) => new(level.Instrument, level.Product)
    {
        Run = level.Run,
        Units = level.Units,
        Average = level.Units == 0 ? default : new Price(Rounded(level.Cost.Scaled, level.Units)),
        Last = level.Last,
        IsStale = isStale,
        Realised = level.Realised,
        Unrealised = level.Unrealised,
        Charges = level.Charges,
        Net = level.Realised + level.Unrealised - level.Charges,
        Margin = level.Margin,
        Exiting = level.Exiting,
        HeldUnits = level.HeldUnits,
        Bought = level.Bought.Units,
        Sold = level.Sold.Units,
        SquareOffMissed = level.MissedSquareOff == default ? null : level.MissedSquareOff,
    };

    /// <summary>To the nearest, half away from zero; cost and units have the same sign.</summary>
    private static long Rounded(long cost, long units) => ((2 * Math.Abs(cost)) + Math.Abs(units)) / (2 * Math.Abs(units));

    private AccountView AccountAt(int place, Instant clock)
    {
        levels.Accounts.Read(place, out var level);
        var id = new AccountId(place);
        var positions = _positions.Where(known => known.Account == id).Select(known => known.View).Where(IsShown).ToArray();
        var orders = _orders.Where(known => known.View is not null && known.Account == id).Select(known => known.View!)
            .OrderByDescending(order => order.Id.Intent).ThenByDescending(order => order.Id.Slice).ToArray();
        var worth = level.Deposited + level.Realised + level.Unrealised - level.Charges;
        var dayNet = worth - level.DayStart - level.MovedToday;
        if (place == _curves.Count) _curves.Add(new EquityCurve());
        _curves[place].Note(clock, dayNet);
        var view = new AccountView(id, levels.Names[place])
        {
            Mode = "PAPER",
            Deposited = level.Deposited,
            Cash = level.Cash,
            Free = level.Free,
            Margin = level.Margin,
            Blocked = level.Blocked,
            DayGross = dayNet + level.ChargesToday,
            DayCharges = level.ChargesToday,
            DayNet = dayNet,
            TotalNet = worth - level.Deposited,
            Worth = worth,
            IsStale = positions.Any(position => position.IsStale),
            OpenOrders = level.OpenOrders,
            Day = _curves[place].Points,
            Positions = Kept(place, positions, before => before.Positions),
            Brackets = Kept(place, _brackets.Of(id), before => before.Brackets),
            Orders = Kept(place, orders, before => before.Orders),
        };
        if (place < _current.Count && view == _current[place]) return _current[place];
        return view;
    }

    private static bool IsShown(PositionView position) => position.Units != 0 || position.Bought > 0 || position.Sold > 0;

    private IReadOnlyList<T> Kept<T>(int place, IReadOnlyList<T> now, Func<AccountView, IReadOnlyList<T>> of)
    {
        if (place >= _current.Count) return now;
        var before = of(_current[place]);
        return before.Count == now.Count && before.Zip(now).All(pair => ReferenceEquals(pair.First, pair.Second)) ? before : now;
    }

    /// <summary>A position as it was last read, and the level's version it was read from.</summary>
    private readonly record struct SampledPosition(int Version, AccountId Account, PositionView View)
    {
        public bool IsStill(int version, bool isStale, Instant? squareOff) =>
            (Version, View.IsStale, View.SquareOffAt) == (version, isStale, squareOff);
    }
}
