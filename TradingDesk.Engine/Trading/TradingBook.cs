using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Trading.Alerts;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// What the journal's facts add up to: accounts, orders, positions and answered keys. It decides nothing; the running desk and a start
/// put the same facts in and must hold the same.
/// </summary>
internal sealed class TradingBook(
    InstrumentTable instruments, AccountRules rules, IReadOnlyList<StrategyDescription> strategies, RiskDefaults limits)
{
    /// <summary>Keys that are remembered: more than the orders of a month, and a start remembers the same.</summary>
    public const int KeysMost = 50_000;

    private readonly List<Account> _accounts = [];
    private readonly Dictionary<string, Account> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Key), AnsweredCommand> _answered = [];
    private readonly Queue<(string Account, string Key)> _keys = [];
    private readonly SortedSet<int> _freePlaces = [];
    private int _positions;

    public ListView<Account> Accounts => new(_accounts);

    public OrderList Orders { get; } = new();

    /// <summary>Limits and states of accounts and runs.</summary>
    public RiskBook Risks { get; } = new(limits);

    /// <summary>Stops and targets that may still have something to leave, by their intents.</summary>
    public SortedList<int, Bracket> Brackets { get; } = [];

    public RunBook Runs { get; } = new(instruments, strategies);

    /// <summary>What is watched, and what alerts must remember.</summary>
    public AlertBook Alerts { get; } = new();

    public KillSwitch Kills { get; } = new();

    /// <summary>The number the next intent gets.</summary>
    public int NextIntent { get; private set; } = 1;

    /// <summary>Facts put in that left an order elsewhere than they say it stood: another build's rules, or a broken journal.</summary>
    public long Disagreements { get; private set; }

    /// <summary>Positions that stand on the board, or will when every order under way is filled.</summary>
    public int PositionsMost => _positions - _freePlaces.Count + Orders.Unsettled.Count;

    public Account? Find(string name) => _byName.GetValueOrDefault(name);

    public Account Of(AccountId id) => _accounts[id.Index];

    /// <summary>The first answer under that key; null when the key is new.</summary>
    public AnsweredCommand? AnswerTo(string account, string key) => _answered.GetValueOrDefault((account, key));

    /// <summary>Puts one fact in; an order's event is completed with where the order stands after it.</summary>
    public void Apply(ref DeskFact fact, SubmittedCommand? command)
    {
        switch (fact.Kind)
        {
            case FactKind.AccountOpened: Open(fact, command!); break;
            case FactKind.CashMoved: MoveCash(fact.Account); break;
            case FactKind.AccountReset: Reset(fact.Account); break;
            case FactKind.IntentAccepted: Accept(fact); break;
            case FactKind.IntentDenied: NextIntent = Math.Max(NextIntent, fact.Intent.Number + 1); break;
            case FactKind.OrderMoved: Move(ref fact); break;
            case FactKind.DayClosed: CloseDay(fact); break;
            case FactKind.PositionSettled: Settle(fact); break;
            case FactKind.StopMoved: MoveStop(fact); break;
            case FactKind.BracketMoved: Brackets[fact.Bracket.Intent].Move(fact.Bracket); break;
            case >= FactKind.RunDeclared and <= FactKind.SignalRaised: Runs.Apply(fact, command); break;
            case >= FactKind.LimitsSet and <= FactKind.RunDayEnded: ApplyRisk(fact, command); break;
            case >= FactKind.AlertAdded and <= FactKind.DayPeakRose: break;
            case FactKind.KillLatched: Kills.Latch(fact.Kill, fact.At, command!.Principal, ReasonOf(command.Command)); break;
            case FactKind.KillMoved: Kills.Move(fact.Kill, fact.At); break;
            case FactKind.KillCleared: Kills.Clear(fact.Kill); break;
            case FactKind.SquareOffMissed: MissSquareOff(fact); break;
            case FactKind.AccountArmed: break;
            default: return;
        }

        Alerts.Apply(fact, command);

        var hasChanged = fact.Kind != FactKind.OrderMoved || fact.Order.Verdict != OrderVerdict.Ignored;
        if (hasChanged && command is { Key.Length: > 0 }) Remember(fact, command);
    }

    private static DateOnly DayOf(in AccountEvent account) => DateOnly.FromDayNumber(account.Day);

    private static string ReasonOf(DeskCommand command) => command switch
    {
        KillDesk kill => kill.Reason,
        KillAccount kill => kill.Reason,
        _ => "",
    };

    private void MissSquareOff(in DeskFact fact)
    {
        var missed = fact.Account;
        var key = new PositionKey(fact.Instrument, missed.Product, missed.Run);
        if (Of(missed.Account).Find(key) is { } position) position.MissedSquareOff = DayOf(missed);
    }

    private void Open(in DeskFact fact, SubmittedCommand command)
    {
        var account = new Account(fact.Account.Account, command.Account, rules);
        account.Reset(fact.Account.Amount, DayOf(fact.Account));
        _accounts.Add(account);
        _byName.Add(account.Name, account);
        Risks.Open(account.Id, fact.Account.Amount, fact.At);
    }

    private void MoveCash(in AccountEvent moved)
    {
        Of(moved.Account).Deposit(moved.Amount);
        Risks.Move(moved.Account, moved.Amount);
    }

    private void Reset(in AccountEvent reset)
    {
        Of(reset.Account).Reset(reset.Amount, DayOf(reset));
        Risks.Reset(reset.Account, reset.Amount);
    }

    /// <summary>What was set and why stands in the command; the desk's own states have none.</summary>
    private void ApplyRisk(in DeskFact fact, SubmittedCommand? command)
    {
        var (by, wanted) = (command?.Principal ?? RiskBook.Desk, command?.Command);
        switch (fact.Kind)
        {
            case FactKind.LimitsSet when wanted is SetLimits set: Risks.Set(fact.Risk, fact.At, set.Text, by, set.Reason); break;
            case FactKind.RiskStateChanged: Risks.Hold(fact.Risk, fact.At, by, (wanted as SetRiskState)?.Reason ?? ""); break;
            case FactKind.PeakRaised: Risks.Raise(fact.Risk); break;
            case FactKind.RunDayEnded: Risks.BeginRunDay(fact.Risk); break;
        }
    }

    private void Accept(in DeskFact fact)
    {
        var intent = fact.Intent;
        NextIntent = intent.Number + 1;
        Runs.Accept(intent, fact.At);
        if (intent.Role == IntentRole.Entry) Risks.Count(intent.Account, intent.Run);
        for (var slice = 1; slice <= intent.Slices; slice++)
            Orders.Add(new Order(new OrderId(intent.Number, slice), fact.Instrument, intent, intent.TermsOf(slice), fact.At));
        if (intent.Stop != default || intent.Target != default) Brackets.Add(intent.Number, BracketOf(fact));
        if (Brackets.TryGetValue(intent.Parent, out var parent)) parent.Fire(intent.Role, intent.Whole.Quantity);
    }

    /// <summary>The stops of a run are prices of what it watches, whatever contract it trades.</summary>
    private Bracket BracketOf(in DeskFact fact)
    {
        var (traded, intent) = (instruments[fact.Instrument], fact.Intent);
        if (Runs.Find(intent.Run)?.Spec is not { } spec) return new Bracket(traded.Id, intent, traded.Id, intent.Whole.Side.Sign());
        return new Bracket(traded.Id, intent, spec.Watched.Id, ContractRule.SideOf(traded, intent.Whole.Side).Sign());
    }

    private void MoveStop(in DeskFact fact)
    {
        if (Brackets.TryGetValue(fact.Order.Order.Intent, out var bracket)) bracket.Stop = fact.Order.Price;
    }

    private void Move(ref DeskFact fact)
    {
        if (Orders.Find(fact.Order.Order) is not { } order) throw new InvalidOperationException($"There is no order {fact.Order.Order}.");
        var (said, isSaid) = (fact.Order.State, fact.Order.Verdict != 0);
        var (booked, hadFailed) = (order.Booked, HasFailed(order));
        var verdict = Orders.Apply(order, ref fact.Order);
        if (isSaid && said != fact.Order.State) Disagreements++;
        if (verdict != OrderVerdict.Ignored) order.ChangedAt = fact.At;
        if (!hadFailed && HasFailed(order)) GiveBack(order);
        if (order.Booked > booked) Book(order, fact.Order);
    }

    /// <summary>Ended by no wish of an operator: what its bracket wanted to leave is still there.</summary>
    private static bool HasFailed(Order order) =>
        order.State is OrderState.Rejected or OrderState.Abandoned or OrderState.Expired or OrderState.PresumedAbsent;

    private void GiveBack(Order order)
    {
        if (!Brackets.TryGetValue(order.Parent, out var bracket)) return;
        bracket.GiveBack(order.Remaining);
        if (Of(order.Account).Find(order.Key) is { } position) Limit(order.Account, position);
    }

    private void Book(Order order, in OrderEvent trade)
    {
        var booked = new AccountTrade(order.Id, order.Key, order.Terms.Side, trade.Quantity, trade.Price);
        var account = Of(order.Account);
        var before = account.Realised;
        var position = account.Book(booked, instruments[order.Instrument], NextPlace);
        Runs.Book(order, trade, account.Realised - before);
        if (position.Place == NextPlace) TakePlace();
        if (Brackets.TryGetValue(order.Id.Intent, out var bracket)) bracket.Fill(trade.Quantity);
        Limit(order.Account, position);
    }

    private int NextPlace => _freePlaces.Count > 0 ? _freePlaces.Min : _positions;

    private void TakePlace()
    {
        if (_freePlaces.Count == 0) _positions++;
        else _freePlaces.Remove(_freePlaces.Min);
    }

    /// <summary>What is flat and no order can bring back makes room for others.</summary>
    private void ForgetFlat(Account account)
    {
        foreach (var position in account.Positions.Where(position => position.IsFlat && !IsTraded(account, position)).ToArray())
        {
            account.Forget(position);
            _freePlaces.Add(position.Place);
        }
    }

    private bool IsTraded(Account account, Position position) =>
        Orders.Unsettled.Any(order => order.Account == account.Id && order.Key == position.Key);

    /// <summary>Brackets protect no more than is held: what was left by other orders is taken off the oldest first.</summary>
    private void Limit(AccountId account, Position position)
    {
        var left = Math.Abs(position.Units);
        foreach (var bracket in Brackets.Values.Reverse())
        {
            if (bracket.Account != account || bracket.Key != position.Key) continue;
            bracket.Limit(position.IsFlat || bracket.Side == position.ExitSide ? 0 : left);
            left -= bracket.Guarded.Units;
        }
    }

    private void CloseDay(in DeskFact fact)
    {
        var account = Of(fact.Account.Account);
        Runs.CloseDay(account);
        Risks.CloseDay(account);
        account.CloseDay(DayOf(fact.Account), fact.Account.Worth);
        foreach (var order in Orders.All.Where(order => order.Account == account.Id && order.IsSettled).ToArray())
            Orders.Forget(order);
        foreach (var bracket in Brackets.Values.Where(bracket => bracket.Account == account.Id && IsDone(bracket)).ToArray())
            Brackets.Remove(bracket.Intent);
        ForgetFlat(account);
    }

    /// <summary>Nothing to protect, and no order that could change that.</summary>
    private bool IsDone(Bracket bracket) =>
        bracket.Guarded.Units == 0 && !Orders.Unsettled.Any(order => order.Id.Intent == bracket.Intent || order.Parent == bracket.Intent);

    private void Settle(in DeskFact fact)
    {
        var settled = fact.Account;
        var account = Of(settled.Account);
        var key = new PositionKey(fact.Instrument, settled.Product, settled.Run);
        if (account.Find(key) is not { IsFlat: false } position) return;
        var units = new Quantity(Math.Abs(position.Units));
        var trade = new AccountTrade(OrderId.None, key, position.ExitSide, units, settled.Price);
        var before = account.Realised;
        account.Book(trade, instruments[fact.Instrument], position.Place);
        Runs.Settle(key, account.Realised - before, trade.Side.Sign() * units.Units, settled.Price);
        Limit(account.Id, position);
    }

    private void Remember(in DeskFact fact, SubmittedCommand command)
    {
        var intent = fact.Kind is FactKind.IntentAccepted or FactKind.IntentDenied ? fact.Intent.Number : 0;
        var answer = new AnsweredCommand(command.Command, fact.Kind, fact.Refusal, intent);
        if (!_answered.TryAdd((command.Account, command.Key), answer)) return;
        _keys.Enqueue((command.Account, command.Key));
        if (_keys.Count > KeysMost) _answered.Remove(_keys.Dequeue());
    }
}
