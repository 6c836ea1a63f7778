using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>The levels about runs: where each stands, the history they ask for, and which of them decides at this moment.</summary>
internal sealed class RunLevels
{
    private int _count;
    private int _deciding;
    private long _decisions;
    private RunHistoryWanted[] _wanted = [];

    public LevelCells<RunLevel> Cells { get; } = new(Limits.RunsMost);

    /// <summary>Each run's declaration as it holds now, by its place.</summary>
    public RunWordsLevel?[] Declared { get; } = new RunWordsLevel?[Limits.RunsMost];

    public int Count
    {
        get => Volatile.Read(ref _count);
        set => Volatile.Write(ref _count, value);
    }

    /// <summary>The number of the run whose strategy is at work, 0 between two, and how many began so far.</summary>
    public (int Run, long Decision) Deciding => (Volatile.Read(ref _deciding), Volatile.Read(ref _decisions));

    /// <summary>A strategy begins, or, with no run, has ended.</summary>
    public void Decide(RunId run)
    {
        Volatile.Write(ref _decisions, _decisions + 1);
        Volatile.Write(ref _deciding, run.Number);
    }

    /// <summary>The history that runs wait for.</summary>
    public RunHistoryWanted[] Wanted
    {
        get => Volatile.Read(ref _wanted);
        set => Volatile.Write(ref _wanted, value);
    }
}
