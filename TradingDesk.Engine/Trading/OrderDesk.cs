using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Trading.Alerts;
using TradingDesk.Engine.Trading.Kill;
using TradingDesk.Engine.Trading.Risks;
using TradingDesk.Engine.Trading.Runs;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// The path of money: commands go to whoever obeys them, requests leave when the journal has their claim, what the venue tells moves
/// orders, and their trades become positions.
/// </summary>
internal sealed class OrderDesk
{
    private readonly MoneyPath _path;
    private readonly LevelBoard _board;
    private readonly PacedRequests _paced;
    private readonly RiskDesk _risks;
    private Instant _nextSecond = new(long.MaxValue);
    private readonly ArmingDesk _arming;

    public OrderDesk(DeskPlan plan, MarketView market, RunMarket candles, LevelBoard board, DeskVoice say, AccountMode paper)
    {
        _board = board;
        var book = new TradingBook(plan.Instruments, paper.Rules, paper.Strategies, paper.Limits);
        var levels = new MoneyBoard(book, plan, new OrderNeeds(book, plan, market), board.Money);
        var voice = new MoneyVoice(book, levels, say);
        var risks = new RiskReview(plan.Instruments, market, book, voice);
        var gate = new RiskGate(book.Orders, book.Kills, Arming);
        _path = new MoneyPath(plan, market, book, gate, levels, voice, new ParkedRequests(paper.Venue), risks);
        _paced = new PacedRequests(_path);
        Accounts = new AccountDesk(book, levels, voice, risks);
        Intents = new OrderIntents(_path);
        Changes = new OrderChanges(_path, _paced);
        Brackets = new BracketDesk(_path);
        Runs = new RunDesk(_path, candles, Intents, Changes, board);
        _risks = new RiskDesk(_path, Changes, board.Money);
        Alerts = new AlertDesk(_path, board);
        Kills = new KillSwitchDesk(_path, Intents, Changes, Arming, board.Money);
        _arming = new ArmingDesk(_path, Arming);
    }

    /// <summary>What the journal's facts add up to.</summary>
    public TradingBook Book => _path.Book;

    public AccountDesk Accounts { get; }

    public OrderIntents Intents { get; }

    public OrderChanges Changes { get; }

    public BracketDesk Brackets { get; }

    public RunDesk Runs { get; }

    public AlertDesk Alerts { get; }

    public KillSwitchDesk Kills { get; }

    /// <summary>Accounts with real money that may take entries now; a start begins with none.</summary>
    public Arming Arming { get; } = new();

    /// <summary>Reports whose tag is none of the desk's orders.</summary>
    public long Strangers { get; private set; }

    /// <summary>Reports that changed nothing.</summary>
    public long Ignored => _path.Say.Ignored;

    /// <summary>Whether only cancels and exits are taken.</summary>
    public bool IsReduceOnly => _path.IsReduceOnly;

    /// <summary>Obeys a command about money, or says why not; a key that was answered before gets its first answer.</summary>
    public RefusalCode Obey(SubmittedCommand submitted)
    {
        if (_path.Book.AnswerTo(submitted.Account, submitted.Key) is { } before) return Repeat(submitted, before);
        if (submitted.Command is OpenAccount open) return Accounts.Open(submitted, open);
        if (submitted.Command is AddAlert add) return Alerts.Add(submitted, add);
        if (submitted.Command is RemoveAlert remove) return Alerts.Remove(submitted, remove);
        if (submitted.Command is RearmAlert rearm) return Alerts.Rearm(submitted, rearm);
        if (submitted.Command is KillDesk kill) return Kills.Latch(submitted, null, kill.Reach);
        if (submitted.Command is RearmDesk calm) return Kills.Rearm(submitted, null, calm.Consent, calm.Reason);
        if (_path.Book.Find(submitted.Account) is not { } account) return RefusalCode.AccountUnknown;
        return submitted.Command switch
        {
            PlaceOrder wanted => Intents.Place(submitted, account, wanted),
            ChangeOrder change => Changes.Change(submitted, account, change),
            MoveBracket move => Brackets.Move(submitted, account, move),
            CancelOrder cancel => Changes.Cancel(submitted, account, cancel.Order),
            CancelAll => Changes.CancelEach(submitted, account),
            ExitPosition exit => Intents.Exit(submitted, account, exit),
            ExitAll => Intents.LeaveAll(submitted, account),
            ResolveOrder resolve => Changes.Resolve(submitted, account, resolve),
            DeclareRun or ChangeRun or MoveRun or BenchRun => Runs.Obey(submitted, account),
            MoveCash move => Accounts.Move(submitted, account, move),
            ResetAccount reset => Accounts.Reset(submitted, account, reset),
            SetLimits set => _risks.Set(submitted, account, set),
            SetRiskState set => _risks.Set(submitted, account, set),
            KillAccount wanted => Kills.Latch(submitted, account, wanted.Reach),
            RearmAccount wanted => Kills.Rearm(submitted, account, wanted.Consent, wanted.Reason),
            ArmAccount wanted => _arming.Arm(submitted, account, wanted),
            _ => throw new InvalidOperationException($"The order desk knows no {submitted.Command.GetType().Name}."),
        };
    }

    /// <summary>What a venue tells: found by its tag, judged by the one table; what it changes is a fact.</summary>
    public void Hear(in OrderEvent report)
    {
        if (_path.Book.Orders.Find(report.Tag) is not { } order)
        {
            Strangers++;
            return;
        }

        var told = report;
        if (told.Kind == OrderEventKind.Traded) told.Trigger = _path.Market.LastOf(order.Instrument);
        var isNews = _path.Say.Happen(order, told, null) > 0;
        // A cancel was promised and did not leave before a start: it is sent now.
        if (isNews && report is { Kind: OrderEventKind.CancelRefused, Code: RefusalCode.VenueNotSent }) Changes.Cancel(order);
        var isFound = order.State is OrderState.Pending or OrderState.Working or OrderState.Partial;
        if (isFound && order.Pending == PendingCommand.CancelWhenKnown) Changes.Cancel(order);
        if (isNews) Kills.Note(order);
    }

    /// <summary>The journal is durable up to that fact: what waited for it leaves. In an emergency only what reduces.</summary>
    public void Release(long through, JournalHealth health)
    {
        _path.Levels.Synced(through, health);
        while (_path.Parked.TryTake(through, out var request))
        {
            if (Kills.MustStay(request)) _paced.NotSent(request, RefusalCode.Killed);
            else if (health == JournalHealth.Sound || _paced.IsReducing(request)) _paced.Send(request);
            else _paced.NotSent(request, RefusalCode.ReduceOnly);
        }
    }

    /// <summary>The line's clock has moved on: requests have their turn, and once a second losses are looked after.</summary>
    public void Move(Instant clock)
    {
        _paced.Move();
        if (clock < _nextSecond) return;
        _nextSecond = clock.Second.PlusSeconds(1);
        _risks.Move();
    }

    /// <summary>Puts back what the journal says, at the start; nothing is said and nothing leaves.</summary>
    public void Recover(JournalPage page)
    {
        foreach (var record in page.Records)
        {
            var fact = record.Fact;
            _path.Book.Apply(ref fact, record.Command);
        }
    }

    /// <summary>After the last page: whatever was on its way is in doubt, and venues are asked what they have.</summary>
    public void Join()
    {
        foreach (var order in _path.Book.Orders.Open.ToArray())
        {
            _path.Say.Happen(order, new OrderEvent { Kind = OrderEventKind.Restarted, Code = RefusalCode.VenueNotSent }, null);
            if (order.State.IsExposed() && order.State != OrderState.Conflict)
                _path.Parked.Send(RequestOf(order, VenueRequestKind.Recall) with { ClaimedAt = order.At });
        }

        if (_path.Book.Orders.All.Count > 0) _paced.Begin(_path.Clock);
        _nextSecond = _path.Clock;
        _path.Levels.ShowAll();
        MarkAll();
        Alerts.Join();
        Kills.Move();
    }

    /// <summary>A tick: positions are worth another amount, and brackets may be reached.</summary>
    public void Mark(InstrumentId id, in Tick tick) => _path.Levels.Mark(id, tick);

    /// <summary>When intraday positions of the instrument are left in the session the clock stands in.</summary>
    public Instant? SquareOffOf(InstrumentId id)
    {
        var session = _path.Market.SessionOf(id, _path.Clock);
        return _path.Market.SquareOffOf(_path.Plan.Instruments[id], session.Date);
    }

    /// <summary>Positions are worth what stored candles say until the first tick: the journal keeps no prices.</summary>
    private void MarkAll()
    {
        foreach (var instrument in _path.Plan.Instruments.All)
        {
            if (_board.Read(instrument.Id, out var quote, out _, out _) > 0) Mark(instrument.Id, quote);
        }
    }

    private RefusalCode Repeat(SubmittedCommand submitted, AnsweredCommand before)
    {
        if (before.Command != submitted.Command) return RefusalCode.KeyUsedOtherwise;
        _path.Say.Repeat(submitted, before);
        return RefusalCode.None;
    }

    private VenueRequest RequestOf(Order order, VenueRequestKind kind) => VenueRequest.Of(order, kind, _path.Clock);
}
