using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>Says what happens to runs as facts, shows where they stand, and asks the world for their history.</summary>
internal sealed class RunVoice(MoneyPath path, LevelBoard board, LiveRuns lives)
{
    private readonly Shown[] _shown = new Shown[Limits.RunsMost];

    private RunLevels Levels => board.Runs;

    public Run Declare(SubmittedCommand submitted, Account account)
    {
        var declared = new RunEvent { Account = account.Id, Run = path.Book.Runs.NextRun, Version = 1 };
        Commit(FactKind.RunDeclared, declared, RefusalCode.None, submitted);
        var run = path.Book.Runs.Find(declared.Run)!;
        Show(run);
        return run;
    }

    public void Change(SubmittedCommand submitted, Run run)
    {
        var changed = new RunEvent { Account = run.Account, Run = run.Id, State = run.State, Version = run.Version + 1, Way = run.Way };
        Commit(FactKind.RunChanged, changed, RefusalCode.None, submitted);
        Show(run);
    }

    public void Move(Run run, RunState state, RefusalCode code, SubmittedCommand? submitted, int way)
    {
        var moved = new RunEvent { Account = run.Account, Run = run.Id, State = state, Version = run.Version, Way = way };
        Commit(FactKind.RunMoved, moved, code, submitted);
        Show(run);
    }

    public void Raise(in SignalTerms signal, RefusalCode code, InstrumentId watched)
    {
        path.Say.Commit(new DeskFact { Kind = FactKind.SignalRaised, Refusal = code, Instrument = watched, Signal = signal }, null);
        Show(path.Book.Runs.Find(signal.Run)!);
    }

    /// <summary>What a run would want now; without a wish the fact has no kind.</summary>
    public void Evaluated(SubmittedCommand submitted, LiveRun live, in Candle forming, SignalTerms? signal)
    {
        var said = signal ?? new SignalTerms { Candle = forming.Start, Price = forming.Close, Seconds = live.Spec.Timeframe.Seconds };
        (said.Run, said.Version) = (live.Run, live.Version);
        var fact = new DeskFact { Kind = FactKind.RunEvaluated, Instrument = live.Spec.Watched.Id, Signal = said };
        fact.Command = submitted.Number;
        path.Say.Commit(fact, submitted);
    }

    /// <summary>Asks for stored candles; what the desk itself closes from now on the run takes in after them.</summary>
    public void Ask(LiveRun live, RunMarket market)
    {
        var watched = live.Spec.Watched.Id;
        var wanted = new RunHistoryWanted
        {
            Request = live.Request,
            Instrument = watched,
            Timeframe = live.Spec.Timeframe,
            Candles = live.History,
            NextStart = market.NextStart(watched, live.Spec.Timeframe),
            Through = market.Through(watched),
            AfterFact = path.Say.Published,
        };
        Levels.Wanted = [.. Levels.Wanted.Where(other => lives.Asking(other.Request) is not null), wanted];
    }

    /// <summary>Its history came, or is not wanted any more.</summary>
    public void Forget(LiveRun live) => Levels.Wanted = [.. Levels.Wanted.Where(other => other.Request != live.Request)];

    /// <summary>Marks that a strategy is at work, for whoever watches how long it takes.</summary>
    public void Deciding(RunId run) => Levels.Decide(run);

    /// <summary>Where all runs stand, as far as that is other than what is shown: between facts a strategy only takes in candles.</summary>
    public void ShowAll()
    {
        var today = path.Clock.IndiaDate;
        foreach (var run in path.Book.Runs.Runs)
        {
            var (place, live) = (run.Id.Number - 1, lives.Find(run.Id));
            ref readonly var shown = ref _shown[place];
            if (shown.Fact != path.Say.Journaled || shown.Live != live || shown.Day != today) Show(run);
            else if (live is not null && Levels.Cells.Of(place).Taken != live.Taken) ShowTaken(place, live);
        }
    }

    /// <summary>A run of a strategy or an instrument that this desk does not have shows its words alone.</summary>
    private static RunWordsLevel WordsOf(Run run)
    {
        var words = new RunWordsLevel(run.Version, run.Spec?.ToText() ?? run.Words, run.Remark);
        if (run.Spec is not { } spec) return words;
        return words with
        {
            Name = spec.Name,
            Strategy = spec.Strategy.Code,
            StrategyName = spec.Strategy.Name,
            Watched = spec.Watched.Id,
            Contract = spec.Contract.ToString(),
            Timeframe = spec.Timeframe,
            Mode = spec.Mode.ToString().ToLowerInvariant(),
            Leader = spec.Leader,
            Capital = spec.Capital,
            Indicators = spec.Strategy.Indicators(spec.Settings),
            Reasons = spec.Strategy.Reasons,
        };
    }

    private void Commit(FactKind kind, in RunEvent happened, RefusalCode code, SubmittedCommand? submitted)
    {
        var fact = new DeskFact { Kind = kind, Refusal = code, Run = happened };
        fact.Command = submitted?.Number ?? 0;
        path.Say.Commit(fact, submitted);
    }

    private void ShowTaken(int place, LiveRun live)
    {
        ref var level = ref Levels.Cells.Open(place);
        (level.Taken, level.Clean) = (live.Taken, live.Clean);
        Levels.Cells.Seal(place);
    }

    private void Show(Run run)
    {
        var (live, today) = (lives.Find(run.Id), path.Clock.IndiaDate);
        _shown[run.Id.Number - 1] = new Shown(path.Say.Journaled, live, today);
        ref var declared = ref Levels.Declared[run.Id.Number - 1];
        if (declared is null || declared.Version != run.Version || declared.Remark != run.Remark)
            declared = WordsOf(run);
        Levels.Cells.Write(run.Id.Number - 1, new RunLevel
        {
            Run = run.Id,
            Account = run.Account,
            State = run.State,
            Code = run.Code,
            Version = run.Version,
            Taken = live?.Taken ?? 0,
            Needed = live?.Needed ?? 0,
            Clean = live?.Clean ?? 0,
            Way = run.Way,
            MovedAt = run.MovedAt,
            Realised = run.Money.Realised,
            ChargesBefore = run.Money.ChargesBefore,
            Decided = run.Money.Decided,
            Delayed = run.Money.Delayed,
            Filled = run.Money.Filled,
            Trades = run.Money.Trades,
            Signals = run.Signals,
            Entries = run.EntriesOn(today),
            Last = run.LastSignal,
            LastCode = run.LastSignalCode,
            LastAt = run.LastSignalAt,
        });
        Levels.Count = Math.Max(Levels.Count, run.Id.Number);
    }

    /// <summary>What the level of a run was made of.</summary>
    private readonly record struct Shown(long Fact, LiveRun? Live, DateOnly Day);
}
