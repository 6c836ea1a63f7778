using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// The path of money: a command becomes an intent, judged, numbered and cut; its orders are claimed, and leave when the journal has the
/// claim; what the venue tells moves them, and their trades become positions.
/// </summary>
internal sealed class OrderDesk
{
    private readonly DeskPlan _plan;
    private readonly LevelBoard _board;
    private readonly TradingBook _book;
    private readonly RiskGate _gate;
    private readonly MarketView _market;
    private readonly MoneyBoard _levels;
    private readonly MoneyVoice _say;
    private readonly ParkedRequests _parked;

    public OrderDesk(DeskPlan plan, MarketView market, LevelBoard board, DeskVoice say, AccountMode paper)
    {
        (_plan, _market, _board) = (plan, market, board);
        _book = new TradingBook(plan.Instruments, paper.Rules);
        _gate = new RiskGate(_book.Orders);
        _levels = new MoneyBoard(_book, plan, new OrderNeeds(_book, plan, market), board.Money);
        _say = new MoneyVoice(_book, _levels, say);
        _parked = new ParkedRequests(paper.Venue);
        Accounts = new AccountDesk(_book, _levels, _say);
    }

    /// <summary>What the journal's facts add up to.</summary>
    public TradingBook Book => _book;

    public AccountDesk Accounts { get; }

    /// <summary>Reports whose tag is none of the desk's orders.</summary>
    public long Strangers { get; private set; }

    /// <summary>Reports that changed nothing.</summary>
    public long Ignored => _say.Ignored;

    /// <summary>Whether only cancels and exits are taken.</summary>
    public bool IsReduceOnly => _levels.Journal != JournalHealth.Sound;

    /// <summary>Obeys a command about money, or says why not; a key that was answered before gets its first answer.</summary>
    public RefusalCode Obey(SubmittedCommand submitted)
    {
        if (_book.AnswerTo(submitted.Account, submitted.Key) is { } before) return Repeat(submitted, before);
        if (submitted.Command is OpenAccount open) return Accounts.Open(submitted, open);
        if (_book.Find(submitted.Account) is not { } account) return RefusalCode.AccountUnknown;
        return submitted.Command switch
        {
            PlaceOrder wanted => Place(submitted, account, wanted),
            ChangeOrder change => Change(submitted, account, change),
            CancelOrder cancel => Cancel(submitted, account, cancel.Order),
            CancelAll => CancelEach(submitted, account),
            ExitPosition exit => Exit(submitted, account, exit),
            ExitAll => LeaveAll(submitted, account),
            ResolveOrder resolve => Resolve(submitted, account, resolve),
            MoveCash move => Accounts.Move(submitted, account, move),
            ResetAccount reset => Accounts.Reset(submitted, account, reset),
            _ => throw new InvalidOperationException($"The order desk knows no {submitted.Command.GetType().Name}."),
        };
    }

    /// <summary>What a venue tells: found by its tag, judged by the one table; what it changes is a fact.</summary>
    public void Hear(in OrderEvent report)
    {
        if (_book.Orders.Find(report.Tag) is not { } order)
        {
            Strangers++;
            return;
        }

        var isNews = _say.Happen(order, report, null) > 0;
        // A cancel was promised and did not leave before a start: it is sent now.
        if (isNews && report is { Kind: OrderEventKind.CancelRefused, Code: RefusalCode.VenueNotSent }) Cancel(order, null);
        var isFound = order.State is OrderState.Pending or OrderState.Working or OrderState.Partial;
        if (isFound && order.Pending == PendingCommand.CancelWhenKnown) Cancel(order, null);
    }

    /// <summary>The journal is durable up to that fact: what waited for it leaves. In an emergency only what reduces.</summary>
    public void Release(long through, JournalHealth health)
    {
        _levels.Synced(through, health);
        while (_parked.TryTake(through, out var request))
        {
            if (health == JournalHealth.Sound || IsReducing(request)) _parked.Send(request);
            else if (_book.Orders.Find(request.Order) is { } order) NotSent(order, request);
        }
    }

    /// <summary>Puts back what the journal says, at the start; nothing is said and nothing leaves.</summary>
    public void Recover(JournalPage page)
    {
        foreach (var record in page.Records)
        {
            var fact = record.Fact;
            _book.Apply(ref fact, record.Command);
        }
    }

    /// <summary>After the last page: whatever was on its way is in doubt, and venues are asked what they have.</summary>
    public void Join()
    {
        foreach (var order in _book.Orders.Open.ToArray())
        {
            _say.Happen(order, new OrderEvent { Kind = OrderEventKind.Restarted, Code = RefusalCode.VenueNotSent }, null);
            if (order.State.IsExposed() && order.State != OrderState.Conflict)
                _parked.Send(RequestOf(order, VenueRequestKind.Recall) with { ClaimedAt = order.At });
        }

        _levels.ShowAll();
        MarkAll();
    }

    /// <summary>A tick: positions are worth another amount, and brackets may be reached.</summary>
    public void Mark(InstrumentId id, in Tick tick) => _levels.Mark(id, tick);

    /// <summary>An exit that the desk itself decides on, under a key that makes it happen once.</summary>
    public RefusalCode Leave(Account account, Position position, IntentRole role, int parent, Quantity most, string key)
    {
        var wanted = new ExitPosition(_plan.Instruments[position.Instrument].Key, position.Product, position.Key.Run);
        var submitted = new SubmittedCommand(0, "desk", account.Name, key, wanted);
        return Leave(submitted, account, position, role, parent, most);
    }

    /// <summary>When intraday positions of the instrument are left in the session the clock stands in.</summary>
    public Instant? SquareOffOf(InstrumentId id)
    {
        var session = _market.SessionOf(id, _say.Clock);
        return _market.SquareOffOf(_plan.Instruments[id], session.Date);
    }

    /// <summary>Moves a trailing stop.</summary>
    public void MoveStop(Bracket bracket, Price stop)
    {
        var moved = new OrderEvent { Order = new OrderId(bracket.Intent, 1), Account = bracket.Account, Price = stop };
        _say.Commit(new DeskFact { Kind = FactKind.StopMoved, Instrument = bracket.Instrument, Order = moved }, null);
    }

    /// <summary>Cancels an order for the desk's own reasons.</summary>
    public void CancelFor(Order order) => Cancel(order, null);

    /// <summary>Positions are worth what stored candles say until the first tick: the journal keeps no prices.</summary>
    private void MarkAll()
    {
        foreach (var instrument in _plan.Instruments.All)
        {
            if (_board.Read(instrument.Id, out var quote, out _, out _) > 0) Mark(instrument.Id, quote);
        }
    }

    private RefusalCode Repeat(SubmittedCommand submitted, AnsweredCommand before)
    {
        if (before.Command != submitted.Command) return RefusalCode.KeyUsedOtherwise;
        _say.Repeat(submitted, before);
        return RefusalCode.None;
    }

    private RefusalCode Place(SubmittedCommand submitted, Account account, PlaceOrder wanted)
    {
        if (!_market.TryFind(wanted.Instrument, out var instrument)) return RefusalCode.InstrumentUnknown;
        var intent = new IntentTerms
        {
            Account = account.Id,
            Whole = new OrderTerms
            {
                Side = wanted.Side,
                Product = wanted.Product,
                Type = wanted.Type,
                Validity = wanted.Validity,
                Quantity = wanted.Quantity,
                Price = wanted.Price,
                Trigger = wanted.Trigger,
            },
            Stop = wanted.Stop,
            Target = wanted.Target,
            Trail = wanted.Trail,
        };
        Submit(submitted, account, instrument!, intent);
        return RefusalCode.None;
    }

    private RefusalCode Exit(SubmittedCommand submitted, Account account, ExitPosition exit)
    {
        if (!_market.TryFind(exit.Instrument, out var instrument)) return RefusalCode.InstrumentUnknown;
        if (account.Find(new PositionKey(instrument!.Id, exit.Product, exit.Run)) is not { } position) return RefusalCode.NothingToExit;
        var refusal = Leave(submitted, account, position, IntentRole.Exit, 0, new Quantity(long.MaxValue));
        return refusal == RefusalCode.NothingToExit ? refusal : RefusalCode.None;
    }

    private RefusalCode LeaveAll(SubmittedCommand submitted, Account account)
    {
        var isAnswered = false;
        foreach (var position in account.Positions)
        {
            if (position.IsFlat || position.Product == Product.Cnc) continue;
            var once = isAnswered ? submitted with { Number = 0, Key = "" } : submitted;
            isAnswered |= Leave(once, account, position, IntentRole.Exit, 0, new Quantity(long.MaxValue)) != RefusalCode.NothingToExit;
        }

        return isAnswered ? RefusalCode.None : RefusalCode.NothingToExit;
    }

    /// <summary>
    /// Said as an intent, accepted or denied, unless there is nothing to exit. At most what the position surely is, whatever becomes of
    /// orders under way: an exit never turns it round.
    /// </summary>
    private RefusalCode Leave(
        SubmittedCommand submitted, Account account, Position position, IntentRole role, int parent, Quantity most)
    {
        var side = position.ExitSide;
        var sure = Math.Abs(position.Units) - _book.Orders.AtRisk(account.Id, position.Key, side);
        var units = Math.Min(sure, most.Units);
        if (position.IsFlat || units <= 0) return RefusalCode.NothingToExit;
        var terms = new OrderTerms
        {
            Side = side,
            Product = position.Product,
            Type = OrderType.Market,
            Validity = Validity.Day,
            Quantity = new Quantity(units),
        };
        var intent = new IntentTerms { Account = account.Id, Whole = terms, Role = role, Parent = parent, Run = position.Key.Run };
        return Submit(submitted, account, _plan.Instruments[position.Instrument], intent);
    }

    private RefusalCode Submit(SubmittedCommand submitted, Account account, Instrument instrument, in IntentTerms intent)
    {
        var now = _market.Of(instrument, _say.Clock, IsReduceOnly);
        var refusal = Judge(account, instrument, intent, now, out var approved);
        var terms = refusal == RefusalCode.None ? approved.Terms : intent;
        terms.Number = _book.NextIntent;
        (terms.Judged, terms.JudgedAgeMilliseconds) = (now.Last, now.LastAge);
        var kind = refusal == RefusalCode.None ? FactKind.IntentAccepted : FactKind.IntentDenied;
        var judged = new DeskFact { Kind = kind, Refusal = refusal, Instrument = instrument.Id, Intent = terms };
        judged.Command = submitted.Number;
        _say.Commit(judged, submitted);
        if (refusal != RefusalCode.None) return refusal;
        for (var slice = 1; slice <= terms.Slices; slice++) Claim(_book.Orders.Find(new OrderId(terms.Number, slice))!);
        _levels.ShowAccount(account);
        return RefusalCode.None;
    }

    /// <summary>What cannot be checked is denied.</summary>
    private RefusalCode Judge(
        Account account, Instrument instrument, in IntentTerms intent, in MarketNow now, out ApprovedOrder approved)
    {
        approved = default;
        try
        {
            var refusal = _gate.Judge(intent, instrument, account, now, out approved);
            if (refusal != RefusalCode.None || intent.Role != IntentRole.Entry) return refusal;
            if (_book.PositionsMost + approved.Terms.Slices > Limits.PositionsMost) return RefusalCode.TooManyPositions;
            return _levels.Covers(account, instrument, approved.Terms, _say.Clock.IndiaDate) ? refusal : RefusalCode.FundsShort;
        }
        catch (Exception broken) when (broken is ArithmeticException or InvalidOperationException or ArgumentException)
        {
            return RefusalCode.CheckFailed;
        }
    }

    private void Claim(Order order)
    {
        var tag = OrderTag.Of(_plan.TagKey, order.Id, attempt: 1);
        var number = _say.Happen(order, new OrderEvent { Kind = OrderEventKind.Claimed, Attempt = 1, Tag = tag }, null);
        _parked.Park(number, RequestOf(order, VenueRequestKind.Place));
    }

    private RefusalCode Cancel(SubmittedCommand submitted, Account account, OrderId id)
    {
        if (Owned(account, id) is not { } order) return RefusalCode.OrderUnknown;
        if (order.State.IsFinished()) return RefusalCode.OrderFinished;
        return Cancel(order, submitted) ? RefusalCode.None : RefusalCode.CommandUnderWay;
    }

    private RefusalCode CancelEach(SubmittedCommand submitted, Account account)
    {
        var told = submitted;
        foreach (var order in _book.Orders.Open.ToArray())
        {
            if (order.Account == account.Id && Cancel(order, told)) told = submitted with { Number = 0, Key = "" };
        }

        return ReferenceEquals(told, submitted) ? RefusalCode.OrderFinished : RefusalCode.None;
    }

    private bool Cancel(Order order, SubmittedCommand? submitted)
    {
        if (order.Pending is not (PendingCommand.None or PendingCommand.CancelUnknown or PendingCommand.CancelWhenKnown)) return false;
        if (order.Pending == PendingCommand.CancelWhenKnown && order.State == OrderState.Unknown) return false;
        if (order.State is OrderState.Sending or OrderState.Conflict) return false;
        var number = _say.Happen(order, new OrderEvent { Kind = OrderEventKind.CancelClaimed }, submitted);
        if (order.Pending == PendingCommand.CancelSending) _parked.Park(number, RequestOf(order, VenueRequestKind.Cancel));
        return number > 0;
    }

    private RefusalCode Change(SubmittedCommand submitted, Account account, ChangeOrder change)
    {
        if (Owned(account, change.Order) is not { } order) return RefusalCode.OrderUnknown;
        if (order.State.IsFinished()) return RefusalCode.OrderFinished;
        if (order.State is not (OrderState.Working or OrderState.Partial) || order.Pending != PendingCommand.None)
            return RefusalCode.CommandUnderWay;
        var terms = order.Terms with { Quantity = change.Quantity, Price = change.Price, Trigger = change.Trigger };
        if (terms == order.Terms) return RefusalCode.NothingChanged;
        var refusal = JudgeChange(account, order, terms);
        if (refusal != RefusalCode.None) return refusal;
        var wanted = new OrderEvent
        {
            Kind = OrderEventKind.ModifyClaimed,
            Version = (byte)(order.Version + 1),
            Quantity = terms.Quantity,
            Price = terms.Price,
            Trigger = terms.Trigger,
        };
        var number = _say.Happen(order, wanted, submitted);
        _parked.Park(number, RequestOf(order, VenueRequestKind.Modify) with { Terms = terms, Version = wanted.Version });
        return RefusalCode.None;
    }

    /// <summary>A change is judged as the order it makes; an exit may not be made larger.</summary>
    private RefusalCode JudgeChange(Account account, Order order, in OrderTerms terms)
    {
        var instrument = _plan.Instruments[order.Instrument];
        if (terms.Quantity <= order.Filled || order.Version == byte.MaxValue) return RefusalCode.QuantityNotAllowed;
        if (order.Role != IntentRole.Entry && terms.Quantity > order.Terms.Quantity) return RefusalCode.NothingToExit;
        if (terms.Quantity > OrderFit.SliceOf(instrument, terms.Quantity)) return RefusalCode.TooManySlices;
        var refusal = _gate.JudgeChange(order, terms, instrument, account, _market.Of(instrument, _say.Clock, IsReduceOnly));
        if (refusal != RefusalCode.None || order.Role != IntentRole.Entry) return refusal;
        return _levels.Covers(account, order, terms) ? refusal : RefusalCode.FundsShort;
    }

    private RefusalCode Resolve(SubmittedCommand submitted, Account account, ResolveOrder resolve)
    {
        if (Owned(account, resolve.Order) is not { } order) return RefusalCode.OrderUnknown;
        if (!order.State.IsDoubtful()) return RefusalCode.NotResolvable;
        var found = new OrderEvent
        {
            Kind = OrderEventKind.Resolved,
            Source = EvidenceSource.Person,
            Seen = StateOf(resolve.As),
            VenueOrder = resolve.VenueOrder,
        };
        var number = _say.Happen(order, found, submitted);
        // After a start the paper venue knows only what it is told.
        if (found.Seen == OrderState.Working) _parked.Park(number, RequestOf(order, VenueRequestKind.Recall) with { ClaimedAt = order.At });
        return number > 0 ? RefusalCode.None : RefusalCode.NotResolvable;
    }

    private static OrderState StateOf(ResolvedAs found) => found switch
    {
        ResolvedAs.Working => OrderState.Working,
        ResolvedAs.Filled => OrderState.Filled,
        ResolvedAs.Cancelled => OrderState.Cancelled,
        ResolvedAs.Rejected => OrderState.Rejected,
        _ => OrderState.PresumedAbsent,
    };

    private void NotSent(Order order, in VenueRequest request)
    {
        var kind = request.Kind == VenueRequestKind.Modify ? OrderEventKind.ModifyRefused : OrderEventKind.NotSent;
        _say.Happen(order, new OrderEvent { Kind = kind, Version = request.Version, Code = RefusalCode.ReduceOnly }, null);
    }

    private bool IsReducing(in VenueRequest request) => request.Kind switch
    {
        VenueRequestKind.Place or VenueRequestKind.Modify => _book.Orders.Find(request.Order)?.Role != IntentRole.Entry,
        _ => true,
    };

    private Order? Owned(Account account, OrderId id) =>
        _book.Orders.Find(id) is { } order && order.Account == account.Id ? order : null;

    private VenueRequest RequestOf(Order order, VenueRequestKind kind) => VenueRequest.Of(order, kind, _say.Clock);
}
