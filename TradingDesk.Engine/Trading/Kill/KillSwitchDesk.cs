using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading.Kill;

/// <summary>
/// Latches kill switches and takes each through its stages: cancel, see what the venue answered, leave positions, say what is flat and
/// what is not. Where it stands is a fact at every step, so a start goes on from there.
/// </summary>
internal sealed class KillSwitchDesk(MoneyPath path, OrderIntents intents, OrderChanges changes, Arming arming, MoneyLevels levels)
{
    /// <summary>How long cancels may stay unanswered before positions are left without them.</summary>
    private const int AnswerSeconds = 5;

    /// <summary>How long a cancel waits before it is asked for again.</summary>
    private const int AgainSeconds = 5;

    /// <summary>Facts one input may cause here: half of what an input may; what is left follows with the next second.</summary>
    private const int FactsMost = Limits.MoneyFactsMost / 2;

    private readonly PositionExits _exits = new(path, intents, changes);
    private readonly Dictionary<OrderId, Instant> _askedAt = [];
    private long _factsUntil;
    private bool _isNews;

    private KillSwitch Kills => path.Book.Kills;

    private bool HasRoom => path.Say.Published < _factsUntil;

    /// <summary>Latches a kill switch, the account's or the desk's. It is in force before anything else happens.</summary>
    public RefusalCode Latch(SubmittedCommand submitted, Account? account, KillReach reach)
    {
        var what = EventOf(account) with { Reach = reach, Stage = KillStage.Cancelling };
        path.Say.Commit(new DeskFact { Kind = FactKind.KillLatched, Command = submitted.Number, Kill = what }, submitted);
        _isNews = true;
        if (account is null) arming.DisarmAll();
        else arming.Disarm(account.Id);
        foreach (var request in path.Parked.Withdraw(request => MustStay(request), FactsMost)) NotSent(request);
        Act();
        return RefusalCode.None;
    }

    public RefusalCode Rearm(SubmittedCommand submitted, Account? account, RearmConsent consent, string reason)
    {
        var what = EventOf(account);
        if (Kills.Find(what) is not { } latch) return RefusalCode.NotKilled;
        if (string.IsNullOrWhiteSpace(reason)) return RefusalCode.ReasonMissing;
        if (consent == RearmConsent.Asked) return RefusalCode.RearmUnconfirmed;
        if (latch.IsUnderWay && consent != RearmConsent.Forced) return RefusalCode.RearmUnderWay;
        (what.Reach, what.Stage) = (latch.Reach, latch.Stage);
        path.Say.Commit(new DeskFact { Kind = FactKind.KillCleared, Command = submitted.Number, Kill = what }, submitted);
        if (!Kills.IsAny) _askedAt.Clear();
        _isNews = true;
        Act();
        return RefusalCode.None;
    }

    /// <summary>Whether the request would bring new exposure to an account that is killed: it never leaves.</summary>
    public bool MustStay(in VenueRequest request) =>
        request.Kind is VenueRequestKind.Place or VenueRequestKind.Modify && Kills.Stops(request.Account)
        && path.Book.Orders.Find(request.Order)?.Role == IntentRole.Entry;

    public void NotSent(in VenueRequest request)
    {
        if (path.Book.Orders.Find(request.Order) is not { } order) return;
        var kind = request.Kind == VenueRequestKind.Modify ? OrderEventKind.ModifyRefused : OrderEventKind.NotSent;
        path.Say.Happen(order, new OrderEvent { Kind = kind, Version = request.Version, Code = RefusalCode.Killed }, null);
    }

    /// <summary>An order has moved: what can be cancelled only now is.</summary>
    public void Note(Order order)
    {
        if (!Kills.IsAny || !Kills.Stops(order.Account)) return;
        _isNews = true;
        if (MustGo(order)) Cancel(order);
    }

    /// <summary>The clock has moved on by a second, or the desk has started.</summary>
    public void Move()
    {
        if (Kills.IsAny) Act();
    }

    /// <summary>Goes on with all that is latched, as far as one input's facts go.</summary>
    private void Act()
    {
        _factsUntil = path.Say.Published + FactsMost;
        foreach (var order in path.Book.Orders.Open.ToArray())
        {
            if (HasRoom && MustGo(order)) Cancel(order);
        }

        var reports = new List<(KillLatch, List<KilledPosition>)>();
        foreach (var latch in Kills.Latched) reports.Add((latch, Advance(latch)));
        Show(reports);
    }

    /// <summary>Entries always; exits that wait for a better price when their position is to be left.</summary>
    private bool MustGo(Order order)
    {
        if (!order.State.IsExposed() || !Kills.Stops(order.Account)) return false;
        if (order.Role == IntentRole.Entry) return true;
        return order.Role != IntentRole.Kill && order.Terms.Type != OrderType.Market && Kills.Leaves(order.Account);
    }

    private void Cancel(Order order)
    {
        if (_askedAt.TryGetValue(order.Id, out var asked) && path.Clock < asked.PlusSeconds(AgainSeconds)) return;
        if (changes.Cancel(order)) _askedAt[order.Id] = path.Clock;
    }

    private List<KilledPosition> Advance(KillLatch latch)
    {
        var (open, unknown) = CountOrders(latch);
        var isWaiting = latch.Stage == KillStage.Cancelling && open > 0 && path.Clock < latch.StageAt.PlusSeconds(AnswerSeconds);
        var positions = Leave(latch, isWaiting);
        var stage = isWaiting ? KillStage.Cancelling : StageOf(open, positions);
        if (stage == latch.Stage) return positions;
        var what = new KillEvent { Scope = latch.Scope, Account = latch.Account, Reach = latch.Reach, Stage = stage };
        (what.Open, what.Unknown) = (open, unknown);
        what.Held = positions.Count(position => position.Outcome is not (KillOutcome.Flat or KillOutcome.Kept));
        path.Say.Commit(new DeskFact { Kind = FactKind.KillMoved, Kill = what }, null);
        _isNews = true;
        return positions;
    }

    private static KillStage StageOf(int open, List<KilledPosition> positions)
    {
        if (positions.Any(position => position.Outcome is KillOutcome.UnderWay or KillOutcome.Refused)) return KillStage.Flattening;
        if (positions.Any(position => position.Outcome is KillOutcome.MarketClosed or KillOutcome.NoPrice)) return KillStage.Waiting;
        return open > 0 || positions.Any(position => position.Outcome == KillOutcome.Unknown) ? KillStage.Unproven : KillStage.Done;
    }

    private List<KilledPosition> Leave(KillLatch latch, bool isWaiting)
    {
        var left = new List<KilledPosition>();
        foreach (var account in path.Book.Accounts)
        {
            if (!latch.Covers(account.Id)) continue;
            foreach (var position in account.Positions)
            {
                if (position.IsFlat && position.Bought == default && position.Sold == default) continue;
                if (position.IsFlat) left.Add(PositionExits.Standing(account, position, KillOutcome.Flat));
                else if (latch.Reach == KillReach.Orders) left.Add(PositionExits.Standing(account, position, KillOutcome.Kept));
                else if (isWaiting || !HasRoom) left.Add(PositionExits.Standing(account, position, KillOutcome.UnderWay));
                else left.Add(_exits.Leave(account, position, latch.Number));
            }
        }

        return left;
    }

    /// <summary>Orders that are to be gone and may still trade, and how many of them nobody knows.</summary>
    private (int Open, int Unknown) CountOrders(KillLatch latch)
    {
        var (open, unknown) = (0, 0);
        foreach (var order in path.Book.Orders.Open)
        {
            if (!latch.Covers(order.Account) || !MustGo(order)) continue;
            open++;
            if (order.State.IsDoubtful()) unknown++;
        }

        return (open, unknown);
    }

    private void Show(List<(KillLatch Latch, List<KilledPosition> Positions)> reports)
    {
        var isSame = levels.Kills.Count == reports.Count
            && reports.Zip(levels.Kills).All(pair => pair.First.Positions.SequenceEqual(pair.Second.Positions));
        if (isSame && !_isNews) return;
        _isNews = false;
        levels.Kills = [.. reports.Select(report => LevelOf(report.Latch, report.Positions))];
    }

    private KillLevel LevelOf(KillLatch latch, List<KilledPosition> positions) =>
        new(latch.Scope, latch.Account, latch.Reach, latch.Stage)
        {
            At = latch.At,
            StageAt = latch.StageAt,
            By = latch.By,
            Reason = latch.Reason,
            Orders = [.. path.Book.Orders.All.Where(order => IsReported(latch, order)).OrderBy(order => order.Id.Intent)
                .ThenBy(order => order.Id.Slice).Select(OutcomeOf)],
            Positions = positions,
        };

    /// <summary>Every order that could trade when it was latched, or since.</summary>
    private static bool IsReported(KillLatch latch, Order order) =>
        latch.Covers(order.Account) && (order.State.IsExposed() || order.ChangedAt >= latch.At);

    private static KilledOrder OutcomeOf(Order order)
    {
        var outcome = order.State.IsFinished() ? KillOutcome.Flat : order.State.IsDoubtful() ? KillOutcome.Unknown : KillOutcome.UnderWay;
        return new KilledOrder(order.Id, order.Account, order.Instrument, outcome);
    }

    private static KillEvent EventOf(Account? account) => new()
    {
        Scope = account is null ? KillScope.Desk : KillScope.Account,
        Account = account?.Id ?? default,
    };
}
