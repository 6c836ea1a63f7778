using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>What a run's signals mean for its book: whether one is acted on, and the orders it becomes.</summary>
internal sealed class RunOrders(MoneyPath path, OrderIntents intents, OrderChanges changes)
{
    private readonly Dictionary<InstrumentId, Instrument[]> _contracts = path.Plan.Instruments.All
        .Where(contract => contract.Expiry is not null)
        .GroupBy(contract => path.Plan.Instruments.UnderlyingOf(contract)?.Id ?? contract.Id)
        .ToDictionary(group => group.Key, group => group.ToArray());

    private long _keys;

    /// <summary>What the run's book holds, as its strategy may know it.</summary>
    public StrategyBook BookOf(Run run)
    {
        var way = WayOf(run);
        return new StrategyBook
        {
            Way = way,
            EntryPrice = way == 0 ? 0 : (double)run.Entry.Price.Scaled / Price.Scale,
            EnteredAt = way == 0 ? 0 : run.Entry.Candle.UnixSeconds,
            EntriesToday = run.EntriesOn(path.Clock.IndiaDate),
            IsBusy = IsBusy(run),
        };
    }

    /// <summary>Why the signal is not acted on, or none with what is to be traded.</summary>
    public RefusalCode Judge(Run run, in RunWish wish, out RunTrade trade)
    {
        trade = default;
        var (spec, signal) = (run.Spec!, wish.Signal);
        var mayLeave = run.State is RunState.Running or RunState.Paused;
        var opens = signal.Kind is SignalKind.Enter or SignalKind.Aim;
        if (!mayLeave || (opens && run.State != RunState.Running)) return RefusalCode.NotRunning;
        if (signal.Confidence < spec.MinConfidence * SignalWords.Sure) return RefusalCode.BelowConfidence;
        var way = WayOf(run);
        if (!opens) return way == 0 && !IsBusy(run) ? RefusalCode.AlreadyThere : RefusalCode.None;
        if (!spec.Schedule.MayOpen(path.Clock.IndiaTime)) return RefusalCode.OutsideWindow;
        if (IsBusy(run)) return RefusalCode.RunBusy;
        return JudgeEntry(run, spec, wish, way, out trade);
    }

    /// <summary>The signal becomes orders; whether each is accepted is the gate's word, said as a fact.</summary>
    public void Act(Run run, in RunWish wish, in RunTrade trade)
    {
        var signal = wish.Signal;
        if (signal.Kind == SignalKind.Protect)
        {
            Protect(run, signal.Stop);
            return;
        }

        if (trade.Contract is not { } contract)
        {
            CancelEntries(run);
            Leave(run, IntentRole.Exit, signal.Number);
            return;
        }

        LeaveOthers(run, contract, signal);
        if (trade.Units < 0) LeaveSome(run, contract, -trade.Units, signal.Number);
        else if (trade.Units > 0) Enter(run, contract, trade.Units, wish);
    }

    /// <summary>Leaves all the run holds, as far as exits under way do not cover it.</summary>
    public void Leave(Run run, IntentRole role, int signal = 0)
    {
        var account = path.Book.Of(run.Account);
        for (var place = 0; place < account.Positions.Count; place++)
        {
            var position = account.Positions[place];
            if (position.Key.Run == run.Id && !position.IsFlat) Leave(run, account, position, role, long.MaxValue, signal);
        }
    }

    /// <summary>Leaves what can be left now: at a closed market nothing is asked for again and again.</summary>
    public void LeaveOpen(Run run, IntentRole role)
    {
        var account = path.Book.Of(run.Account);
        for (var place = 0; place < account.Positions.Count; place++)
        {
            var position = account.Positions[place];
            if (position.Key.Run != run.Id || position.IsFlat) continue;
            var now = path.Market.Of(path.Plan.Instruments[position.Instrument], path.Clock, path.IsReduceOnly);
            if (now.IsOpen && now.Last != default) Leave(run, account, position, role, long.MaxValue, 0);
        }
    }

    /// <summary>Whether an exit of the run is on its way or works.</summary>
    public bool IsLeaving(Run run)
    {
        var unsettled = path.Book.Orders.Unsettled;
        for (var place = 0; place < unsettled.Count; place++)
        {
            if (unsettled[place].Key.Run == run.Id && unsettled[place].Role != IntentRole.Entry) return true;
        }

        return false;
    }

    /// <summary>Cancels what the run has asked for and not got.</summary>
    public void CancelEntries(Run run)
    {
        foreach (var order in path.Book.Orders.Open.ToArray())
        {
            if (order.Key.Run == run.Id && order.Role == IntentRole.Entry) changes.Cancel(order);
        }
    }

    public bool HoldsNothing(Run run) => WayOf(run) == 0 && !IsBusy(run);

    /// <summary>1 or -1 by the way of what it watches, 0 when its book is flat.</summary>
    public int WayOf(Run run)
    {
        var account = path.Book.Of(run.Account);
        for (var place = 0; place < account.Positions.Count; place++)
        {
            var position = account.Positions[place];
            if (position.Key.Run != run.Id || position.IsFlat) continue;
            var held = position.Units > 0 ? Side.Buy : Side.Sell;
            return ContractRule.SideOf(path.Plan.Instruments[position.Instrument], held).Sign();
        }

        return 0;
    }

    /// <summary>Whether an order of the run is on its way or works.</summary>
    public bool IsBusy(Run run)
    {
        var unsettled = path.Book.Orders.Unsettled;
        for (var place = 0; place < unsettled.Count; place++)
        {
            if (unsettled[place].Key.Run == run.Id) return true;
        }

        return false;
    }

    private RefusalCode JudgeEntry(Run run, RunSpec spec, in RunWish wish, int way, out RunTrade trade)
    {
        trade = default;
        var signal = wish.Signal;
        var side = signal.Side;
        if (signal.Kind == SignalKind.Enter && way == side.Sign()) return RefusalCode.AlreadyThere;
        var contract = spec.Contract.Resolve(
            spec.Watched, _contracts.GetValueOrDefault(spec.Watched.Id, []), signal.Price, side, path.Clock.IndiaDate);
        if (contract is null) return RefusalCode.NoContract;
        var price = path.Market.LastOf(contract.Id);
        if (price == default) return RefusalCode.NoFreshPrice;
        var lot = new Quantity(contract.Lot);
        var perLot = MarginEstimate.ToOpen(contract, spec.Product, ContractRule.SideOf(contract, side), lot, price);
        var risk = signal.Stop == default ? default : new Price(Math.Abs(signal.Price.Scaled - signal.Stop.Scaled)) * lot;
        var lots = (long)((decimal)wish.Share * spec.Quantity.LotsOf(spec.Capital, perLot, risk));
        if (lots == 0 && wish.Share > 0) return RefusalCode.CapitalTooSmall;
        var held = way == side.Sign() ? HeldOf(run, contract) : 0;
        trade = new RunTrade(contract, (lots * contract.Lot) - held);
        return trade.Units == 0 ? RefusalCode.AlreadyThere : RefusalCode.None;
    }

    private long HeldOf(Run run, Instrument contract) =>
        Math.Abs(path.Book.Of(run.Account).Find(new PositionKey(contract.Id, run.Spec!.Product, run.Id))?.Units ?? 0);

    private void Enter(Run run, Instrument contract, long units, in RunWish wish)
    {
        var (spec, signal, account) = (run.Spec!, wish.Signal, path.Book.Of(run.Account));
        var side = ContractRule.SideOf(contract, signal.Side);
        var wanted = new PlaceOrder(contract.Key, side, spec.Product, OrderType.Market, new Quantity(units))
        {
            Stop = signal.Stop,
            Target = signal.Target,
            Trail = wish.Trail,
        };
        var submitted = new SubmittedCommand(0, PrincipalOf(run), account.Name, KeyOf(run, "enter"), wanted);
        intents.Submit(submitted, account, contract, OrderIntents.TermsOf(account.Id, wanted, run.Id, signal.Number));
    }

    /// <summary>Whatever is held that is not the contract to hold, or on its other side.</summary>
    private void LeaveOthers(Run run, Instrument contract, in SignalTerms signal)
    {
        var account = path.Book.Of(run.Account);
        var side = ContractRule.SideOf(contract, signal.Side);
        for (var place = 0; place < account.Positions.Count; place++)
        {
            var position = account.Positions[place];
            if (position.Key.Run != run.Id || position.IsFlat) continue;
            var isWanted = position.Instrument == contract.Id && Math.Sign(position.Units) == side.Sign();
            if (!isWanted) Leave(run, account, position, IntentRole.Exit, long.MaxValue, signal.Number);
        }
    }

    private void LeaveSome(Run run, Instrument contract, long units, int signal)
    {
        var account = path.Book.Of(run.Account);
        if (account.Find(new PositionKey(contract.Id, run.Spec!.Product, run.Id)) is { IsFlat: false } position)
            Leave(run, account, position, IntentRole.Exit, units, signal);
    }

    private void Leave(Run run, Account account, Position position, IntentRole role, long most, int signal) =>
        intents.Leave(account, position, role, 0, new Quantity(most), KeyOf(run, "leave"), signal);

    private void Protect(Run run, Price stop)
    {
        for (var place = 0; place < path.Book.Brackets.Count; place++)
        {
            var bracket = path.Book.Brackets.GetValueAtIndex(place);
            if (bracket.Key.Run != run.Id || bracket.Guarded.Units == 0 || bracket.Stop == stop) continue;
            var moved = new OrderEvent { Order = new OrderId(bracket.Intent, 1), Account = bracket.Account, Price = stop };
            path.Say.Commit(new DeskFact { Kind = FactKind.StopMoved, Instrument = bracket.Instrument, Order = moved }, null);
        }
    }

    private static string PrincipalOf(Run run) => string.Create(CultureInfo.InvariantCulture, $"run {run.Id.Number}");

    /// <summary>A key of its own for each: the clock tells apart what two starts give.</summary>
    private string KeyOf(Run run, string what) => string.Create(
        CultureInfo.InvariantCulture, $"run:{run.Id.Number}:{what}:{path.Clock.UnixMilliseconds}:{++_keys}");
}
