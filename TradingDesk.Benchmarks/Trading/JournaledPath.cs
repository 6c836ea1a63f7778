using TradingDesk.Engine;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>
/// The live path with its gate for commands and the real journal on a thread of its own; a feed shows a price and a book of every
/// instrument all the time, so that what is ordered is filled.
/// </summary>
internal sealed class JournaledPath : IDisposable
{
    private const int Instruments = 50;
    private const int IdleMilliseconds = 20;
    private const int FeedMilliseconds = 20;
    private const int MarketSpeed = 10;
    private const int Step = 500;
    private const int Shown = 1_000_000;
    private const long RupeesPerAccount = 90_00_00_000;

    private readonly JournalFile _file;
    private readonly DeskPlan _plan;
    private readonly LivePath _live;
    private readonly JournalWriter _writer;
    private readonly AutoResetEvent _woken = new(false);
    private readonly Thread[] _threads;
    private (long Through, JournalHealth Health)? _untold;
    private volatile bool _stopping;
    private volatile bool _stopped;
    private int _asked;

    /// <param name="journal">The journal's file.</param>
    /// <param name="mode">Makes another mode of paper's; wide limits if none is given.</param>
    public JournaledPath(string journal, Func<AccountMode, AccountMode>? mode = null)
    {
        if (!JournalFile.TryOpen(journal, CandleWorld.Simulated, out var file, out var refusal)
            || !file!.TryBegin(RecordedTicks.Open, DeskModes.BuildName, out refusal)) throw new InvalidOperationException(refusal);
        _file = file;
        _plan = ReplayRun.PlanFor(Instruments) with { Run = file.Run };
        _live = new LivePath(_plan, (in _) => { }, () => _writer!.Wake(), mode: mode);
        // Whose command it is was decided elsewhere: what is measured begins behind that door.
        Gate = new CommandGate(
            submitted => _live.Inbox.TryPostCommand(DeskInput.Of(default, submitted)), (_, _, _) => Access.Granted(mayRaise: true));
        _writer = new JournalWriter(_file, _plan.Instruments, _live.AddReader(), new JournalAnswers(Gate.Answer, RefusalSentences.Of),
            (through, health) => _untold = (through, health), TimeProvider.System);
        _live.Inbox.Post(DeskInput.Started(RecordedTicks.Open, _plan), CancellationToken.None);
        _live.Inbox.Post(DeskInput.HistoryEnd(RecordedTicks.Open), CancellationToken.None);
        _threads = [new Thread(KeepJournal), new Thread(Feed)];
        foreach (var thread in _threads) thread.Start();
    }

    public CommandGate Gate { get; }

    public void Open(string account)
    {
        var open = new OpenAccount(Money.FromRupees(RupeesPerAccount));
        var opened = Gate.SubmitAsync(Principal.Desk, account, "open", open).GetAwaiter().GetResult();
        if (!opened.Accepted) throw new InvalidOperationException(opened.Sentence);
    }

    /// <summary>Wants one unit of an instrument at the market; the answer comes when that is durable.</summary>
    public Task<CommandReceipt> AskAsync(string account, int instrument)
    {
        var key = _plan.Instruments.All[instrument % Instruments].Key;
        var order = new PlaceOrder(key, Side.Buy, Product.Mis, OrderType.Market, new Quantity(1));
        return Gate.SubmitAsync(Principal.Desk, account, $"k{Interlocked.Increment(ref _asked)}", order);
    }

    public void Dispose()
    {
        _stopping = true;
        _threads[1].Join();
        _live.Stop();
        _stopped = true;
        _threads[0].Join();
        _writer.Dispose();
        _live.Dispose();
        _woken.Dispose();
    }

    private void KeepJournal()
    {
        while (!_stopped)
        {
            _writer.WriteNext(IdleMilliseconds);
            if (_untold is { } news && _live.Inbox.TryPostNews(DeskInput.JournalSynced(default, news.Through, news.Health))) _untold = null;
        }
    }

    private void Feed()
    {
        var at = RecordedTicks.Open;
        for (var round = 0L; !_stopping; round++)
        {
            at = at.PlusMilliseconds(FeedMilliseconds * MarketSpeed);
            for (var instrument = 0; instrument < Instruments; instrument++) Show(at, instrument, round);
            _woken.WaitOne(FeedMilliseconds);
        }
    }

    private void Show(Instant at, int instrument, long round)
    {
        var (id, last) = (new InstrumentId(instrument), Price.FromRupees(100 + instrument));
        var depth = new Depth { Time = at, Anchor = last };
        depth.Bids[0] = new DepthLevel(-Step, Shown);
        depth.Offers[0] = new DepthLevel(Step, Shown);
        _live.Inbox.Post(DeskInput.Of(at, id, depth), CancellationToken.None);
        _live.Inbox.Post(DeskInput.Of(at, id, new Tick { Time = at, Last = last, DayVolume = round }), CancellationToken.None);
    }
}
