using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Hosting.Reading;

/// <summary>
/// The gate's own checks of an entry by hand, on what the board shows: whatever stands against it, the first of each kind. The board is a
/// moment behind the engine, which judges anew.
/// </summary>
internal sealed class GateReview(DeskPlan plan, LevelBoard board, AccountRules rules)
{
    /// <summary>Callers are many, and what is counted is one at a time.</summary>
    private readonly Lock _counting = new();

    private Exposure Exposure => field ??= new Exposure(new BookValues(plan.Instruments, LastOf));

    /// <summary>What the engine would find wrong, in the order it looks.</summary>
    public IReadOnlyList<RefusalCode> Judge(Instrument instrument, in IntentTerms intent)
    {
        var found = new List<RefusalCode>();
        Add(IsKilled(intent.Account) ? RefusalCode.Killed : RefusalCode.None);
        var fit = OrderFit.Check(intent.Whole, instrument, rules);
        Add(fit);
        if (fit != RefusalCode.None) return found;
        try
        {
            var now = NowOf(instrument);
            var market = RiskGate.CheckMarket(intent, instrument, now);
            Add(market);
            Add(CheckOwnOrders(intent, instrument, now.Last));
            if (now.Last == default) return found;
            Add(RiskGate.Bracket(intent, instrument, now));
            Add(CheckEntry(intent, instrument, now));
            if (market == RefusalCode.None) Add(CheckLimits(intent, instrument, now));
        }
        catch (ArithmeticException)
        {
            Add(RefusalCode.CheckFailed);
        }

        return found;

        void Add(RefusalCode code)
        {
            if (code != RefusalCode.None) found.Add(code);
        }
    }

    private bool IsKilled(AccountId account) =>
        board.Money.Kills.Any(kill => kill.Scope == KillScope.Desk || kill.Account == account);

    /// <summary>As the engine sees it, which goes by ticks alone: a price remembered from stored candles is shown, not traded on.</summary>
    private MarketNow NowOf(Instrument instrument)
    {
        var (clock, calendar) = (board.ReadCounters().Clock, board.Calendar);
        var isOpen = calendar.TryGetSession(instrument.Hours, clock, out var session);
        var ticks = board.Read(instrument.Id, out var tick, out var second, out _);
        var isFresh = ticks > 0 && !second.IsEmpty && tick.Time >= session.Open;
        return new MarketNow
        {
            Clock = clock,
            IsKnown = calendar.KnownThrough(instrument.Hours) is { } through && clock.IndiaDate <= through,
            IsOpen = isOpen,
            IsSquaredOff = isOpen && calendar.SquareOff(instrument.Hours, session.Date) <= clock,
            Last = isFresh ? tick.Last : default,
            LastAt = tick.Time,
            PreviousClose = tick.PreviousClose,
            IsReduceOnly = board.Money.Journal != JournalHealth.Sound,
        };
    }

    private Price LastOf(InstrumentId id) =>
        board.Read(id, out var tick, out var second, out _) > 0 && !second.IsEmpty ? tick.Last : default;

    private RefusalCode CheckOwnOrders(in IntentTerms intent, Instrument instrument, Price last)
    {
        var count = 0;
        foreach (var order in Orders(intent.Account))
        {
            if (!order.State.IsExposed()) continue;
            count++;
            if (order.Instrument != instrument.Id) continue;
            if (order.State.IsDoubtful()) return RefusalCode.InstrumentFrozen;
            if (!order.IsAsleep && RiskGate.Crosses(intent.Whole, order.Asked, last)) return RefusalCode.CrossesOwnOrder;
        }

        return count >= Limits.OpenOrdersMost ? RefusalCode.TooManyOpenOrders : RefusalCode.None;
    }

    private RefusalCode CheckEntry(in IntentTerms intent, Instrument instrument, in MarketNow now)
    {
        var terms = intent.Whole;
        if (intent.Slices > Limits.SlicesMost) return RefusalCode.TooManySlices;
        if (now.IsReduceOnly) return RefusalCode.ReduceOnly;
        var hasRates = ChargeSegments.Of(instrument) is { } segment && RiskGate.HasRates(instrument, segment, now.Clock.IndiaDate);
        if (!hasRates) return RefusalCode.ChargesUnknown;
        if (terms.Product == Product.Mis && now.IsSquaredOff) return RefusalCode.SquareOffPassed;
        if (terms is { Product: Product.Cnc, Side: Side.Sell } && terms.Quantity.Units > Deliverable(intent.Account, instrument))
            return RefusalCode.NotInHoldings;
        return RiskGate.CheckSize(terms, rules, now);
    }

    private long Deliverable(AccountId account, Instrument instrument)
    {
        foreach (var held in Positions(account))
        {
            if (held.Instrument == instrument.Id && held.Product == Product.Cnc && held.Run.IsNone) return held.Units - held.Exiting;
        }

        return 0;
    }

    /// <summary>The limits of the account as a whole; the hand's book has none of its own.</summary>
    private RefusalCode CheckLimits(in IntentTerms intent, Instrument instrument, in MarketNow now)
    {
        if (FindRisk(intent.Account) is not { } level) return RefusalCode.None;
        var wanted = new EntryWanted
        {
            Instrument = instrument,
            Key = new PositionKey(instrument.Id, intent.Whole.Product, RunId.None),
            Terms = intent.Whole,
            More = intent.Whole.Quantity.Units,
            Orders = intent.Slices,
        };
        lock (_counting)
        {
            var scope = new EntryScope
            {
                Limits = level.HasLimits ? RiskFields.Change(RiskLimits.None, level.Limits, out _) : null,
                State = level.State,
                Why = level.Why,
                Trades = (int)level.Trades.Used,
                OpenOrders = Count(intent.Account),
            };
            return new EntryCheck(Exposure).Judge(wanted, scope, now);
        }
    }

    /// <summary>Counts what the account holds and has ordered; gives how many orders may still trade.</summary>
    private int Count(AccountId account)
    {
        Exposure.Begin();
        foreach (var held in Positions(account))
        {
            if (held.Units == 0) continue;
            var key = new PositionKey(held.Instrument, held.Product, held.Run);
            Exposure.Hold(key, held.Units, held.LastAt == default ? default : held.Last);
        }

        var open = 0;
        foreach (var order in Orders(account))
        {
            if (order.State.IsExposed()) open++;
            if (order.AtRisk.Units == 0) continue;
            Exposure.Add(new PositionKey(order.Instrument, order.Terms.Product, order.Run), order.Terms.Side, order.AtRisk.Units);
        }

        return open;
    }

    private RiskLevel? FindRisk(AccountId account)
    {
        for (var place = 0; place < board.Money.RiskCount; place++)
        {
            board.Money.Risks.Read(place, out var level);
            if (level.Account == account && level.Run.IsNone) return level;
        }

        return null;
    }

    private IEnumerable<PositionLevel> Positions(AccountId account)
    {
        for (var place = 0; place < board.Money.PositionCount; place++)
        {
            board.Money.Positions.Read(place, out var level);
            if (level.Account == account) yield return level;
        }
    }

    private IEnumerable<OrderLevel> Orders(AccountId account)
    {
        var shown = Math.Min(board.Money.OrderCount, board.Money.Orders.Capacity);
        for (var place = 0; place < shown; place++)
        {
            board.Money.Orders.Read(place, out var level);
            if (level.Account == account) yield return level;
        }
    }
}
