using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;

namespace TradingDesk.Tests.Engine.Trading.Runs;

/// <summary>A desk with a wayward strategy on its share, minute by minute, and the history a test gives it.</summary>
internal sealed class RunUnderTest
{
    public const string Words = "strategy=wayward instrument=1:2885 timeframe=1m quantity=lots:10";

    public RunUnderTest(TradingUnderTest? desk = null) => Desk = desk ?? new TradingUnderTest(strategies: [WaywardStrategy.Description]);

    /// <summary>A close that makes it want nothing.</summary>
    public const int Quietly = 1_000;

    public TradingUnderTest Desk { get; }

    public RunBook Book => Desk.Book.Runs;

    public IEnumerable<DeskFact> Signals => Desk.Facts.Where(fact => fact.Kind == FactKind.SignalRaised);

    /// <summary>A run that has its history and decides from the next minute on.</summary>
    public Run Running(string more = "")
    {
        var run = Declared(more);
        // The minute in which the desk began has no beginning.
        Minute(Quietly);
        Ask(run, RunAction.Start);
        GiveHistory();
        Assert.Equal(RunState.Running, run.State);
        return run;
    }

    public Run Declared(string more = "", string account = TradingUnderTest.Account)
    {
        var declared = Desk.Ask(new DeclareRun($"{Words} {more}".Trim()), account: account);
        Assert.Equal((FactKind.RunDeclared, RefusalCode.None), (declared.Kind, declared.Refusal));
        return Book.Find(declared.Run.Run)!;
    }

    public DeskFact Ask(Run run, RunAction action) => Desk.Ask(new MoveRun(run.Id, action));

    /// <summary>Whatever history is asked for comes: so many quiet candles.</summary>
    public void GiveHistory(int candles = 10, CandleQuality last = CandleQuality.Whole)
    {
        foreach (var wanted in Desk.Board.Runs.Wanted.ToArray())
        {
            var past = Enumerable.Range(0, candles).Select(place => Quiet(wanted, place - candles)).ToArray();
            if (past.Length > 0) past[^1].Quality = last;
            Desk.Put(DeskInput.Of(Desk.Now, new RunCandles(wanted.Request, past, IsLast: true)));
        }
    }

    /// <summary>A minute whose last price is that many rupees, and the second after it, in which it closes.</summary>
    public void Minute(int rupees, InstrumentId? instrument = null)
    {
        var id = instrument ?? TradingUnderTest.Share;
        var end = Instant.FromUnixSeconds(((Desk.Now.UnixSeconds / 60) + 1) * 60);
        Desk.Tick(id, rupees * 100L);
        // Longer silence would be a gap.
        while (Desk.Now < end.PlusSeconds(2)) Desk.Pass(1_000);
        Desk.Sync();
    }

    /// <summary>Every order that works is filled at that price.</summary>
    public void FillAll(decimal rupees)
    {
        foreach (var order in Desk.Book.Orders.Open.ToArray())
        {
            if (order.State == OrderState.Sending) Desk.Work(order);
            Desk.Fill(order, order.Remaining.Units, rupees);
        }

        Desk.Sync();
    }

    public long HeldBy(Run run, InstrumentId? instrument = null) =>
        Desk.Book.Accounts[0].Find(new PositionKey(instrument ?? TradingUnderTest.Share, run.Spec!.Product, run.Id))?.Units ?? 0;

    private static Candle Quiet(RunHistoryWanted wanted, int place)
    {
        var price = Price.FromRupees(1_000);
        return new Candle
        {
            Start = wanted.NextStart.PlusSeconds(place * wanted.Timeframe.Seconds),
            Open = price,
            High = price,
            Low = price,
            Close = price,
            Volume = 1,
            Seconds = wanted.Timeframe.Seconds,
            Ticks = 1,
        };
    }
}
