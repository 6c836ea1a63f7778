using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Hosting.Markets;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Hosting.Refill;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Engine.Time;
using TradingDesk.Engine.Trading;
using TradingDesk.Engine.Venues.Paper;

namespace TradingDesk.Engine.Hosting;

/// <summary>
/// A running desk on the simulated market: everything built by hand in the order it depends on each other, and the parts the host
/// starts and stops. Adapters first, then the engine, the feed last; the host stops them the other way round.
/// </summary>
internal sealed class LiveDesk : IDisposable
{
    private const int ProjectEveryMilliseconds = 100;
    private const int FlushEveryMilliseconds = 20;
    private const int TapePatienceMilliseconds = 2_000;

    private readonly ILogger _log;
    private readonly string _runs;
    private readonly string _journalFile;
    private readonly StrategyWatch _watch;
    private readonly TimeProvider _time;
    private readonly CandleReader _reader;
    private readonly StartHistory _history;
    private readonly DeskJournal _journal;
    private readonly IDeskMarket _market;
    private readonly KeptIndicators _kept;
    private readonly DeskCore _core;
    private readonly Inbox _inbox;
    private readonly TapeRecorder _recorder;
    private readonly TapeWriter _tape;
    private readonly CandleWriter _candles;
    private readonly FactReader _candleFacts;
    private readonly Warmer _warmer;
    private readonly SnapshotWriter _snapshots;
    private readonly DeskProjector _projector;
    private readonly EngineThread _engine;
    private readonly OperatorSocket _socket;
    private readonly DeskMeter _meter;
    private readonly WallWatch _wall;
    private readonly Instant _start;
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _taken;
    private long _missed;

    /// <param name="settings">What it runs by.</param>
    /// <param name="folders">The folders it has taken for itself.</param>
    /// <param name="people">Who may do what.</param>
    /// <param name="log">Where it says what went on.</param>
    /// <param name="crash">Told of an exception that ends the desk.</param>
    /// <param name="time">The clocks of this machine.</param>
    /// <param name="mode">Makes another mode of the one that `DeskModes` gives, for whoever measures or proves with it.</param>
    public LiveDesk(DeskSettings settings, DeskFolders folders, PeopleDesk people, ILogger<LiveDesk> log, Action<Exception> crash,
        TimeProvider time, Func<AccountMode, AccountMode>? mode = null)
    {
        (_log, _runs, _journalFile, _time) = (log, settings.Runs, settings.JournalFile, time);
        if (!CandleStore.TryOpen(settings.CandleFile, settings.World, out var store, out var refusal))
            throw new DeskRefusedException(refusal);
        if (CalendarBook.TryRead(settings.DataFolder, out refusal) is not { } book) throw new DeskRefusedException(refusal);
        _wall = new WallWatch(_time, MachineUptime.Read);
        var now = Instant.From(_time.GetUtcNow()).Second;
        if (HeldRun.Bench(settings, now) is { Length: > 0 } held) throw new DeskRefusedException(held);
        _journal = DeskJournal.Open(settings, now);
        _kept = KeptIndicators.Open(settings, _journal.Complete(DeskPlans.Of(settings, book, now)), _time, log);
        var plan = _kept.Plan;
        _reader = new CandleReader(store!);
        _history = new StartHistory(plan, store!, _reader);
        _market = settings.IsSimulated ? new SimulatedDeskMarket(settings, plan, log) : new StoredDeskMarket();
        var isRenewed = _market.Renew(store!, isAhead: false);
        if (_history.StoredThrough() > now.PlusSeconds(Timeframe.Minute.Seconds)) isRenewed |= _market.Renew(store!, isAhead: true);
        _history.DeleteBefore(settings.CandleDays, now, log);
        var refill = new GapRefill(store!, folders.Tape, _market.Name, _time, log);
        refill.Run(now, isRenewed);
        _history.MakesWholePast = refill.HadGap;
        _kept.ReadStates(_history.StoredThrough(), isRenewed, _history.RevisedSince);
        _start = _history.StoredThrough() is { } through && through > now ? through : now;
        var paper = new PaperMarket(plan, PaperRules.Default, unchecked((ulong)settings.Seed));
        _core = new DeskCore(plan, paper, mode: mode);
        _inbox = new Inbox(settings.InboxCapacity, _time);
        _recorder = new TapeRecorder(_core.Outbox.Capacity / 4, TapePatienceMilliseconds);
        _tape = new TapeWriter(_recorder, _core.Outbox.AddReader(),
            new TapeShelf(folders.Tape, settings.TapeDays, settings.TapeMegabytes * 1_048_576L), _time);
        _candles = new CandleWriter(store!, settings.CandleSecondsDays * 86_400L)
        {
            Note = new IncompleteNote(store!.Path, _start, _market.Name),
            Remark = refill.Sentence,
        };
        _candleFacts = _core.Outbox.AddReader();
        _warmer = _kept.WarmerOf(_core.Board, _inbox, _history.Pieces);
        _snapshots = _kept.WriterOf(_core.Board);
        _projector = new DeskProjector(plan, _core.Board, Health, settings.Speed) { Start = _kept.States.Sentence };
        Clock = new MarketClock(_time, _start, settings.Speed);
        _engine = new EngineThread(_core, paper, _inbox, _recorder, _journal.Wake, crash);
        View = new DeskView(plan, _projector, _core.Board, _reader, book,
            new QualityHistory(_reader, new RevisionReader(store!)), _kept.ReadVersions, _journal.Life)
        {
            Joined = _joined.Task,
            IsPaperOnly = settings.IsPaperOnly,
        };
        _watch = new StrategyWatch(_core.Board.Runs);
        Commands = new CommandGate(Post, people.AccessTo(new DeskWindow(View)).Judge);
        _journal.Attach(_core, _inbox, Commands, _time);
        Calendar = new CalendarDesk(book, plan, _core.Board, Commands, _time);
        _socket = new OperatorSocket(folders.Data,
            new OperatorDesk(View, Commands, plan.Instruments, new OperatorPeople(people, settings.Urls, _time)), log);
        Parts = Compose(crash);
        _meter = new DeskMeter(() => View.Current.Health);
    }

    /// <summary>The parts in the order the host starts them.</summary>
    public static IReadOnlyList<string> PartNames { get; } =
    [
        "snapshot-writer", "tape-writer", "candle-writer", "journal-writer", "projector", "engine", "warmer", "feed", "socket",
    ];

    public IDeskView View { get; }

    public CommandGate Commands { get; }

    public ICalendarDesk Calendar { get; }

    public MarketClock Clock { get; }

    public IReadOnlyList<HostedPart> Parts { get; }

    /// <summary>Stops what a start that failed left running, then closes; a desk that was stopped has nothing left to stop.</summary>
    public void Dispose()
    {
        foreach (var part in Parts.Reverse()) part.Stop();
        _meter.Dispose();
        // The writer's connection goes last: only it may fold the write-ahead log into the file.
        _kept.Dispose();
        _reader.Dispose();
        _candles.Dispose();
        _socket.Dispose();
        _journal.Dispose();
        _tape.Dispose();
        _recorder.Dispose();
    }

    private List<HostedPart> Compose(Action<Exception> crash)
    {
        var threads = new Action<CancellationToken>[] { _snapshots.Run, KeepTape, KeepCandles, _journal.Run, Project }
            .Select((run, part) => new DeskThread(PartNames[part], run, crash));
        var warmer = new DeskThread(PartNames[^3], _warmer.Run, crash);
        var feed = new DeskThread(PartNames[^2], Feed, crash);
        return
        [
            .. threads.Select((thread, part) => new HostedPart(PartNames[part], thread.Start, thread.Stop)),
            new HostedPart(PartNames[^4], _engine.Start, _engine.DrainAndStop),
            new HostedPart(PartNames[^3], warmer.Start, warmer.Stop),
            new HostedPart(PartNames[^2], feed.Start, feed.Stop),
            new HostedPart(PartNames[^1], _socket.Start, _socket.Stop),
        ];
    }

    /// <summary>Writes what can be made of the past; false when the desk is stopped meanwhile.</summary>
    private bool TryFill(CancellationToken stop)
    {
        var before = _time.GetTimestamp();
        long rows;
        try
        {
            rows = _market.Fill(_history, _start, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }

        _kept.Written.Revision = _history.Revision();
        HostingLog.HistoryFilled(_log, rows, _time.GetElapsedTime(before).TotalMilliseconds);
        if (Clock.Speed > 1) Clock.HoldAt(_start);
        return true;
    }

    /// <summary>The past is made, written and read here, so that pages are answered meanwhile.</summary>
    private void Feed(CancellationToken stop)
    {
        _inbox.Post(DeskInput.Started(_start, _core.Plan), stop);
        if (!TryFill(stop)) return;
        _journal.Post(_core.Plan, _start, stop);
        foreach (var ended in new EndedContracts(_core.Plan, _reader).At(_start)) _inbox.Post(ended, stop);
        var cold = _history.Post(_inbox, _start, _core.Lists, _kept.States.Of, stop);
        if (cold.Length > 0) HostingLog.StartedCold(_log, cold);
        if (cold.Length > 0) _projector.Start = cold;
        OpenFirstAccount();
        _ = DeclaredRuns.SubmitAsync(DeclaredRuns.Read(_runs, _core.Plan.Instruments, out _), Commands, _log);
        new PacedSource(_market.Open(_start), Clock, _time, _wall, _inbox).Run(stop);
    }

    /// <summary>A desk begins with ten lakh rupees of paper; the key makes it happen once, whenever a start before was cut off.</summary>
    private void OpenFirstAccount() =>
        _ = Commands.SubmitAsync(Principal.Desk, "PAPER-1", "first-start", new OpenAccount(Money.FromRupees(10_00_000)));

    /// <summary>What reduces risk may take the places that nothing else may.</summary>
    private bool Post(SubmittedCommand submitted)
    {
        var input = DeskInput.Of(default, submitted);
        return submitted.Command is CancelOrder or CancelAll or ExitPosition or ExitAll or KillDesk or KillAccount
            ? _inbox.TryPostNews(input)
            : _inbox.TryPostCommand(input);
    }

    private void KeepTape(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested) _tape.WriteNext(FlushEveryMilliseconds);
        while (_tape.WriteNext(0))
        {
        }
    }

    private void KeepCandles(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var read = TakeCandles();
            var wrote = _candles.TryFlush(Milliseconds());
            MarkWritten();
            if (read == 0 && !wrote) stop.WaitHandle.WaitOne(FlushEveryMilliseconds);
        }

        while (TakeCandles() > 0)
        {
        }

        var left = _candles.Drain(Milliseconds());
        MarkWritten();
        if (left > 0) HostingLog.CandlesUnwritten(_log, left);
    }

    private void MarkWritten() =>
        _kept.Written.Note(_taken, _candles.Waiting, _candleFacts.Through, _candles.HasLost || _history.IsLacking);

    private int TakeCandles()
    {
        var taken = 0;
        while (taken < CandleWriter.RowsPerFlush && _candleFacts.TryRead(out var fact))
        {
            if (fact.Kind != FactKind.CandleClosed) continue;
            var instrument = _core.Plan.Instruments[fact.Instrument];
            _candles.Add(instrument.Segment, instrument.Token, fact.Candle);
            taken++;
            _taken++;
        }

        if (_candleFacts.Missed == _missed) return taken;
        _candles.Miss(_candleFacts.Missed - _missed, _start);
        _missed = _candleFacts.Missed;
        return taken;
    }

    private void Project(CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(ProjectEveryMilliseconds))
        {
            _projector.Project(Nanos());
            if (_projector.Current.IsReady) _joined.TrySetResult();
            if (_watch.Look(Nanos()) is { IsNone: false } held) LeaveWithout(held);
        }
    }

    /// <summary>The engine's thread is not its own any more, so that nothing can be said through it.</summary>
    private void LeaveWithout(RunId held)
    {
        HeldRun.Note(_journalFile, held);
        _engine.GiveUp();
        throw new StrategyHeldException(held);
    }

    private DeskHealth Health() => DeskHealth.Unknown with
    {
        Line = new LineDepths(_inbox.Depth, _inbox.Capacity, _core.Outbox.Depth, _core.Outbox.Capacity, _inbox.CommandsRefused)
        {
            FeedWaits = _inbox.Waits,
            ReadersPassed = _engine.Passed,
        },
        Clock = ClockDoubt.Of(_wall.Off),
        CandleStore = _candles.State,
        Tape = _tape.State,
        Journal = _journal.State,
    };

    private long Nanos() => (long)(_time.GetTimestamp() * ((double)Instant.NanosPerSecond / _time.TimestampFrequency));

    private long Milliseconds() => Nanos() / Instant.NanosPerMillisecond;
}
