using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>The levels about runs: where each stands, the history they ask for, and which of them decides at this moment.</summary>
internal sealed class RunLevels
{
    private int _count;
    private int _deciding;
    private RunHistoryWanted[] _wanted = [];

    public LevelCells<RunLevel> Cells { get; } = new(Limits.RunsMost);

    /// <summary>Each run's declaration as it holds now, by its place.</summary>
    public RunWordsLevel?[] Declared { get; } = new RunWordsLevel?[Limits.RunsMost];

    public int Count
    {
        get => Volatile.Read(ref _count);
        set => Volatile.Write(ref _count, value);
    }

    /// <summary>The number of the run whose strategy is at work; 0 between two.</summary>
    public int Deciding
    {
        get => Volatile.Read(ref _deciding);
        set => Volatile.Write(ref _deciding, value);
    }

    /// <summary>The history that runs wait for.</summary>
    public RunHistoryWanted[] Wanted
    {
        get => Volatile.Read(ref _wanted);
        set => Volatile.Write(ref _wanted, value);
    }
}
