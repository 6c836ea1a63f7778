using System.Globalization;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading.Kill;

/// <summary>
/// Leaves positions for a kill switch: by protected limits in slices of the exchange's largest order, asked anew at the newest price when
/// they have not traded. What is under way is never sold twice.
/// </summary>
internal sealed class PositionExits(MoneyPath path, OrderIntents intents, OrderChanges changes)
{
    /// <summary>How long an exit may work at its price before a better one is asked for.</summary>
    private const int RepriceSeconds = 3;

    /// <summary>A refusal is a fact in the journal, and what is wrong with a position rarely rights itself.</summary>
    private const int RetrySeconds = 60;

    private readonly Dictionary<Position, (Instant At, RefusalCode Why)> _refused = [];

    /// <summary>Does what can be done about the position now, and says where it stands.</summary>
    public KilledPosition Leave(Account account, Position position, int latch)
    {
        var instrument = path.Plan.Instruments[position.Instrument];
        if (position.Product == Product.Cnc) return Standing(account, position, KillOutcome.Kept);
        var now = path.Market.Of(instrument, path.Clock, path.IsReduceOnly);
        if (!now.IsKnown || !now.IsOpen) return Standing(account, position, KillOutcome.MarketClosed);
        if (now.Last == default) return Standing(account, position, KillOutcome.NoPrice);
        var limit = ProtectedPrice.Of(instrument, position.ExitSide, now.Last, now.PreviousClose);
        var (isUnderWay, isDoubtful) = Look(account, position, limit);
        var refusal = Ask(account, position, instrument, limit, latch);
        if (refusal == RefusalCode.None || isUnderWay) return Standing(account, position, KillOutcome.UnderWay);
        if (refusal != RefusalCode.NothingToExit) return Standing(account, position, KillOutcome.Refused) with { Why = refusal };
        return Standing(account, position, isDoubtful ? KillOutcome.Unknown : KillOutcome.UnderWay);
    }

    public static KilledPosition Standing(Account account, Position position, KillOutcome outcome) =>
        new(account.Id, position.Instrument, position.Product, position.Key.Run, position.Units, outcome, RefusalCode.None);

    /// <summary>What is on its way out already; an exit that has not traded in time makes way for one at a better price.</summary>
    private (bool IsUnderWay, bool IsDoubtful) Look(Account account, Position position, Price limit)
    {
        var (isUnderWay, isDoubtful) = (false, false);
        foreach (var order in path.Book.Orders.Unsettled.ToArray())
        {
            if (order.Account != account.Id || order.Key != position.Key || order.Terms.Side != position.ExitSide) continue;
            var isClear = order.State.IsExposed() && !order.State.IsDoubtful();
            isDoubtful |= !isClear;
            isUnderWay |= isClear;
            var isLate = path.Clock >= order.ChangedAt.PlusSeconds(RepriceSeconds) && order.Role != IntentRole.Entry;
            if (isClear && isLate && order.Terms.Price != limit) changes.Cancel(order);
        }

        return (isUnderWay, isDoubtful);
    }

    private RefusalCode Ask(Account account, Position position, Instrument instrument, Price limit, int latch)
    {
        if (_refused.TryGetValue(position, out var before) && path.Clock < before.At.PlusSeconds(RetrySeconds)) return before.Why;
        _refused.Remove(position);
        var run = position.Key.Run.Number;
        var key = string.Create(
            CultureInfo.InvariantCulture, $"kill:{latch}:{instrument.Key}:{position.Product}:{run}:{path.Clock.UnixSeconds}");
        var most = new Quantity(Limits.SlicesMost * OrderFit.SliceOf(instrument, new Quantity(Math.Abs(position.Units))).Units);
        var refusal = intents.LeaveAt(account, position, IntentRole.Kill, limit, most, key);
        if (refusal is not (RefusalCode.None or RefusalCode.NothingToExit)) _refused[position] = (path.Clock, refusal);
        return refusal;
    }
}
