using System.Globalization;
using TradingDesk.Engine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Venues.Paper;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>
/// The desk's own path without its threads and without a journal, driven by minutes: each is a tick at its beginning, which closes the
/// candle before it; a run decides at that close, and its orders trade with the book of that moment.
/// </summary>
internal sealed class BacktestDesk
{
    private const string Account = "PAPER-1";
    private const ulong VenueSeed = 1;
    private const int Shown = 100_000;

    private readonly DeskPlan _plan;
    private readonly PaperMarket _paper;
    private readonly DeskCore _core;
    private readonly FactReader _facts;
    private readonly InstrumentId _future = new(0);
    private readonly List<BacktestTrade> _trades = [];
    private readonly string _words;
    private bool _hasOrders;
    private int _orders;
    private int _minute;

    public BacktestDesk(int fast, int slow)
    {
        var future = new Instrument(Segment.Nfo, 1, "NIFTYFUT", "A future without an end", InstrumentKind.Future)
        {
            Lot = MadeMinutes.Lot,
            Tick = Price.FromPaise(MadeMinutes.TickPaise),
        };
        _plan = DeskModes.FromFile(TradingCalendar.AlwaysOpen, new InstrumentTable([future]), [Timeframe.Minute], "");
        var what = $"strategy=ema_cross instrument={_plan.Instruments.All[0].Key} timeframe=1m product=nrml quantity=lots:1";
        _words = string.Create(CultureInfo.InvariantCulture, $"{what} capital=100000000 fast={fast} slow={slow}");
        _paper = new PaperMarket(_plan, PaperRules.Default, VenueSeed);
        _core = new DeskCore(_plan, _paper, [EmaCross.Description], WidePaper.Of);
        _facts = _core.Outbox.AddReader();
    }

    public IReadOnlyList<BacktestTrade> Trades => _trades;

    public int Candles { get; private set; }

    public decimal Net => (Book.Worth - Book.Deposited).Rupees;

    private Account Book => _core.Pipeline.Orders.Book.Accounts[0];

    public void Run(Price[] prices)
    {
        var at = MadeMinutes.Open;
        Put(DeskInput.Started(at, _plan));
        Put(DeskInput.HistoryEnd(at));
        Put(DeskInput.Of(at, Command(new OpenAccount(Money.FromRupees(90_00_00_000)))));
        Put(DeskInput.Of(at, Command(new DeclareRun(_words))));
        Put(DeskInput.Of(at, Command(new MoveRun(new RunId(1), RunAction.Start))));
        Put(DeskInput.Of(at, new RunCandles(1, [], IsLast: true)));
        for (_minute = 0; _minute < prices.Length; _minute++, at = at.PlusSeconds(Timeframe.Minute.Seconds))
        {
            Put(DeskInput.Of(at, _future, new Tick { Time = at, Last = prices[_minute], DayVolume = _minute % 1_440 }));
            if (_hasOrders) Trade(at, prices[_minute]);
        }

        Put(DeskInput.Time(at.PlusSeconds(-1)));
    }

    /// <summary>The book of the moment, and a journal that is durable at once.</summary>
    private void Trade(Instant at, Price price)
    {
        _hasOrders = false;
        var depth = new Depth { Time = at, Anchor = price };
        var step = (int)Price.FromPaise(MadeMinutes.TickPaise).Scaled;
        depth.Bids[0] = new DepthLevel(-step, Shown);
        depth.Offers[0] = new DepthLevel(step, Shown);
        Put(DeskInput.Of(at, _future, depth));
        Put(DeskInput.JournalSynced(at, long.MaxValue, JournalHealth.Sound));
    }

    private SubmittedCommand Command(DeskCommand command) => new(++_orders, "backtest", Account, $"k{_orders}", command);

    /// <summary>What the engine's thread does with an input.</summary>
    private void Put(in DeskInput input)
    {
        _paper.Follow(_core.Board.Calendar);
        while (_paper.TryRead(input.At, out var report)) Process(report);
        _paper.Observe(input);
        Process(input);
    }

    private void Process(in DeskInput input)
    {
        _core.Pipeline.Process(input);
        while (_facts.TryRead(out var fact)) Hear(fact);
    }

    private void Hear(in DeskFact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.CandleClosed when fact.Candle.Seconds == Timeframe.Minute.Seconds: Candles++; break;
            case FactKind.IntentAccepted: _hasOrders = true; break;
            case FactKind.OrderMoved when fact.Order.Kind == OrderEventKind.Traded:
                // It is told when the next minute comes.
                _trades.Add(new BacktestTrade(_minute - 1, fact.Order.Side.Sign() * fact.Order.Quantity.Units, fact.Order.Price));
                break;
            case FactKind.IntentDenied when fact.Refusal != RefusalCode.NoFreshPrice:
                throw new InvalidOperationException($"The desk refused an order: {fact.Refusal}.");
            default: break;
        }
    }
}
