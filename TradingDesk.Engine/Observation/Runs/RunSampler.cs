using System.Globalization;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Runs;

/// <summary>Reads the runs off the board; what did not change is the same object as before.</summary>
internal sealed class RunSampler(RunLevels levels)
{
    private List<RunView> _current = [];

    /// <summary>The runs with what their books hold by those accounts, so that both show the same to the paisa.</summary>
    public IReadOnlyList<RunView> Sample(IReadOnlyList<AccountView> accounts)
    {
        if (levels.Count == 0) return _current;
        var isSame = _current.Count == levels.Count;
        var next = new List<RunView>(levels.Count);
        for (var place = 0; place < levels.Count; place++)
        {
            levels.Cells.Read(place, out var level);
            var view = ViewOf(level, levels.Declared[place]!, accounts);
            if (place < _current.Count && view == _current[place]) view = _current[place];
            else isSame = false;
            next.Add(view);
        }

        return isSame ? _current : _current = next;
    }

    private RunView ViewOf(in RunLevel level, RunWordsLevel declared, IReadOnlyList<AccountView> accounts)
    {
        var run = level.Run;
        var positions = accounts[level.Account.Index].Positions.Where(position => position.Run == run).ToArray();
        var unrealised = positions.Aggregate(default(Money), (sum, position) => sum + position.Unrealised);
        var charges = positions.Aggregate(level.ChargesBefore, (sum, position) => sum + position.Charges);
        var gross = level.Realised + unrealised;
        return new RunView(run, level.Account)
        {
            Name = declared.Name,
            Strategy = declared.Strategy,
            StrategyName = declared.StrategyName,
            Instrument = declared.Watched,
            Contract = declared.Contract,
            Timeframe = declared.Timeframe,
            Mode = declared.Mode,
            Leader = declared.Leader,
            Capital = declared.Capital,
            Indicators = declared.Indicators,
            Words = declared.Words,
            Version = level.Version,
            State = level.State,
            Standing = StandingOf(level, declared),
            Taken = level.Taken,
            Needed = level.Needed,
            Positions = Kept(run, positions),
            Gross = gross,
            Charges = charges,
            Net = gross - charges,
            Decided = level.Decided,
            Delayed = level.Delayed,
            Filled = level.Filled,
            Trades = level.Trades,
            Signals = level.Signals,
            EntriesToday = level.Entries,
            Last = level.Signals == 0 ? null : SignalViews.Of(level.Last, level.LastCode, level.LastAt, declared.Reasons),
        };
    }

    private static string StandingOf(in RunLevel level, RunWordsLevel declared)
    {
        var standing = level.State switch
        {
            RunState.Idle => "Declared, never started.",
            RunState.Warming => string.Create(
                CultureInfo.InvariantCulture, $"Warming: {Math.Min(level.Taken, level.Needed):N0} of {level.Needed:N0} candles."),
            RunState.Running when level.Clean < 3 => "Running; waits for three candles without a hole.",
            RunState.Running => "Running.",
            RunState.Paused => "Paused: opens nothing; stops, targets and its own exits still work.",
            RunState.Halted => "Halted by risk: opens nothing until a person starts it again.",
            RunState.Benched => "Benched: it broke. What it holds keeps its stops.",
            RunState.Stopped => "Stopped. What it holds keeps its stops.",
            _ => "Retired.",
        };
        var why = level.Code is RefusalCode.None or RefusalCode.Restarted ? "" : $" {RefusalSentences.Of(level.Code)}";
        var remark = declared.Remark.Length == 0 ? "" : $" {declared.Remark}";
        return standing + why + remark;
    }

    private IReadOnlyList<PositionView> Kept(RunId run, PositionView[] now)
    {
        if (run.Number > _current.Count) return now;
        var before = _current[run.Number - 1].Positions;
        return before.Count == now.Length && before.Zip(now).All(pair => ReferenceEquals(pair.First, pair.Second)) ? before : now;
    }
}
